import type { IDataObject } from 'n8n-workflow';

import { findEndpoint, parameterTexts, searchEndpoints } from '../../../../feishu/catalog';
import { endpointSummary } from '../../../../feishu/catalog/endpointSummary';
import { numberField, textField } from '../../../shared/fields/plain';
import { defineOperation, LOCAL } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const searchFor = textField({
	displayName: 'Search For',
	name: 'searchFor',
	required: true,
	placeholder: 'e.g. add a record to a base',
	description:
		'What is to be done, in English or Chinese: a few words such as "create calendar event" or "多维表格新增记录", or a path',
});

const matches = numberField({
	displayName: 'Matches',
	name: 'matches',
	typeOptions: { minValue: 1, maxValue: 50, numberPrecision: 0 },
	default: 5,
	description: 'How many endpoints to return at most, the best first',
});

/** For an AI agent, which looks up here what it then gives to Call. */
export const find = defineOperation({
	value: 'find',
	name: 'Find',
	action: 'Find endpoints',
	description: 'Look up endpoints and their parameters, to give them to Call; for AI agents',
	endpoint: LOCAL,
	fields: [searchFor, matches],
	output: outputOf({
		endpoint: 'string',
		name: 'string',
		name_zh: 'string',
		domain: 'string',
		tokens: ['string'],
		scopes: ['string'],
		parameters: [
			{
				name: 'string',
				type: 'string',
				required: 'boolean',
				'help?': 'string',
				'options?': ['any'],
				'option_names?': 'any',
				'id_of?': 'string',
				'id_kind_by?': 'string',
				'excludes?': ['string'],
				'undocumented?': 'boolean',
				'holds?': 'any',
			},
		],
		documentation: 'string',
		historical: 'boolean',
		high_risk: 'boolean',
		undocumented: 'boolean',
	}),
	async run({ read }) {
		const found = (await searchEndpoints(read(searchFor))).slice(0, read(matches));
		if (found.length === 0)
			throw searchFor.refuse('fits no endpoint', 'Describe with fewer words what is to be done, or enter a path');
		return await Promise.all(found.map(async ({ id }) => await described(id)));
	},
});

async function described(id: string): Promise<IDataObject> {
	const endpoint = await findEndpoint(id);
	return endpoint ? { ...endpointSummary(endpoint, await parameterTexts(endpoint)) } : {};
}
