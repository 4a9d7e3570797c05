import type { DisplayCondition } from 'n8n-workflow';

import type { JsonObject } from '../../../../feishu/json';
import { isObject } from '../../../../feishu/json';
import { fromList, locatorField } from '../../../shared/fields/locator';
import { pagingFields } from '../../../shared/fields/common';
import { mapperField } from '../../../shared/fields/mapper';
import { collectionField } from '../../../shared/fields/nested';
import { flagField, jsonObjectField, noticeField, textField } from '../../../shared/fields/plain';
import { mappedField, shownFor } from '../../../shared/operation/field';
import { idempotentOption, identityOption, pageSizeOption } from '../options';
import { getEndpointFields } from './mapper';
import { searchEndpoints } from './searchEndpoints';
import { WIKI_NODE } from '../../../shared/wiki/wikiNodes';

/** What names the endpoint, as it was entered. */
export const endpointField = mappedField(
	locatorField({
		displayName: 'Endpoint',
		name: 'endpoint',
		description:
			'Which endpoint to call. Search the list by name in English or Chinese, by path or by domain. By ID takes a method and a path ("POST /open-apis/im/v1/messages"); a path, a documentation link or a name works as well when only one endpoint has it, and the error of an unknown one names the closest.',
		modes: [
			fromList('searchEndpoints', 'Choose an endpoint…'),
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. POST /open-apis/im/v1/messages',
				hint: 'Method and path as the documentation shows them',
			},
		],
		searches: { searchEndpoints },
	}),
	({ value }) => value,
);

/** n8n tells the model the name of the action, which says nothing of the endpoint that was chosen. */
export const toolNotice = shownFor(
	noticeField(
		'toolNotice',
		'The model is told only that an endpoint is called: say which, and what for, under Tool Description → Set Manually. A model that gives the endpoint gives its values under Options → More Parameters (JSON).',
	),
	{ '@tool': [true] },
);

/** Values by field ID, or that those of the item are taken. Without an endpoint n8n would show an error in their place. */
export const parametersField = mappedField(
	shownFor(
		mapperField({
			displayName: 'Parameters',
			name: 'parameters',
			description: 'What the endpoint takes, under the names of its documentation',
			typeOptions: {
				loadOptionsDependsOn: ['endpoint.value'],
				resourceMapper: {
					resourceMapperMethod: 'getEndpointFields',
					mode: 'add',
					fieldWords: { singular: 'parameter', plural: 'parameters' },
					valuesLabel: 'Parameters',
					addAllFields: true,
					multiKeyMatch: false,
					supportAutoMap: true,
					noFieldsError: 'There are no parameters to show yet',
				},
			},
			mapping: { getEndpointFields },
			calls: [WIKI_NODE],
		}),
		{ endpoint: [{ _cnd: { not: '' } }] },
	),
	(mapped): JsonObject | 'item' => {
		if (mapped.from === 'item') return 'item';
		return mapped.from === 'expression' ? byFieldId(mapped.values) : mapped.values;
	},
);

/** `{query: {a: 1}}` means the same as `{'query.a': 1}`; a body that is a list stays whole. */
function byFieldId(values: JsonObject): JsonObject {
	const nested = ([id, value]: [string, unknown]): Array<[string, unknown]> =>
		['path', 'query', 'body', 'header'].includes(id) && isObject(value)
			? Object.entries(value).map(([name, one]) => [`${id}.${name}`, one])
			: [[id, value]];
	return Object.fromEntries(Object.entries(values).flatMap(nested));
}

/** How the path of a POST ends that reads: of those with pages, all. */
const READS = [
	'/search',
	'/query',
	'/tree',
	'/batch',
	'/batch_v2',
	'/batch_get',
	'/batch_query',
	'/search_cc',
	'/search_event',
	'/search_launchable',
	'/query_detail',
	'/query_multi_timeline',
	'/query_operation_logs',
	'/department_overview',
	'/list_data',
	'/find_by_page',
	'/get_agency_account',
	'/search/v2/app',
	'/search/v2/message',
];

/** How a name begins that stands for an endpoint that reads; small letters and Chinese may be any name. */
const READING_NAMES = ['Batch ', 'Get ', 'List', 'Obtain ', 'Query ', 'Search '];

/**
 * Endpoints that may give lists: those that read, and a POST by the end of its path, because the panel does not know the
 * catalog; an expression, an address and a name may be any. Not as one regular expression: n8n gives up an execution
 * when one takes 250 ms, which a busy machine needs for nothing.
 */
const LISTING: DisplayCondition[] = [
	{ _cnd: { startsWith: 'GET ' } },
	...READS.map((end): DisplayCondition => ({ _cnd: { endsWith: end } })),
	...['=', '/', ...READING_NAMES].map((start): DisplayCondition => ({ _cnd: { startsWith: start } })),
	{ _cnd: { gte: 'a' } },
	{ _cnd: { eq: '' } },
];

/** Return All and Limit, where there may be several records. */
export const limitFields = shownFor(pagingFields, { endpoint: LISTING });

export const optionsField = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	textField({
		displayName: 'File Name',
		name: 'fileName',
		placeholder: 'e.g. report.pdf',
		description: "Another name for the file than its own; for uploads the endpoint's file_name",
	}),
	flagField({
		displayName: 'Full Answer',
		name: 'fullAnswer',
		default: false,
		description: 'Whether to return the whole answer with code and msg, of one page, instead of its data',
	}),
	identityOption(
		'In whose name the call is made. Not set, it follows the endpoint; set, it is used even if the catalog says that the endpoint takes another.',
	),
	mappedField(
		jsonObjectField({
			displayName: 'More Parameters (JSON)',
			name: 'moreParameters',
			description:
				'Further values by name, for example {"query.receive_id_type": "chat_id", "body.msg_type": "text"}. They win over the fields above; AI agents and expressions can give all values here.',
		}),
		byFieldId,
	),
	pageSizeOption('Records fetched with one request; the largest page of the endpoint unless set'),
	textField({
		displayName: 'Put Output File in Field',
		name: 'outputField',
		default: 'data',
		placeholder: 'e.g. data',
		description: 'The name of the output binary field to put the file in; for downloads',
	}),
	idempotentOption,
	flagField({
		displayName: 'Send Unknown Names',
		name: 'sendUnknownNames',
		default: false,
		description:
			'Whether to send names that the catalog lacks although they are nearly those that it has. Others are sent anyway.',
	}),
]);
