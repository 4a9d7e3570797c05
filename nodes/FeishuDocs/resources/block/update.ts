import { textRun } from '../../../../feishu/docs/newBlock';
import { UPDATE_BLOCKS, updateBlocks, WRITE_SCOPES } from '../../../shared/docs/blockCalls';
import { documentField } from '../../../shared/docs/document';
import { choiceField, jsonObjectField, rawTextField } from '../../../shared/fields/plain';
import { variantField } from '../../../shared/fields/variants';
import { defineOperation } from '../../../shared/operation/operation';
import { blockField } from './blockField';
import { BLOCK, blockItem } from './output';

const document = documentField();
const block = blockField();

const how = choiceField({
	displayName: 'Change',
	name: 'changeBlock',
	options: [
		{ name: 'As JSON', value: 'json', description: 'Any change that the platform knows' },
		{ name: 'Its Text', value: 'text' },
	],
	default: 'text',
	description: 'What is to change',
});

const words = rawTextField({
	displayName: 'New Text',
	name: 'newText',
	description: 'What the block says then, without styles',
});

const json = jsonObjectField({
	displayName: 'Update (JSON)',
	name: 'updateJson',
	default: '{ "update_text_style": { "style": { "done": true }, "fields": [2] } }',
	description:
		'One change, such as update_text_elements, update_text_style, update_table_property, insert_table_row, merge_table_cells or replace_image',
});

const change = variantField(how, { json, text: words });

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a block',
	description: 'Change the text of a block, or anything else of it as JSON',
	endpoint: UPDATE_BLOCKS,
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [document, block, change],
	output: BLOCK,
	orderBy: ({ read }) => read(document).address.token,
	async run({ read, ...asking }) {
		const chosen = read(document);
		const block_id = read(block);
		const { choice, value } = read(change);
		const update = choice === 'text' ? { update_text_elements: { elements: [textRun(value)] } } : value;
		if (Object.keys(update).length !== 1) throw json.refuse('has no change, or several', 'Give one, by its name');
		const document_id = await chosen.id(asking);
		const [changed = {}] = await updateBlocks({ feishu: asking.feishu, document_id }, [{ block_id, ...update }]);
		return blockItem({ block_id, ...changed });
	},
});
