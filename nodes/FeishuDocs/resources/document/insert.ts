import { InputError } from '../../../../feishu/input';
import { sectionNamed } from '../../../../feishu/docs/sections';
import { text } from '../../../../feishu/json';
import {
	ADD_BLOCKS,
	blockOf,
	blocksOf,
	childrenOf,
	GET_BLOCK,
	LIST_BLOCKS,
	type Target,
} from '../../../shared/docs/blockCalls';
import { CONTENT_CALLS, CONTENT_LABEL, contentField, contentOptions, readBlocks } from '../../../shared/docs/content';
import { documentField } from '../../../shared/docs/document';
import { sourcesOf } from '../../../shared/docs/sourcesOf';
import { writeBlocks, WRITING, type Place } from '../../../shared/docs/writeBlocks';
import { choiceField, filledField } from '../../../shared/fields/plain';
import { decidedField, variantField } from '../../../shared/fields/variants';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { blockField } from '../block/blockField';
import { WRITTEN, writtenItem } from './written';

const document = documentField();

const where = choiceField({
	displayName: 'Where',
	name: 'insertWhere',
	options: [
		{ name: 'After a Block', value: 'afterBlock' },
		{ name: 'After a Section', value: 'afterSection', description: 'Behind all that stands under a heading' },
		{ name: 'At the Beginning', value: 'beginning' },
		{ name: 'Before a Block', value: 'beforeBlock' },
		{ name: 'Before a Heading', value: 'beforeHeading' },
		{ name: 'Right Under a Heading', value: 'underHeading' },
	],
	default: 'underHeading',
	description: 'The place in the document',
});

const heading = filledField({
	displayName: 'Heading',
	name: 'heading',
	required: true,
	placeholder: 'e.g. Results',
	description: 'What it says, or how it begins; ## before it asks for one of that level',
});

const block = blockField();
const beginning = decidedField('beginning', undefined);

const place = variantField(where, {
	afterBlock: block,
	afterSection: heading,
	beginning,
	beforeBlock: block,
	beforeHeading: heading,
	underHeading: heading,
});

export const insert = defineOperation({
	value: 'insert',
	name: 'Insert',
	action: 'Insert into a document',
	description: 'Put Markdown or HTML somewhere in a document: at a heading, at a block, or at the beginning',
	endpoint: ADD_BLOCKS,
	alsoCalls: [LIST_BLOCKS, GET_BLOCK, ...WRITING, ...CONTENT_CALLS],
	scopes: ['docx:document'],
	identity: 'either',
	fields: [document, place, contentField, contentOptions],
	output: outputOf(WRITTEN),
	orderBy: ({ read }) => read(document).address.token,
	async run({ read, ...asking }) {
		const { feishu, errorContext } = asking;
		const chosen = read(document);
		const wanted = read(place);
		const entered = read(contentField);
		const options = read(contentOptions);
		const blocks = await readBlocks(feishu, entered, options);
		const document_id = await chosen.id(asking);
		const target = { feishu, document_id };
		const at = await placeOf(target, wanted, { heading: heading.label, block: block.label });
		const written = await writeBlocks(target, sourcesOf(asking, CONTENT_LABEL), errorContext, blocks, at);
		return writtenItem(asking, document_id, written);
	},
});

type Wanted = { choice: string; value: string | undefined };

async function placeOf(
	target: Target,
	{ choice, value = '' }: Wanted,
	labels: { heading: string; block: string },
): Promise<Place> {
	if (choice === 'beginning') return { parent: target.document_id, index: 0 };
	if (choice.endsWith('Block')) {
		const { parent, index } = await placeOfBlock(target, value, labels.block);
		return { parent, index: choice === 'afterBlock' ? index + 1 : index };
	}
	const { parent, index, end } = sectionNamed(await blocksOf(target), value, labels.heading);
	const places: Readonly<Record<string, number>> = { afterSection: end, beforeHeading: index, underHeading: index + 1 };
	return { parent, index: places[choice] ?? end };
}

async function placeOfBlock(target: Target, block_id: string, label: string): Promise<Place> {
	const parent = text((await blockOf(target, block_id)).parent_id);
	if (parent === '') throw new InputError(label, 'This is the document itself', "Choose 'At the Beginning', or Append");
	const index = (await childrenOf(target, parent)).findIndex((one) => one.block_id === block_id);
	return { parent, index };
}
