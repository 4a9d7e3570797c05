import { pagingFields } from '../../../shared/fields/common';
import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { initiatedInstance, listedTask } from '../../instance/listed';
import { ID_CALLS, ownId } from '../../people/ids';
import { refuseOfApps } from '../../people/ofApps';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import { WHO, withNames } from '../../people/who';
import { whoseField } from '../../people/whose';

const QUERY = 'GET /open-apis/approval/v4/tasks/query';
/** For a person. */
const TASKS = 'GET /open-apis/approval/v4/tasks';
const INITIATED = 'GET /open-apis/approval/v4/instances/initiated';

/** @see https://open.feishu.cn/document/server-docs/approval-v4/task/query `topic` */
const TOPICS = { todo: '1', done: '2', started: '3', unread: '17', read: '18' } as const;

const topic = choiceField({
	displayName: 'List',
	name: 'taskList',
	options: [
		{ name: 'Copies Read', value: 'read' },
		{ name: 'Copies Unread', value: 'unread' },
		{ name: 'Done', value: 'done', description: 'What they have decided' },
		{ name: 'Started', value: 'started', description: 'What they have started' },
		{ name: 'To Do', value: 'todo', description: 'What waits for their decision' },
	],
	default: 'todo',
	description: 'Which list of the approval centre',
});

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/task/query */
export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many tasks of a person',
	description: 'List what waits for somebody, what they have decided or started, and their copies',
	endpoint: QUERY,
	alsoCalls: [TASKS, INITIATED, ...ID_CALLS],
	scopes: ['approval:task:list_by_user', 'approval:approval:readonly', 'approval:task:read', 'approval:instance:read'],
	identity: 'either',
	fields: [topic, whoseField, pagingFields],
	output: outputOf({
		'task_id?': 'string',
		'title?': 'string',
		'status?': 'string',
		'instance_code?': 'string',
		'instance_status?': 'string',
		'approval_code?': 'string',
		'approval_name?': 'string',
		'started_by?': WHO,
		'summaries?': { '*': 'string' },
		'decidable?': 'boolean',
		'link?': 'string',
	}),
	async run({ read, label, feishu, errorContext }) {
		const list = read(topic);
		const whose = read(whoseField);
		const limit = read(pagingFields);
		nameWhomItDoesNotKnow(errorContext, { [label(whoseField)]: whose });
		if (await feishu.isPerson()) {
			refuseOfApps({ [label(whoseField)]: whose });
			const query = { user_id_type: 'open_id' };
			if (list === 'started') {
				const asked = { query, itemsKey: 'instances', pageSize: 100, limit };
				return await withNames(feishu, (await feishu.list(INITIATED, asked)).map(initiatedInstance), 'started_by');
			}
			const asked = { query: { ...query, topic: TOPICS[list] }, itemsKey: 'tasks', pageSize: 100, limit };
			return await withNames(feishu, (await feishu.list(TASKS, asked)).map(listedTask), 'started_by');
		}
		if (!whose) throw whoseField.refuse('is empty', 'An app asks for the list of somebody: choose the person');
		const { id, type } = await ownId(feishu, whose, label(whoseField));
		const query = { user_id: id, user_id_type: type, topic: TOPICS[list] };
		const found = await feishu.list(QUERY, { query, itemsKey: 'tasks', pageSize: 200, limit });
		return await withNames(feishu, found.map(listedTask), 'started_by');
	},
});
