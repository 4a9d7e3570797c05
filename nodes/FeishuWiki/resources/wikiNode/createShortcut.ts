import { defineOperation } from '../../../shared/operation/operation';
import { pageField } from '../../../shared/wiki/page';
import { WIKI_NODE, wikiNodes } from '../../../shared/wiki/wikiNodes';
import { CREATE_NODE, makePage } from './makePage';
import { PAGE, pageItem } from './output';
import { placeField } from './place';

const page = pageField({ description: 'The page to which the shortcut leads' });

export const createShortcut = defineOperation({
	value: 'createShortcut',
	name: 'Create Shortcut',
	action: 'Create a shortcut to a page',
	description: 'Put a page in a second place of a wiki',
	endpoint: CREATE_NODE,
	alsoCalls: [WIKI_NODE],
	scopes: ['wiki:node:create', 'wiki:wiki'],
	identity: 'either',
	fields: [page, placeField],
	output: PAGE,
	orderBy: ({ read }) => read(placeField).key,
	async run({ read, ...asking }) {
		const { feishu, context, errorContext } = asking;
		const { node_token } = read(page);
		const place = read(placeField);
		const where = await place.of(asking);
		const { obj_type } = await wikiNodes(context, feishu, errorContext)(node_token);
		const made = await makePage(feishu, where, { obj_type, origin_node_token: node_token });
		return await pageItem(feishu, made, where.origin);
	},
});
