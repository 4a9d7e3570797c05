import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { optionalDefinitionField } from '../../definition/definitionField';
import { LISTED, searchedTask } from '../../instance/listed';
import { periodOf, started } from '../../instance/periods';
import { searched } from '../../instance/searched';
import { ID_CALLS, ownId } from '../../people/ids';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import { WHO, withNames } from '../../people/who';
import { whoseOrDefinitionField } from '../../people/whose';

const status = choiceField({
	displayName: 'Status',
	name: 'taskStatus',
	options: [
		{ name: 'Any', value: 'ALL' },
		{ name: 'Approved', value: 'APPROVED' },
		{ name: 'Pending', value: 'PENDING' },
		{ name: 'Rejected', value: 'REJECTED' },
		{ name: 'Transferred', value: 'TRANSFERRED' },
	],
	default: 'ALL',
	description: 'Only tasks in this state',
});

const filters = collectionField({ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' }, [
	started.from,
	status,
	started.to,
]);

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/approval-search/search */
export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search tasks',
	description: 'Find tasks of a definition or a person by state and time; the search lags behind a little',
	endpoint: 'POST /open-apis/approval/v4/tasks/search',
	alsoCalls: ID_CALLS,
	scopes: ['approval:approval.list:readonly', 'approval:approval:readonly'],
	identity: 'app',
	fields: [optionalDefinitionField, whoseOrDefinitionField, pagingFields, filters],
	output: outputOf({ task_id: 'string', 'person?': WHO, ...LISTED, 'instance_status?': 'string' }),
	async run({ read, label, feishu, errorContext }) {
		const approval_code = read(optionalDefinitionField);
		const whose = read(whoseOrDefinitionField);
		const limit = read(pagingFields);
		nameWhomItDoesNotKnow(errorContext, { [label(whoseOrDefinitionField)]: whose });
		const { startedAfter, startedBefore, taskStatus } = read(filters);
		const period = periodOf(started, [startedAfter, startedBefore], Date.now());
		if (!approval_code && !whose)
			throw optionalDefinitionField.refuse(
				`and the field '${whoseOrDefinitionField.label}' are both empty`,
				'Feishu finds the tasks of a definition or of a person, not all',
			);
		const id = whose && (await ownId(feishu, whose, label(whoseOrDefinitionField)));
		const found = await searched(feishu, this.endpoint, {
			period,
			limit,
			itemsKey: 'task_list',
			query: { user_id_type: id?.type ?? 'open_id' },
			body: ({ from, to }) => ({
				...(approval_code && { approval_code }),
				...(id && { user_id: id.id }),
				task_status: taskStatus ?? 'ALL',
				task_start_time_from: String(from),
				task_start_time_to: String(to),
			}),
		});
		return await withNames(feishu, found.map(searchedTask), 'person', 'started_by');
	},
});
