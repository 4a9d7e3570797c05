import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { optionalDefinitionField } from '../../definition/definitionField';
import { LISTED, searchedCopy } from '../../instance/listed';
import { periodOf, copied } from '../../instance/periods';
import { searched } from '../../instance/searched';
import { ID_CALLS, ownId } from '../../people/ids';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import { WHO, withNames } from '../../people/who';
import { whoseOrDefinitionField } from '../../people/whose';

const seen = choiceField({
	displayName: 'Read',
	name: 'copyRead',
	options: [
		{ name: 'Any', value: 'ALL' },
		{ name: 'Read', value: 'READ' },
		{ name: 'Unread', value: 'UNREAD' },
	],
	default: 'ALL',
	description: 'Only copies that were opened, or were not',
});

const filters = collectionField({ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' }, [
	seen,
	copied.from,
	copied.to,
]);

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/approval-search/search_cc */
export const getCopies = defineOperation({
	value: 'getCopies',
	name: 'Get Copies',
	action: 'Get copies of instances',
	description: 'List who got copies of approvals, and whether they have read them',
	endpoint: 'POST /open-apis/approval/v4/instances/search_cc',
	alsoCalls: ID_CALLS,
	scopes: ['approval:approval.list:readonly'],
	identity: 'app',
	fields: [optionalDefinitionField, whoseOrDefinitionField, pagingFields, filters],
	output: outputOf({ 'person?': WHO, 'read_status?': 'string', 'copied_at?': 'string', ...LISTED }),
	async run({ read, label, feishu, errorContext }) {
		const approval_code = read(optionalDefinitionField);
		const whose = read(whoseOrDefinitionField);
		const limit = read(pagingFields);
		nameWhomItDoesNotKnow(errorContext, { [label(whoseOrDefinitionField)]: whose });
		const { copyRead, copiedAfter, copiedBefore } = read(filters);
		const period = periodOf(copied, [copiedAfter, copiedBefore], Date.now());
		if (!approval_code && !whose)
			throw optionalDefinitionField.refuse(
				`and the field '${whoseOrDefinitionField.label}' are both empty`,
				'Feishu lists the copies of a definition or of a person, not all',
			);
		const id = whose && (await ownId(feishu, whose, label(whoseOrDefinitionField)));
		const found = await searched(feishu, this.endpoint, {
			period,
			limit,
			itemsKey: 'cc_list',
			query: { user_id_type: id?.type ?? 'open_id' },
			body: ({ from, to }) => ({
				...(approval_code && { approval_code }),
				...(id && { user_id: id.id }),
				read_status: copyRead ?? 'ALL',
				cc_create_time_from: String(from),
				cc_create_time_to: String(to),
			}),
		});
		return await withNames(feishu, found.map(searchedCopy), 'person', 'started_by');
	},
});
