import type { JsonObject } from '../../../../feishu/json';
import { optionalPeopleField } from '../../../shared/contact/severalPeople';
import { choiceField } from '../../../shared/fields/plain';
import { fieldGroup } from '../../../shared/fields/nested';
import { defineOperation } from '../../../shared/operation/operation';
import { apps, appMembers, people } from '../../common/members';
import { NAMES_OF_OPTIONS, TASK, taskItem } from '../../common/output';
import { taskField } from '../../common/task';

const task = taskField();

const role = choiceField({
	displayName: 'Role',
	name: 'taskRole',
	options: [
		{ name: 'Assignee', value: 'assignee', description: 'Is to do it, and may change it' },
		{ name: 'Follower', value: 'follower', description: 'Sees it, and is told what happens with it' },
	],
	default: 'assignee',
	description: 'As what they take part',
});

const persons = optionalPeopleField({ displayName: 'People', name: 'people' });

/** In one request. Source: …/task-v2/task/add_members, …/task-v2/task/remove_members */
const MOST = { add: 50, remove: 500 } as const;

const whom = (what: keyof typeof MOST) =>
	fieldGroup('taskMembers', [persons, apps, role], ({ read, refuse }) => {
		const [named, own] = [read(persons), read(apps)];
		if (named.count + own.length === 0)
			throw refuse(persons, `and the field '${apps.label}' are both empty`, 'Add at least one');
		if (named.count + own.length > MOST[what])
			throw refuse(persons, 'holds too many', `Feishu takes ${MOST[what]} at a time`);
		return { named, apps: own, role: read(role) };
	});

const adding = whom('add');
const removing = whom('remove');

const shared = {
	alsoCalls: [NAMES_OF_OPTIONS],
	scopes: ['task:personnel:writeonly', 'task:task:write'],
	identity: 'either',
	output: TASK,
} as const;

export const addMembers = defineOperation({
	...shared,
	value: 'addMembers',
	name: 'Add Members',
	action: 'Add members to a task',
	description: 'Add assignees or followers to a task; who is one already stays one',
	endpoint: 'POST /open-apis/task/v2/tasks/:task_guid/add_members',
	fields: [task, adding],
	async run({ read, uuid, ...asking }) {
		const { feishu } = asking;
		const path = { task_guid: read(task) };
		const { named, apps: own, role: as } = read(adding);
		const { ids, type } = await named.resolve(feishu);
		const members = [...people(ids, as), ...appMembers(own, as)];
		const { task: after } = await feishu.call<{ task: JsonObject }>(this.endpoint, {
			path,
			query: { user_id_type: type },
			body: { members, client_token: uuid },
			idempotent: true,
		});
		return await taskItem(asking, after);
	},
});

export const removeMembers = defineOperation({
	...shared,
	value: 'removeMembers',
	name: 'Remove Members',
	action: 'Remove members from a task',
	description: 'Take assignees or followers out of a task; who is none is left alone',
	endpoint: 'POST /open-apis/task/v2/tasks/:task_guid/remove_members',
	fields: [task, removing],
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const path = { task_guid: read(task) };
		const { named, apps: own, role: as } = read(removing);
		const { ids, type } = await named.resolve(feishu);
		const members = [...people(ids, as), ...appMembers(own, as)];
		const request = { path, query: { user_id_type: type }, body: { members }, idempotent: true };
		const { task: after } = await feishu.call<{ task: JsonObject }>(this.endpoint, request);
		return await taskItem(asking, after);
	},
});
