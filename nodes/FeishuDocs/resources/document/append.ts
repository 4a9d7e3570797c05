import { CONTENT_CALLS, CONTENT_LABEL, contentField, contentOptions, readBlocks } from '../../../shared/docs/content';
import { documentField } from '../../../shared/docs/document';
import { ADD_BLOCKS, WRITE_SCOPES } from '../../../shared/docs/blockCalls';
import { sourcesOf } from '../../../shared/docs/sourcesOf';
import { writeBlocks, WRITING } from '../../../shared/docs/writeBlocks';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { WRITTEN, writtenItem } from './written';

const document = documentField();

export const append = defineOperation({
	value: 'append',
	name: 'Append',
	action: 'Append to a document',
	description: 'Add Markdown or HTML to the end of a document',
	endpoint: ADD_BLOCKS,
	alsoCalls: [...WRITING, ...CONTENT_CALLS],
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [document, contentField, contentOptions],
	output: outputOf(WRITTEN),
	orderBy: ({ read }) => read(document).address.token,
	async run({ read, ...asking }) {
		const { feishu, errorContext } = asking;
		const chosen = read(document);
		const entered = read(contentField);
		const options = read(contentOptions);
		const blocks = await readBlocks(feishu, entered, options);
		const document_id = await chosen.id(asking);
		const place = { parent: document_id, index: -1 };
		const sources = sourcesOf(asking, CONTENT_LABEL);
		const written = await writeBlocks({ feishu, document_id }, sources, errorContext, blocks, place);
		return writtenItem(asking, document_id, written);
	},
});
