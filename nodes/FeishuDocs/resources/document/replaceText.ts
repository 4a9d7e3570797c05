import { textReplacements, type Replacement } from '../../../../feishu/docs/textReplacements';
import { InputError } from '../../../../feishu/input';
import { blocksOf, LIST_BLOCKS, UPDATE_BLOCKS, updateBlocks } from '../../../shared/docs/blockCalls';
import { documentField } from '../../../shared/docs/document';
import { rowsField } from '../../../shared/fields/nested';
import { flagField, rawTextField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const document = documentField();

const find = rawTextField({ displayName: 'Find', name: 'find', placeholder: 'e.g. {{customer}}' });
const by = rawTextField({ displayName: 'Replace By', name: 'by', placeholder: 'e.g. East Trade' });
const isPattern = flagField({
	displayName: 'Regular Expression',
	name: 'isPattern',
	default: false,
	description: 'Whether what is to be found is a regular expression, as in JavaScript',
});

const texts = rowsField(
	{
		displayName: 'Texts',
		name: 'texts',
		placeholder: 'Add Text',
		groupKey: 'text',
		groupName: 'Text',
		alike: true,
		description: 'They are replaced one after the other, wherever they stand, also across words of several styles',
	},
	[find, by, isPattern],
);

export const replaceText = defineOperation({
	value: 'replaceText',
	name: 'Replace Text',
	action: 'Replace text in a document',
	description: 'Replace words everywhere in a document but in its title; styles, pictures and all else stay',
	endpoint: UPDATE_BLOCKS,
	alsoCalls: [LIST_BLOCKS],
	scopes: ['docx:document'],
	identity: 'either',
	fields: [document, texts],
	output: outputOf({ document_id: 'string', replaced: 'number', blocks: 'number' }),
	orderBy: ({ read }) => read(document).address.token,
	async run({ read, ...asking }) {
		const chosen = read(document);
		const wanted = read(texts).map((row): Replacement => {
			const said = row.read(find);
			if (said === '')
				throw new InputError(find.label, `The field '${find.label}' is empty`, 'Enter what is to be found');
			return { find: row.read(isPattern) ? pattern(find.label, said) : said, by: row.read(by) };
		});
		if (wanted.length === 0) throw texts.refuse('has no row', 'Add what is to be replaced');
		const document_id = await chosen.id(asking);
		const target = { feishu: asking.feishu, document_id };
		const { requests, count } = textReplacements(await blocksOf(target), wanted, ({ kind }) => kind !== 'page');
		for (const updates of requests)
			await updateBlocks(
				target,
				updates.map((update) => ({ ...update })),
			);
		return { document_id, replaced: count, blocks: requests.flat().length };
	},
});

function pattern(label: string, said: string): RegExp {
	try {
		return new RegExp(said, 'g');
	} catch {
		return refuse(label, said);
	}
}

function refuse(label: string, said: string): never {
	throw new InputError(label, `The field '${label}' holds no regular expression: ${said.slice(0, 60)}`, 'e.g. v\\d+');
}
