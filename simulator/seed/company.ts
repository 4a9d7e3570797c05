import { newId } from '../platform/ids';
import type { User } from '../state/contact';
import { Store } from '../state/store';

const PEOPLE = [
	{ name: '周杰', en_name: 'Jie Zhou', job_title: 'Administrator' },
	{ name: 'Diana Lee', en_name: 'Diana Lee', job_title: 'Sales Manager' },
	{ name: '吴倩', en_name: 'Qian Wu', job_title: 'Buyer' },
];

/** A further company, which knows the first one's apps and nobody in it: three people in one department and one group. */
export function seedCompany(first: Store, name: string, tenantKey: string): Store {
	const store = new Store({ tenantKey, companyName: name }, first);
	const department = newId.department();
	store.contact.departments.set(department, {
		open_department_id: department,
		department_id: 'D001',
		name: '业务部',
		en_name: 'Business',
		parent: '0',
	});
	PEOPLE.forEach((fields, index) => {
		const user: User = {
			...fields,
			open_id: newId.openId(),
			union_id: newId.unionId(),
			user_id: newId.userId(),
			email: `${fields.en_name.toLowerCase().replace(' ', '.')}@${tenantKey}.example.com`,
			mobile: `+8613900${tenantKey.replace(/\D/g, '').padStart(5, '0').slice(-5)}${index}`,
			is_resigned: false,
			department_ids: [department],
		};
		store.contact.users.set(user.open_id, user);
	});
	const members = [...store.contact.users.keys()];
	const time = store.tick();
	const chat_id = newId.chat();
	store.im.chats.set(chat_id, {
		chat_id,
		name: `${name} 公告`,
		description: 'Everybody of the company',
		chat_type: 'group',
		owner_id: members[0],
		members,
		bots: [],
		create_time: time,
		active_time: time,
	});
	return store;
}
