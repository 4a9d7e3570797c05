import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../../feishu/json';
import { optionalDriveFolderField } from '../../../shared/drive/folder';
import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choicesField, flagField, textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { appSearch, BY_APP } from './appSearch';

/** Source: …/search-v2/doc_wiki/search */
const [MAX_QUERY, PAGE_SIZE] = [50, 20];

const query = mappedField(
	textField({
		displayName: 'Search For',
		name: 'searchFor',
		required: true,
		placeholder: 'e.g. travel expenses',
		description: 'Words of titles and contents',
	}),
	(words, label) => {
		if (words.length <= MAX_QUERY) return words;
		throw complaint(label, 'is too long', `Use up to ${MAX_QUERY} characters`);
	},
);

const kinds = choicesField({
	displayName: 'Kinds',
	name: 'searchKinds',
	options: [
		{ name: 'Base', value: 'BITABLE' },
		{ name: 'Document', value: 'DOCX' },
		{ name: 'Document of the Old Kind', value: 'DOC' },
		{ name: 'File', value: 'FILE' },
		{ name: 'Folder', value: 'FOLDER' },
		{ name: 'Mind Note', value: 'MINDNOTE' },
		{ name: 'Page of a Wiki', value: 'WIKI' },
		{ name: 'Slides', value: 'SLIDES' },
		{ name: 'Spreadsheet', value: 'SHEET' },
	],
	default: [],
	description: 'Only what is one of these',
});

const inFolder = optionalDriveFolderField(
	{ displayName: 'In Folder', name: 'inFolder', description: 'Only what lies in this folder' },
	'In wikis search with Feishu Wiki → Page → Search',
);

const titles = flagField({
	displayName: 'Only Titles',
	name: 'onlyTitles',
	default: false,
	description: 'Whether to leave out what has the words in its content only',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	inFolder,
	kinds,
	titles,
]);

/** The platform marks what it has found. */
const unmarked = (words: unknown) => text(words).replace(/<\/?h[a-z]*>/gi, '');

const BY_PERSON = 'POST /open-apis/search/v2/doc_wiki/search';

export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search files',
	description: 'Find files and documents by words of their titles and contents; a person finds more, and more is told',
	endpoint: BY_APP,
	alsoCalls: [BY_PERSON],
	scopes: ['search:docs:read', 'drive:drive:readonly', 'drive:drive'],
	identity: 'either',
	fields: [query, pagingFields, options],
	output: outputOf({
		token: 'string',
		type: 'string',
		title: 'string',
		'summary?': 'string',
		'url?': 'string',
		'owner_id?': 'string',
		'owner_name?': 'string',
		'created_time?': 'any',
		'modified_time?': 'any',
	}),
	async run({ read, feishu, errorContext }) {
		const words = read(query);
		const limit = read(pagingFields);
		const { inFolder: folder, onlyTitles, searchKinds: kinds = [] } = read(options);
		if (!(await feishu.isPerson())) {
			if (folder !== undefined || onlyTitles)
				throw options.refuse('has what only a person can search by', `Leave out ${APPS_LEAVE_OUT}`);
			return await appSearch(feishu, words, kinds, limit);
		}
		errorContext.scopes = ['search:docs:read'];
		const filter = { ...(kinds.length > 0 && { doc_types: kinds }), ...(onlyTitles && { only_title: true }) };
		const found = await feishu.list(BY_PERSON, {
			limit,
			pageSize: PAGE_SIZE,
			pagingIn: 'body',
			itemsKey: 'res_units',
			idempotent: true,
			body: {
				query: words,
				doc_filter: { ...filter, ...(folder && { folder_tokens: [folder] }) },
				// What lies in a folder lies in no wiki.
				...(folder === undefined && { wiki_filter: filter }),
			},
		});
		return found.map(itemOf);
	},
});

const APPS_LEAVE_OUT = "'In Folder' and 'Only Titles', or choose a person under Authentication";

function itemOf({ title_highlighted, summary_highlighted, result_meta, entity_type }: IDataObject): IDataObject {
	const { token, url, doc_types, owner_id, owner_name, create_time, update_time } = (result_meta ?? {}) as IDataObject;
	return {
		token,
		type: (text(doc_types) || text(entity_type)).toLowerCase(),
		title: unmarked(title_highlighted),
		summary: unmarked(summary_highlighted),
		url,
		owner_id,
		...(owner_name !== undefined && { owner_name }),
		...(create_time !== undefined && { created_time: create_time }),
		...(update_time !== undefined && { modified_time: update_time }),
	};
}
