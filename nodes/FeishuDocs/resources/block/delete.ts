import { InputError } from '../../../../feishu/input';
import { text } from '../../../../feishu/json';
import {
	blockOf,
	childrenOf,
	DELETE_CHILDREN,
	deleteChildren,
	GET_BLOCK,
	GET_CHILDREN,
} from '../../../shared/docs/blockCalls';
import { documentField } from '../../../shared/docs/document';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { blockField } from './blockField';

const document = documentField();
const block = blockField();

export const deleteBlock = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a block',
	description: 'Take a block away with all that is in it',
	endpoint: DELETE_CHILDREN,
	alsoCalls: [GET_BLOCK, GET_CHILDREN],
	scopes: ['docx:document'],
	identity: 'either',
	fields: [document, block],
	output: doneOutput('deleted', 'document_id', 'block_id'),
	orderBy: ({ read }) => read(document).address.token,
	async run({ read, label, ...asking }) {
		const chosen = read(document);
		const block_id = read(block);
		const document_id = await chosen.id(asking);
		if (block_id === document_id)
			throw new InputError(label(block), 'This is the document itself', 'Use Document → Delete for it');
		const target = { feishu: asking.feishu, document_id };
		const parent = text((await blockOf(target, block_id)).parent_id);
		// The platform takes positions, no IDs.
		const siblings = await childrenOf(target, parent);
		const at = siblings.findIndex((one) => one.block_id === block_id);
		await deleteChildren(target, parent, at, at + 1);
		return { deleted: true, document_id, block_id };
	},
});
