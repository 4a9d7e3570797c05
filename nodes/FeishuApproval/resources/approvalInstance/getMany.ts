import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { optionalDefinitionField } from '../../definition/definitionField';
import { initiatedInstance, LISTED, searchedInstance } from '../../instance/listed';
import { periodOf, started } from '../../instance/periods';
import { searched } from '../../instance/searched';
import { ID_CALLS, ownId } from '../../people/ids';
import { refuseOfApps } from '../../people/ofApps';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import { withNames } from '../../people/who';
import { whoseOrDefinitionField } from '../../people/whose';

const QUERY = 'POST /open-apis/approval/v4/instances/query';
/** For a person: what they have started. */
const INITIATED = 'GET /open-apis/approval/v4/instances/initiated';

const status = choiceField({
	displayName: 'Status',
	name: 'instanceStatus',
	options: [
		{ name: 'Any', value: 'ALL' },
		{ name: 'Approved', value: 'APPROVED' },
		{ name: 'Deleted', value: 'DELETED' },
		{ name: 'Pending', value: 'PENDING' },
		{ name: 'Rejected', value: 'REJECT' },
		{ name: 'Withdrawn', value: 'RECALL' },
	],
	default: 'ALL',
	description: 'Only those in this state; for apps only',
});

const title = textField({
	displayName: 'Title',
	name: 'instanceTitle',
	placeholder: 'e.g. Laptop for Ann',
	description: 'Only those with this title; for apps only',
});

const filters = collectionField({ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' }, [
	started.from,
	status,
	title,
	started.to,
]);

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/approval-search/query-2 */
export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many instances',
	description: 'List approvals of a definition or of a person; as a person, what one has started oneself',
	endpoint: QUERY,
	alsoCalls: [INITIATED, ...ID_CALLS],
	scopes: ['approval:approval.list:readonly', 'approval:instance:read'],
	identity: 'either',
	fields: [optionalDefinitionField, whoseOrDefinitionField, pagingFields, filters],
	output: outputOf(LISTED),
	async run({ read, label, feishu, errorContext }) {
		const approval_code = read(optionalDefinitionField);
		const whose = read(whoseOrDefinitionField);
		const limit = read(pagingFields);
		nameWhomItDoesNotKnow(errorContext, { [label(whoseOrDefinitionField)]: whose });
		const { startedAfter, startedBefore, instanceStatus, instanceTitle } = read(filters);
		const period = periodOf(started, [startedAfter, startedBefore], Date.now());
		const isPerson = await feishu.isPerson();
		if (!isPerson && !approval_code && !whose)
			throw optionalDefinitionField.refuse(
				`and the field '${whoseOrDefinitionField.label}' are both empty`,
				'Feishu lists the approvals of a definition or of a person to apps, not all',
			);
		if (isPerson) {
			const ofApps = instanceStatus === 'ALL' ? undefined : instanceStatus;
			refuseOfApps({ [label(whoseOrDefinitionField)]: whose, [status.label]: ofApps, [title.label]: instanceTitle });
			// Nothing says what they are counted in, so they are told only where somebody asks for them.
			const start_timestamp = startedAfter === undefined ? undefined : String(startedAfter);
			const end_timestamp = startedBefore === undefined ? undefined : String(startedBefore);
			const query = { definition_code: approval_code, user_id_type: 'open_id', start_timestamp, end_timestamp };
			const asked = { query, itemsKey: 'instances', pageSize: 100, limit };
			return await withNames(feishu, (await feishu.list(INITIATED, asked)).map(initiatedInstance), 'started_by');
		}
		const id = whose && (await ownId(feishu, whose, label(whoseOrDefinitionField)));
		const found = await searched(feishu, QUERY, {
			period,
			limit,
			itemsKey: 'instance_list',
			query: { user_id_type: id?.type ?? 'open_id' },
			body: ({ from, to }) => ({
				...(approval_code && { approval_code }),
				...(id && { user_id: id.id }),
				...(instanceTitle && { instance_title: instanceTitle }),
				instance_status: instanceStatus ?? 'ALL',
				instance_start_time_from: String(from),
				instance_start_time_to: String(to),
			}),
		});
		return await withNames(feishu, found.map(searchedInstance), 'started_by');
	},
});
