import { newId } from '../platform/ids';
import type { User } from '../state/contact';
import type { Store } from '../state/store';

const DEPARTMENTS = [
	{ key: 'eng', department_id: 'D001', name: '研发部', en_name: 'Engineering', parent: '0' },
	{ key: 'platform', department_id: 'D002', name: '平台组', en_name: 'Platform Team', parent: 'eng' },
	{ key: 'sre', department_id: 'D004', name: '可靠性小组', en_name: 'Reliability Squad', parent: 'platform' },
	{ key: 'ops', department_id: 'D003', name: '运营部', en_name: 'Operations', parent: '0' },
];

const PEOPLE = [
	{ name: '张三', en_name: 'San Zhang', login: 'zhangsan', job_title: 'Engineering Lead', departments: ['eng'] },
	{ name: '李四', en_name: 'Si Li', login: 'lisi', job_title: 'Backend Engineer', departments: ['platform'] },
	{
		name: '王小明',
		en_name: 'Xiaoming Wang',
		login: 'wangxiaoming',
		job_title: 'Site Reliability Engineer',
		departments: ['platform', 'eng', 'sre'],
	},
	{ name: '陈静', en_name: 'Jing Chen', login: 'chenjing', job_title: 'Product Manager', departments: ['ops'] },
	{ name: 'Alice Smith', en_name: 'Alice Smith', login: 'alice', job_title: 'Frontend Engineer', departments: ['eng'] },
	{ name: 'Bob Martin', en_name: 'Bob Martin', login: 'bob', job_title: 'Support Manager', departments: ['ops'] },
	{ name: 'Carol Jones', en_name: 'Carol Jones', login: 'carol', job_title: 'Data Analyst', departments: ['ops'] },
	{ name: '赵敏', en_name: 'Min Zhao', login: 'zhaomin', job_title: 'Designer', departments: ['eng'] },
];

const USER_GROUPS = [
	{
		group_id: 'on-call',
		name: '值班组 On-call',
		description: 'Who is on duty',
		type: 1 as const,
		logins: ['lisi', 'wangxiaoming'],
		departments: ['D003'],
	},
	{
		group_id: 'engineers',
		name: 'All Engineers',
		description: 'Made by a rule',
		type: 2 as const,
		logins: ['zhangsan', 'lisi', 'wangxiaoming', 'alice', 'zhaomin'],
		departments: [],
	},
];

/** The person of the company with this login. */
export const byLogin = (store: Store, login: string): User => {
	const user = store.contact.find('email', `${login}@example.com`);
	if (!user) throw new Error(`The seed has no ${login}`);
	return user;
};

function seedPeople(store: Store): void {
	const ids = new Map(DEPARTMENTS.map(({ key }) => [key, newId.department()]));
	const idOf = (key: string) => ids.get(key) ?? '0';
	for (const { key, parent, ...fields } of DEPARTMENTS)
		store.contact.departments.set(idOf(key), { ...fields, open_department_id: idOf(key), parent: idOf(parent) });
	PEOPLE.forEach(({ login, departments, ...fields }, index) => {
		const user: User = {
			...fields,
			open_id: newId.openId(),
			union_id: newId.unionId(),
			user_id: newId.userId(),
			email: `${login}@example.com`,
			mobile: `+861380000000${index}`,
			is_resigned: false,
			department_ids: departments.map(idOf),
		};
		store.contact.users.set(user.open_id, user);
	});
	const engineering = store.contact.departments.get(idOf('eng'));
	if (engineering) engineering.leader = byLogin(store, 'zhangsan').open_id;
}

function seedUserGroups(store: Store): void {
	const idOf = (departmentId: string) =>
		[...store.contact.departments.values()].find((department) => department.department_id === departmentId)
			?.open_department_id;
	for (const { logins, departments, ...fields } of USER_GROUPS) {
		const users = logins.map((login) => byLogin(store, login).open_id);
		const id = newId.userGroup();
		const openIds = departments.map(idOf).filter((openId) => openId !== undefined);
		store.contact.groups.set(id, { ...fields, id, users, departments: openIds });
	}
}

/** 8 people in 4 departments (three of them one below the other), and 2 user groups. */
export function seedContact(store: Store): void {
	seedPeople(store);
	seedUserGroups(store);
}
