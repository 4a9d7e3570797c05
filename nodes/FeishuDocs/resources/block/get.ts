import { blockOf, GET_BLOCK, READ_SCOPES } from '../../../shared/docs/blockCalls';
import { documentField } from '../../../shared/docs/document';
import { defineOperation } from '../../../shared/operation/operation';
import { blockField } from './blockField';
import { BLOCK, blockItem } from './output';

const document = documentField();
const block = blockField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a block',
	description: 'Get one block of a document as the platform has it',
	endpoint: GET_BLOCK,
	scopes: READ_SCOPES,
	identity: 'either',
	fields: [document, block],
	output: BLOCK,
	async run({ read, ...asking }) {
		const chosen = read(document);
		const block_id = read(block);
		const document_id = await chosen.id(asking);
		return blockItem(await blockOf({ feishu: asking.feishu, document_id }, block_id));
	},
});
