import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { optionalPageField } from '../../../shared/wiki/page';
import { WIKI_NODE, wikiNodes } from '../../../shared/wiki/wikiNodes';

/** Source: …/wiki-v1/search/search_wiki */
const [MAX_QUERY, PAGE_SIZE] = [50, 50];

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

const below = optionalPageField({
	displayName: 'Below Page',
	name: 'belowPage',
	description: 'Only this page and those below it',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [below]);

/** What this endpoint says in numbers of its own. */
const KINDS: Readonly<Record<number, string>> = {
	1: 'doc',
	2: 'sheet',
	3: 'bitable',
	4: 'mindnote',
	5: 'file',
	7: 'wiki',
	8: 'docx',
	9: 'folder',
	10: 'catalog',
	11: 'slides',
};

const output = outputOf({
	node_token: 'string',
	'title?': 'string',
	'obj_type?': 'string',
	'obj_token?': 'string',
	'url?': 'string',
	'space_id?': 'string',
	'parent_node_token?': 'string',
});

export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search pages',
	description: 'Find pages by words of their titles and contents; the platform searches for persons only',
	endpoint: 'POST /open-apis/wiki/v1/nodes/search',
	alsoCalls: [WIKI_NODE],
	scopes: ['wiki:wiki:readonly', 'wiki:wiki', 'search:docs:read'],
	identity: 'user',
	fields: [query, pagingFields, options],
	output,
	async run({ read, feishu, context, errorContext }) {
		const words = read(query);
		const limit = read(pagingFields);
		const { belowPage } = read(options);
		const space_id = belowPage && (await wikiNodes(context, feishu, errorContext)(belowPage.node_token)).space_id;
		const body = { query: words, ...(belowPage && { space_id, node_id: belowPage.node_token }) };
		const found = await feishu.list(this.endpoint, { body, limit, pageSize: PAGE_SIZE, itemsKey: 'items' });
		return found.map(({ node_id: node_token, parent_id: parent_node_token, obj_type, ...page }) =>
			output.simplify({
				...page,
				node_token,
				parent_node_token,
				obj_type: KINDS[Number(obj_type)] ?? String(obj_type),
			}),
		);
	},
});
