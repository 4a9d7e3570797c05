import { documentsIn, LISTS_OF_DOCUMENTS, LIST_SCOPES } from '../../../shared/drive/documentsSeen';
import { LIST_FILES } from '../../../shared/drive/filesIn';
import { pagingFields } from '../../../shared/fields/common';
import { choicesField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const places = mappedField(
	choicesField({
		displayName: 'In',
		name: 'spreadsheetsIn',
		options: [
			{ name: 'Folders', value: 'folders', description: 'Of the space of the app, or of the person' },
			{ name: 'Wikis', value: 'wikis', description: 'That the app, or the person, may see' },
		],
		default: ['folders', 'wikis'],
		description: 'Where to look. What others share lies in neither list.',
	}),
	(chosen, label) => {
		if (chosen.length === 0) throw complaint(label, 'is empty', 'Choose folders, wikis or both');
		return chosen;
	},
);

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many spreadsheets',
	description: 'List the spreadsheets in the folders and wikis of the app, or of the person',
	endpoint: LIST_FILES,
	alsoCalls: LISTS_OF_DOCUMENTS,
	scopes: LIST_SCOPES,
	identity: 'either',
	fields: [places, pagingFields],
	output: outputOf({
		spreadsheet_token: 'string',
		title: 'string',
		'url?': 'string',
		'node_token?': 'string',
		'space_id?': 'string',
	}),
	async run({ read, feishu }) {
		const chosen = read(places);
		const limit = read(pagingFields);
		const found = [];
		for (const place of chosen)
			for await (const { token: spreadsheet_token, name: title, ...seen } of documentsIn[place](feishu, 'sheet')) {
				if (found.length >= limit) return found;
				found.push({ spreadsheet_token, title, ...seen });
			}
		return found;
	},
});
