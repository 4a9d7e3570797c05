import { documentField } from '../../../shared/docs/document';
import { UPDATE_BLOCKS, updateBlocks, WRITE_SCOPES } from '../../../shared/docs/blockCalls';
import { textRun } from '../../../../feishu/docs/newBlock';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { titleField } from './title';

const document = documentField();

export const rename = defineOperation({
	value: 'rename',
	name: 'Rename',
	action: 'Rename a document',
	description: 'Give a document another title',
	endpoint: UPDATE_BLOCKS,
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [document, titleField],
	output: outputOf({ document_id: 'string', title: 'string' }),
	orderBy: ({ read }) => read(document).address.token,
	async run({ read, ...asking }) {
		const chosen = read(document);
		const title = read(titleField);
		const document_id = await chosen.id(asking);
		// The title is the text of the page.
		const update = { block_id: document_id, update_text_elements: { elements: [textRun(title)] } };
		await updateBlocks({ feishu: asking.feishu, document_id }, [update]);
		return { document_id, title };
	},
});
