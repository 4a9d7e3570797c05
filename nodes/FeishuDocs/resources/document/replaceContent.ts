import { CONTENT_CALLS, CONTENT_LABEL, contentField, contentOptions, readBlocks } from '../../../shared/docs/content';
import { documentField } from '../../../shared/docs/document';
import { ADD_BLOCKS, childrenOf, deleteChildren } from '../../../shared/docs/blockCalls';
import { sourcesOf } from '../../../shared/docs/sourcesOf';
import { writeBlocks, WRITING } from '../../../shared/docs/writeBlocks';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { WRITTEN, writtenItem } from './written';

const document = documentField();

export const replaceContent = defineOperation({
	value: 'replaceContent',
	name: 'Replace Content',
	action: 'Replace the content of a document',
	description: 'Put Markdown or HTML in the place of all that a document holds; its title, address and rights stay',
	endpoint: ADD_BLOCKS,
	alsoCalls: [...WRITING, ...CONTENT_CALLS],
	scopes: ['docx:document'],
	identity: 'either',
	fields: [document, contentField, contentOptions],
	output: outputOf({ ...WRITTEN, removed: 'number' }),
	orderBy: ({ read }) => read(document).address.token,
	async run({ read, ...asking }) {
		const { feishu, errorContext } = asking;
		const chosen = read(document);
		const entered = read(contentField);
		const options = read(contentOptions);
		const blocks = await readBlocks(feishu, entered, options);
		const document_id = await chosen.id(asking);
		const target = { feishu, document_id };
		const old = (await childrenOf(target, document_id)).length;
		// What is new comes first: where writing fails, nothing is lost.
		const sources = sourcesOf(asking, CONTENT_LABEL);
		const place = { parent: document_id, index: -1 };
		const written = await writeBlocks(target, sources, errorContext, blocks, place);
		if (old > 0) await deleteChildren(target, document_id, 0, old);
		return { ...writtenItem(asking, document_id, written), removed: old };
	},
});
