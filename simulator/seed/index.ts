import { newId } from '../platform/ids';
import type { App, Chat, Store, User } from '../state/store';

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

const CHATS = [
	{
		name: 'n8n Demo 演示群',
		description: 'Workflows post here',
		members: ['zhangsan', 'lisi', 'alice', 'bob', 'chenjing'],
		bot: true,
	},
	{
		name: '值班告警 On-call',
		description: 'Alerts and hand-overs',
		members: ['lisi', 'wangxiaoming', 'alice'],
		bot: true,
	},
	{
		name: 'Customer Support 客服',
		description: 'Tickets from customers',
		members: ['bob', 'carol', 'chenjing', 'zhaomin'],
		bot: true,
	},
	{
		name: '管理层 Management',
		description: 'The bot is not in this group',
		members: ['zhangsan', 'chenjing'],
		bot: false,
	},
];

const GREETINGS = [
	{ chat: 0, login: 'zhangsan', text: '大家好，机器人已经进群了。' },
	{ chat: 0, login: 'alice', text: 'Great, let us connect the first workflow!' },
	{ chat: 1, login: 'wangxiaoming', text: 'Nothing to hand over this morning.' },
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

/** Incoming webhooks: one with a secret, one without. */
const CUSTOM_BOTS = [
	{ name: '告警机器人 Alerts', chat: 1, signed: false },
	{ name: '签名机器人 Signed', chat: 0, signed: true },
];

/** Sticker that the bot "has received", so that it can be sent. */
export const DEMO_STICKER = 'v3_0sim_demo-sticker';
export const DEMO_TEMPLATE = 'AAqDemoTemplate';

const TEMPLATE_CARD = {
	config: { wide_screen_mode: true, update_multi: true },
	header: { template: 'blue', title: { tag: 'plain_text', content: '${title}' } },
	elements: [
		{ tag: 'div', text: { tag: 'lark_md', content: '${content}' } },
		{ tag: 'hr' },
		{ tag: 'note', elements: [{ tag: 'plain_text', content: 'Owner: ${owner}' }] },
	],
};

const byLogin = (store: Store, login: string): User => {
	const user = store.findUser('email', `${login}@example.com`);
	if (!user) throw new Error(`The seed has no ${login}`);
	return user;
};

function seedPeople(store: Store): void {
	const ids = new Map(DEPARTMENTS.map(({ key }) => [key, newId.department()]));
	const idOf = (key: string) => ids.get(key) ?? '0';
	for (const { key, parent, ...fields } of DEPARTMENTS)
		store.departments.set(idOf(key), { ...fields, open_department_id: idOf(key), parent: idOf(parent) });
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
		store.users.set(user.open_id, user);
	});
	const engineering = store.departments.get(idOf('eng'));
	if (engineering) engineering.leader = byLogin(store, 'zhangsan').open_id;
}

function seedChats(store: Store, app: App): void {
	const chats = CHATS.map(({ name, description, members, bot }): Chat => {
		const openIds = members.map((login) => byLogin(store, login).open_id);
		const time = store.tick();
		return {
			chat_id: newId.chat(),
			name,
			description,
			chat_type: 'group',
			owner_id: openIds[0],
			members: openIds,
			bots: bot ? [app.app_id] : [],
			create_time: time,
			active_time: time,
		};
	});
	for (const chat of chats) store.chats.set(chat.chat_id, chat);
	for (const { chat, login, text } of GREETINGS) {
		const target = chats[chat];
		if (target)
			store.addMessage(target, {
				msg_type: 'text',
				sender: { id: byLogin(store, login).open_id, id_type: 'open_id', sender_type: 'user' },
				content: JSON.stringify({ text }),
			});
	}
}

function seedUserGroups(store: Store): void {
	const idOf = (departmentId: string) =>
		[...store.departments.values()].find((department) => department.department_id === departmentId)?.open_department_id;
	for (const { logins, departments, ...fields } of USER_GROUPS) {
		const users = logins.map((login) => byLogin(store, login).open_id);
		const id = newId.userGroup();
		const openIds = departments.map(idOf).filter((openId) => openId !== undefined);
		store.userGroups.set(id, { ...fields, id, users, departments: openIds });
	}
}

function seedCustomBots(store: Store): void {
	const chats = [...store.chats.values()];
	for (const { name, chat, signed } of CUSTOM_BOTS) {
		const hookId = newId.hook();
		store.im.customBots.set(hookId, {
			hook_id: hookId,
			app_id: newId.app(),
			chat_id: chats[chat]?.chat_id ?? '',
			name,
			...(signed ? { secret: newId.secret() } : {}),
			keywords: [],
			ip_list: [],
		});
	}
}

/**
 * A small company: 8 people in 4 departments (three of them one below the other), 2 user groups, 4 groups (the bot is in
 * three), 2 custom bots, a card template and a sticker.
 */
export function seedDemo(store: Store, app: App): void {
	seedPeople(store);
	seedChats(store, app);
	seedUserGroups(store);
	seedCustomBots(store);
	store.stickers.add(DEMO_STICKER);
	store.templates.set(DEMO_TEMPLATE, { template_id: DEMO_TEMPLATE, versions: ['1.0.0', '1.0.1'], card: TEMPLATE_CARD });
}
