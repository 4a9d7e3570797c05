import type { App } from '../state/apps';
import type { Store } from '../state/store';
import type { Actor } from '../state/tasks';
import { defaultSection, newField, newList, newOption, newSection, newTask } from '../task/make';
import { byLogin } from './contact';

const DAY = 86_400_000;

interface SeededTask {
	summary: string;
	login: string;
	section: 'todo' | 'doing';
	/** Days from today until it is due, as a date. */
	due: number;
	priority: '高 High' | '低 Low';
	done?: true;
	below?: readonly string[];
}

const TASKS: readonly SeededTask[] = [
	{ summary: '报价单发给客户 Send the quote', login: 'lisi', section: 'doing', due: -3, priority: '高 High' },
	// Two days, so that it is late in every zone.
	{ summary: 'Renew the certificates', login: 'wangxiaoming', section: 'todo', due: -2, priority: '高 High' },
	{
		summary: '准备季度评审 Prepare the quarterly review',
		login: 'chenjing',
		section: 'doing',
		due: 5,
		priority: '低 Low',
		below: ['Collect the figures', '订会议室 Book a room'],
	},
	{ summary: 'Order the new badges', login: 'alice', section: 'todo', due: -7, priority: '低 Low', done: true },
];

/** A list of the group of the bot, with sections, custom fields and tasks of people, two of them overdue. */
export function seedTask(store: Store, app: App): void {
	const owner: Actor = { id: byLogin(store, 'zhangsan').open_id, type: 'user' };
	const group = [...store.im.chats.values()].find(({ bots }) => bots.includes(app.app_id))?.chat_id ?? '';
	const list = newList(store, owner, {
		name: '团队任务 Team tasks',
		members: [{ id: group, type: 'chat', role: 'editor' }],
	});
	const of = { resource_type: 'tasklist', resource_id: list.guid } as const;
	const sections = {
		todo: defaultSection(store, 'tasklist', list.guid, owner),
		doing: newSection(store, owner, { ...of, name: '进行中 In progress' }),
	};
	Object.assign(sections.todo, { name: '待办 To do' });
	const lists = [list.guid];
	const options = [newOption('高 High', { color_index: 1 }), newOption('低 Low', { color_index: 10 })];
	const priority = newField(store, owner, { name: '优先级 Priority', type: 'single_select', lists, options });
	const tags = [newOption('Sales'), newOption('Operations')];
	newField(store, owner, { name: 'Tags', type: 'multi_select', lists, options: tags });
	newField(store, owner, {
		name: '工时 Hours',
		type: 'number',
		lists,
		setting: { format: 'normal', decimal_count: 1 },
	});
	newField(store, owner, { name: 'Reviewed on', type: 'datetime', lists, setting: { format: 'yyyy-mm-dd' } });
	newField(store, owner, { name: '评审人 Reviewers', type: 'member', lists, setting: { multi: true } });
	newField(store, owner, { name: 'Notes', type: 'text', lists });
	const today = Math.floor(store.clock.now() / DAY) * DAY;
	for (const { summary, login, section, due, priority: wanted, done, below = [] } of TASKS) {
		const { open_id: id } = byLogin(store, login);
		const chosen = options.find(({ name }) => name === wanted)?.guid ?? '';
		const task = newTask(store, owner, {
			summary,
			due: { timestamp: today + due * DAY, is_all_day: true },
			members: [{ id, type: 'user', role: 'assignee' }],
			tasklists: [{ tasklist_guid: list.guid, section_guid: sections[section].guid }],
			custom_fields: new Map([[priority.guid, chosen]]),
			...(done && { completed_at: today - DAY }),
		});
		for (const words of below)
			newTask(store, owner, { summary: words, parent: task.guid, members: [{ id, type: 'user', role: 'assignee' }] });
	}
}
