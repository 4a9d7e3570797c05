import { sectionNamed } from '../../../../feishu/docs/sections';
import { ADD_BLOCKS, blocksOf, deleteChildren, LIST_BLOCKS } from '../../../shared/docs/blockCalls';
import { CONTENT_CALLS, CONTENT_LABEL, CONTENT_OPTIONS, contentField, readBlocks } from '../../../shared/docs/content';
import { documentField } from '../../../shared/docs/document';
import { sourcesOf } from '../../../shared/docs/sourcesOf';
import { writeBlocks, WRITING } from '../../../shared/docs/writeBlocks';
import { collectionField } from '../../../shared/fields/nested';
import { filledField, flagField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { WRITTEN, writtenItem } from './written';

const document = documentField();

const heading = filledField({
	displayName: 'Heading',
	name: 'heading',
	required: true,
	placeholder: 'e.g. Results',
	description: 'What it says, or how it begins; ## before it asks for one of that level',
});

const withHeading = flagField({
	displayName: 'With the Heading',
	name: 'withHeading',
	default: false,
	description: 'Whether the heading goes as well; otherwise it stays over the new content',
});

const options = collectionField({ displayName: 'Options', name: 'sectionOptions', placeholder: 'Add option' }, [
	...CONTENT_OPTIONS,
	withHeading,
]);

export const replaceSection = defineOperation({
	value: 'replaceSection',
	name: 'Replace Section',
	action: 'Replace a section of a document',
	description: 'Put Markdown or HTML in the place of what stands under a heading, up to the next one of its level',
	endpoint: ADD_BLOCKS,
	alsoCalls: [LIST_BLOCKS, ...WRITING, ...CONTENT_CALLS],
	scopes: ['docx:document'],
	identity: 'either',
	fields: [document, heading, contentField, options],
	output: outputOf({ ...WRITTEN, removed: 'number' }),
	orderBy: ({ read }) => read(document).address.token,
	async run({ read, label, ...asking }) {
		const { feishu, errorContext } = asking;
		const chosen = read(document);
		const wanted = read(heading);
		const entered = read(contentField);
		const { withHeading: goes = false, ...how } = read(options);
		const blocks = await readBlocks(feishu, entered, how);
		const document_id = await chosen.id(asking);
		const target = { feishu, document_id };
		const { parent, index, end } = sectionNamed(await blocksOf(target), wanted, label(heading));
		const from = goes ? index : index + 1;
		// What is new comes first: where writing fails, nothing is lost.
		const sources = sourcesOf(asking, CONTENT_LABEL);
		const written = await writeBlocks(target, sources, errorContext, blocks, { parent, index: end });
		if (end > from) await deleteChildren(target, parent, from, end);
		return { ...writtenItem(asking, document_id, written), removed: end - from };
	},
});
