import type { INodeParameters } from 'n8n-workflow';

import { byId, type Platform } from '..';
import { person, several } from '../ownChat';
import { ownList, ownTask } from '../tasks';
import { late, LIMIT, type Cases, type OperationCase } from './common';

type Refused = OperationCase['refused'];

const at = (value: string) => ({ __rl: true, mode: 'url', value }) as const;

/** What no operation takes for a task. */
export const TASK = [
	[{ task: byId(late('')) }, 'Task'],
	[{ task: byId(late('t104121')) }, 'number'],
	[{ task: at(late('https://applink.feishu.cn/client/todo/task_list?guid=x')) }, 'Task'],
] as const;

/** What none takes for a list. */
export const LIST = [
	[{ tasklist: byId(late('')) }, 'Task List'],
	[{ tasklist: byId(late('a list')) }, 'Task List'],
	[{ tasklist: at(late('https://example.feishu.cn/docx/abcdefghijkl')) }, 'Task List'],
] as const;

/** What a new task is not filled in with. */
export const NEW_TASK: Refused = [
	[{ summary: late(' ') }, 'Title'],
	[{ summary: 'x'.repeat(3001) }, 'Title'],
	[{ assignees: several('ou_1, on_1') }, 'Assignees'],
	[{ followers: person(late(' ')) }, 'Followers'],
	[{ due: late('soon') }, 'Due'],
	[{ due: '2026-01-31', taskOptions: { start: '2026-02-01' } }, 'Start'],
	[{ due: '2026-01-31', taskOptions: { start: '2026-01-30T08:00:00' } }, 'without a time'],
	[{ due: '', taskOptions: { reminder: 30 } }, 'Due'],
	[{ due: '', taskOptions: { repeat: 'daily' } }, 'Due'],
	[{ due: '2026-01-31', taskOptions: { repeatRule: 'every week' } }, 'Repeat by Rule'],
	[{ taskOptions: { sourceUrl: 'tickets' } }, 'Source URL'],
	[{ taskOptions: { apps: 'ou_1' } }, 'Apps'],
];

const one = (p: Platform) => ({ task: byId(ownTask(p).guid) });
const DUE = { timestamp: 1_900_000_000_000, is_all_day: false };
const values = (value: INodeParameters): INodeParameters => ({ mappingMode: 'defineBelow', value });

/** A task in a list. */
function listed(p: Platform) {
	const list = ownList(p);
	return { task: byId(ownTask(p, {}, list).guid), tasklist: byId(list.guid) };
}

const MEMBERS: Refused = [
	...TASK,
	[{ people: {}, apps: '' }, 'People'],
	[{ people: several('ou_1, on_1') }, 'People'],
	[{ apps: late('ou_1') }, 'Apps'],
	[{ taskRole: late('owner') }, 'Role'],
];

const OTHERS: Refused = [
	...TASK,
	[{ otherTasks: late(' ') }, 'Other Tasks'],
	[{ otherTasks: 't104121' }, 'Other Tasks'],
];

export const task: Cases = {
	addDependencies: {
		parameters: (p) => ({ ...one(p), otherTasks: ownTask(p).guid, dependencyKind: 'prev' }),
		refused: [...OTHERS, [{ dependencyKind: late('beside') }, 'They Come']],
	},
	addMembers: { parameters: (p) => ({ ...one(p), people: person(p.user.open_id) }), refused: MEMBERS },
	addToList: {
		parameters: (p) => ({ ...one(p), tasklist: byId(ownList(p).guid) }),
		refused: [...TASK, ...LIST, [{ section: byId('later') }, 'Section']],
	},
	complete: { parameters: one, refused: TASK },
	create: {
		parameters: (p) => ({ summary: 'Write', assignees: person(p.user.open_id), due: '2026-01-31' }),
		refused: [
			...NEW_TASK,
			[{ tasklist: byId('a list') }, 'Task List'],
			[{ tasklist: byId(late('')), section: byId('e6e37dcc-f75a-5936-f589-12fb4b5c80c2') }, 'Section'],
			[{ customFields: values({ Priority: 'High' }) }, 'Custom Fields'],
		],
	},
	delete: { parameters: one, refused: TASK },
	get: { parameters: one, refused: TASK },
	getAll: {
		parameters(p) {
			const list = ownList(p);
			ownTask(p, {}, list);
			ownTask(p, { completed_at: 1 }, list);
			return { tasksOf: 'list', tasklist: byId(list.guid), returnAll: true };
		},
		records: () => 2,
		refused: [
			...LIST,
			...LIMIT,
			[{ tasksOf: late('everybody') }, 'Tasks Of'],
			[{ tasksOf: 'section', section: byId('later') }, 'Section'],
			[{ tasksOf: 'related' }, 'only a person'],
			[{ taskFilters: { dueAfter: '2026-02-01', dueBefore: '2026-01-01' } }, 'Due After'],
			[{ assignedTo: several('ou_1, on_1') }, 'Assigned To'],
		],
	},
	removeDependencies: {
		parameters(p) {
			const [first, other] = [ownTask(p), ownTask(p)];
			first.dependencies.push({ type: 'prev', task_guid: other.guid });
			return { task: byId(first.guid), otherTasks: other.guid };
		},
		refused: OTHERS,
	},
	removeFromList: { parameters: listed, refused: [...TASK, ...LIST] },
	removeMembers: {
		parameters: (p) => ({
			task: byId(ownTask(p, { members: [{ id: p.user.open_id, type: 'user', role: 'assignee' }] }).guid),
			people: person(p.user.open_id),
		}),
		refused: MEMBERS,
	},
	removeReminder: {
		parameters: (p) => ({
			task: byId(ownTask(p, { due: DUE, reminders: [{ id: '1', relative_fire_minute: 30 }] }).guid),
		}),
		refused: TASK,
	},
	reopen: { parameters: (p) => ({ task: byId(ownTask(p, { completed_at: 1 }).guid) }), refused: TASK },
	search: {
		parameters(p) {
			const members = [{ id: p.user.open_id, type: 'user', role: 'assignee' } as const];
			ownTask(p, { summary: `Find me ${p.store.tasks.all.size}`, members });
			return { searchFor: `Find me ${p.store.tasks.all.size - 1}` };
		},
		refused: [
			...LIMIT,
			[{ searchFor: late(' ') }, 'Search For'],
			[{ searchFor: 'x'.repeat(51) }, 'Search For'],
			[{ createdBy: several('ou_1, on_1') }, 'Created By'],
			[{ searchFilters: { dueAfter: '2026-02-01', dueBefore: '2026-01-01' } }, 'Filters'],
		],
	},
	setReminder: {
		parameters: (p) => ({ task: byId(ownTask(p, { due: DUE }).guid), reminderMinutes: 15 }),
		refused: [...TASK, [{ reminderMinutes: -1 }, 'Minutes Before Due']],
	},
	update: {
		parameters: (p) => ({ ...one(p), taskChanges: { title: 'Rewrite' } }),
		refused: [
			...TASK,
			[{ taskChanges: {} }, 'Changes'],
			[{ taskChanges: { title: late(' ') } }, 'Title'],
			[{ taskChanges: { start: '2026-02-01', newDue: '2026-01-31' } }, 'Start'],
			[{ taskChanges: { newDue: '2026-01-31' }, clearFields: ['due'] }, 'Clear'],
			[{ clearFields: late('members') }, 'Clear'],
		],
	},
};
