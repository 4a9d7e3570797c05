import { isObject, text, type JsonObject } from '../../../../feishu/json';
import { InputError } from '../../../../feishu/input';
import { ADD_BLOCKS, addBlocks, WRITE_SCOPES } from '../../../shared/docs/blockCalls';
import { documentField } from '../../../shared/docs/document';
import { collectionField } from '../../../shared/fields/nested';
import { jsonField, numberField, textField } from '../../../shared/fields/plain';
import { mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const document = documentField();

/** Blocks in one request. Source: …/docx-v1/document-block/create-2 */
const MOST = 1000;

const EXAMPLE = '{ "block_type": 2, "text": { "elements": [{ "text_run": { "content": "Hi" } }] } }';

const blocks = mappedField(
	jsonField({
		displayName: 'Blocks (JSON)',
		name: 'blocksJson',
		required: true,
		typeOptions: { rows: 6 },
		default: `[${EXAMPLE}]`,
		description:
			'A list of blocks. Those inside of another one stand in its children, as IDs of other blocks of the list (block_id), or as blocks themselves.',
	}),
	(value, label): { children_id: string[]; descendants: JsonObject[] } => {
		const list = Array.isArray(value) ? value : [value];
		const wrong = (what: string) => new InputError(label, `The field '${label}' ${what}`, `Such as [${EXAMPLE}]`);
		if (list.length === 0) throw wrong('has no block');
		const descendants: JsonObject[] = [];
		const add = (block: unknown): string => {
			if (!isObject(block)) throw wrong('holds something that is no block');
			if (typeof block.block_type !== 'number') throw wrong('has a block without a block_type, which is a number');
			const id = text(block.block_id) || `block_${descendants.length + 1}`;
			const own: JsonObject = { ...block, block_id: id };
			descendants.push(own);
			if (Array.isArray(block.children))
				own.children = block.children.map((child) => (isObject(child) ? add(child) : text(child)));
			return id;
		};
		const ids = list.map(add);
		if (descendants.length > MOST) throw wrong(`has more than ${MOST} blocks`);
		const held = new Set(descendants.flatMap(({ children }) => (Array.isArray(children) ? children.map(text) : [])));
		return { children_id: ids.filter((id) => !held.has(id)), descendants };
	},
);

const parent = textField({
	displayName: 'Below Block',
	name: 'parentBlock',
	placeholder: 'e.g. doxcnSS4ouQkQEouGSUkTg9NJPe',
	description: 'The ID of the block in which they go; without it the document itself',
});

const index = numberField({
	displayName: 'Position',
	name: 'position',
	typeOptions: { minValue: -1 },
	default: -1,
	description: 'Among the blocks that are there, counted from 0; -1 is the end',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	parent,
	index,
]);

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create blocks',
	description: 'Add blocks to a document as JSON; Document: Append and Insert take Markdown',
	endpoint: ADD_BLOCKS,
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [document, blocks, options],
	output: outputOf({ document_id: 'string', block_ids: ['string'] }),
	orderBy: ({ read }) => read(document).address.token,
	async run({ read, ...asking }) {
		const chosen = read(document);
		const body = read(blocks);
		const { parentBlock = '', position = -1 } = read(options);
		const document_id = await chosen.id(asking);
		const target = { feishu: asking.feishu, document_id };
		const ids = await addBlocks(target, parentBlock || document_id, position, body);
		return { document_id, block_ids: body.children_id.map((id) => ids.get(id) ?? id) };
	},
});
