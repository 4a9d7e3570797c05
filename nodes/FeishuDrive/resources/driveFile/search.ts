import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../../feishu/json';
import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { appSearch, BY_APP } from './appSearch';
import { options, query } from './searchFields';

/** The largest page. Source: …/search-v2/doc_wiki/search */
const PAGE_SIZE = 20;

/** The platform marks what it has found. */
const unmarked = (words: unknown) => text(words).replace(/<\/?h[a-z]*>/gi, '');

const BY_PERSON = 'POST /open-apis/search/v2/doc_wiki/search';

export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search files',
	description: 'Find files and documents by words of titles and contents; for a person more is told',
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

const APPS_LEAVE_OUT = "'In Folder' and 'Only Titles', or choose a credential of the kind Feishu OAuth2 API";

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
