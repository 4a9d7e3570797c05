import type { NewBlock } from '../../../feishu/docs/newBlock';
import { markdownBlocks, markdownDocument, type DocumentContent } from '../../../feishu/docs/markdownBlocks';
import { htmlBlocks, htmlDocument } from '../../../feishu/docs/htmlBlocks';
import type { BlockOptions } from '../../../feishu/docs/blockOptions';
import { ADDRESS_CALLS, lookUpPeople } from '../contact/people';
import type { FeishuClient } from '../client/client';
import { choiceField, rawTextField } from '../fields/plain';
import { collectionField, fieldGroup } from '../fields/nested';
import { complaint } from '../operation/field';

const format = choiceField({
	displayName: 'Format',
	name: 'format',
	options: [
		{ name: 'HTML', value: 'html', description: 'Headings, lists, tables, links, pictures, code and quotes' },
		{ name: 'Markdown', value: 'markdown', description: 'With tables, tasks, callouts, formulas, columns and more' },
	],
	default: 'markdown',
	description: 'In which the content is written',
});

const WORDS = {
	displayName: 'Content',
	name: 'content',
	typeOptions: { rows: 8 },
	placeholder: 'e.g. ## Results\n\nAll **fine**.',
	description: 'Pictures may have an address of the web, or the name of a binary field of the item: ![Chart](data)',
} as const;

const content = rawTextField({ ...WORDS, required: true });
const optionalContent = rawTextField(WORDS);

const diagrams = choiceField({
	displayName: 'Diagrams',
	name: 'diagrams',
	options: [
		{ name: 'As Boards', value: 'board', description: 'Drawn in a board; they can’t be read back as text' },
		{ name: 'As Code', value: 'code' },
	],
	default: 'code',
	description: 'What becomes of code in Mermaid and PlantUML',
});

const links = choiceField({
	displayName: 'Links to Documents',
	name: 'documentLinks',
	options: [
		{ name: 'As Links', value: 'link' },
		{
			name: 'As Mentions',
			value: 'mention',
			description: 'With icon and title; whoever writes has to be allowed to read them',
		},
	],
	default: 'link',
	description: 'What becomes of links to documents of Feishu',
});

export const CONTENT_OPTIONS = [diagrams, links] as const;

export const contentOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	...CONTENT_OPTIONS,
]);

/** What complaints call the field with the text. */
export const CONTENT_LABEL = content.label;

/** What was written, before it is read. */
export interface EnteredContent {
	text: string;
	format: 'markdown' | 'html';
}

/** Markdown or HTML. @throws InputError when it is empty */
export const contentField = fieldGroup('documentContent', [format, content], ({ read }): EnteredContent => {
	const text = read(content);
	if (text.trim() === '') throw complaint(content.label, 'is empty', 'Write what goes into the document');
	return { text, format: read(format) };
});

/** The same, which may be empty. */
export const optionalContentField = fieldGroup(
	'documentContent',
	[format, optionalContent],
	({ read }): EnteredContent => ({ text: read(optionalContent), format: read(format) }),
);

/** What reading a text may call. */
export const CONTENT_CALLS = ADDRESS_CALLS;

interface Chosen {
	diagrams?: BlockOptions['diagrams'];
	documentLinks?: BlockOptions['documentLinks'];
}

/** Text as blocks, with the title that it has for a document. People who are mentioned by e-mail are looked up. @throws CallError */
export async function readContent(
	feishu: FeishuClient,
	{ text, format: written }: EnteredContent,
	chosen: Chosen = {},
): Promise<DocumentContent> {
	const options: BlockOptions = { ...chosen, people: await mentioned(feishu, text) };
	return written === 'html' ? htmlDocument(text, options) : markdownDocument(text, options);
}

/** The same where a heading of the first level is a heading, not a title. */
export async function readBlocks(
	feishu: FeishuClient,
	{ text, format: written }: EnteredContent,
	chosen: Chosen = {},
): Promise<NewBlock[]> {
	const options: BlockOptions = { ...chosen, people: await mentioned(feishu, text) };
	return written === 'html' ? htmlBlocks(text, options) : markdownBlocks(text, options);
}

const EMAIL = /<at\b[^>]*?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/gi;

async function mentioned(feishu: FeishuClient, text: string): Promise<Map<string, string>> {
	const emails = [...text.matchAll(EMAIL)].map(([, email = '']) => email.toLowerCase());
	return await lookUpPeople(feishu, emails, 'open_id');
}
