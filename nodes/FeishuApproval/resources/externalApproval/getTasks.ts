import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, listField } from '../../../shared/fields/plain';
import { optionalPeopleField } from '../../../shared/contact/severalPeople';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { withIsoTimes } from '../../external/isoTimes';
import { ID_CALLS, otherIds } from '../../people/ids';

const codes = listField({
	displayName: 'Codes',
	name: 'externalCodes',
	placeholder: 'e.g. F46EB460-9476-4789-9524-ECD564291234',
	description: 'Only of these third-party approvals, by the codes that Feishu gave',
});
const instances = listField({
	displayName: 'Instance IDs',
	name: 'externalInstanceIds',
	placeholder: 'e.g. order-1107, order-1108',
	description: 'Only of these instances',
});
const people = optionalPeopleField({
	displayName: 'People',
	name: 'externalDeciders',
	description: 'Only of these people',
});
const status = choiceField({
	displayName: 'Status',
	name: 'externalTaskStatus',
	options: [
		{ name: 'Approved', value: 'APPROVED' },
		{ name: 'Done', value: 'DONE' },
		{ name: 'Pending', value: 'PENDING' },
		{ name: 'Rejected', value: 'REJECTED' },
		{ name: 'Transferred', value: 'TRANSFERRED' },
	],
	default: 'PENDING',
	description: 'Only tasks in this state',
});

const filters = collectionField({ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' }, [
	codes,
	instances,
	people,
	status,
]);

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/external_task/list */
export const getTasks = defineOperation({
	value: 'getTasks',
	name: 'Get Tasks',
	action: 'Get tasks of external approvals',
	description: 'List instances of third-party approvals with the states of their tasks, as Feishu knows them',
	endpoint: 'GET /open-apis/approval/v4/external_tasks',
	alsoCalls: ID_CALLS,
	scopes: ['approval:external_task', 'approval:approval:readonly', 'approval:approval'],
	identity: 'app',
	fields: [pagingFields, filters],
	output: outputOf({
		instance_id: 'string',
		'approval_id?': 'string',
		'approval_code?': 'string',
		'status?': 'string',
		'update_time?': 'string',
		'tasks?': [{ id: 'string', 'status?': 'string', 'update_time?': 'string' }],
	}),
	async run({ read, label, feishu }) {
		const limit = read(pagingFields);
		const { externalCodes = [], externalInstanceIds = [], externalDeciders, externalTaskStatus } = read(filters);
		const several = externalDeciders && externalDeciders.count > 0 ? await externalDeciders.resolve(feishu) : undefined;
		// By user_ids alone: nothing says the kind.
		const user_ids = several ? await otherIds(feishu, several.ids, several.type, 'user_id', label(filters)) : [];
		const body = {
			...(externalCodes.length > 0 && { approval_codes: externalCodes }),
			...(externalInstanceIds.length > 0 && { instance_ids: externalInstanceIds }),
			...(user_ids.length > 0 && { user_ids }),
			...(externalTaskStatus && { status: externalTaskStatus }),
		};
		return (await feishu.list(this.endpoint, { body, pageSize: 500, itemsKey: 'data', limit })).map(withIsoTimes);
	},
});
