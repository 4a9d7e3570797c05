import { holdsAllWords } from '../../../../feishu/words';
import { PAGE_KINDS } from '../../../shared/drive/documentKinds';
import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choicesField, flagField, numberField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { pagesIn } from '../../../shared/wiki/pagesIn';
import { GET_NODES, NODE_SCOPES } from '../../../shared/wiki/spaces';
import { PAGE_SHAPE, pageItem } from './output';
import { PLACE_CALLS, placeField } from './place';

const levels = numberField({
	displayName: 'Levels',
	name: 'levels',
	typeOptions: { minValue: 1 },
	default: 1,
	description: 'How deep to go; 1 for the pages right below. Each page with pages below it takes a request.',
});

const all = flagField({
	displayName: 'All Levels',
	name: 'allLevels',
	default: false,
	description: 'Whether to list the whole tree',
});

const kinds = choicesField({
	displayName: 'Kinds',
	name: 'kinds',
	options: PAGE_KINDS,
	default: [],
	description: 'Only pages in which one of these lies',
});

const titled = textField({
	displayName: 'Title Contains',
	name: 'titleContains',
	placeholder: 'e.g. notes 2026',
	description: 'Only pages whose title has all of these words',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	all,
	kinds,
	levels,
	titled,
]);

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many pages',
	description: 'List the pages of a wiki or below a page, in the order of its tree',
	endpoint: GET_NODES,
	alsoCalls: PLACE_CALLS,
	scopes: NODE_SCOPES,
	identity: 'either',
	fields: [placeField, pagingFields, options],
	output: outputOf({ ...PAGE_SHAPE, depth: 'number', path: ['string'] }),
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const place = read(placeField);
		const limit = read(pagingFields);
		const { allLevels = false, kinds: wanted = [], levels: deep = 1, titleContains = '' } = read(options);
		const { space_id, parent_node_token: parent, origin } = await place.of(asking);
		const found = [];
		for await (const { page, depth, path } of pagesIn(feishu, {
			space_id,
			parent,
			levels: allLevels ? Infinity : deep,
		})) {
			if (wanted.length > 0 && !wanted.some((kind) => kind === page.obj_type)) continue;
			if (!holdsAllWords(String(page.title), titleContains)) continue;
			found.push({ ...(await pageItem(feishu, page, origin)), depth, path: [...path] });
			if (found.length >= limit) break;
		}
		return found;
	},
});
