import type { IBinaryData, IDataObject } from 'n8n-workflow';

import { blocksMarkdown, blocksTitle } from '../../../../feishu/docs/blocksMarkdown';
import { mediaIn, peopleIn } from '../../../../feishu/docs/readMedia';
import { text, type JsonObject } from '../../../../feishu/json';
import { namesOf, NAMES_CALL } from '../../../shared/contact/namesOf';
import { blocksOf, LIST_BLOCKS, READ_SCOPES } from '../../../shared/docs/blockCalls';
import { documentField } from '../../../shared/docs/document';
import { downloadMedia, MEDIA_DOWNLOAD } from '../../../shared/drive/mediaDownload';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, flagField } from '../../../shared/fields/plain';
import { defineOperation, FileOutput, type OperationContext } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const document = documentField();

const as = choiceField({
	displayName: 'As',
	name: 'contentAs',
	options: [
		{ name: 'Blocks', value: 'blocks', description: 'As the platform has them' },
		{ name: 'Markdown', value: 'markdown', description: 'Which Create and Append read back as the same blocks' },
		{ name: 'Markdown for Others', value: 'plain', description: 'Without what only Feishu knows' },
		{ name: 'Text', value: 'text', description: 'Without pictures, links and styles' },
	],
	default: 'markdown',
	description: 'The form of the content',
});

const download = flagField({
	displayName: 'Download Pictures and Files',
	name: 'download',
	default: false,
	description:
		'Whether they become files of the output item, which the Markdown names as binary:file_0, binary:file_1 …',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [download]);

const RAW = 'GET /open-apis/docx/v1/documents/:document_id/raw_content';
const OLD_RAW = 'GET /open-apis/doc/v2/:docToken/raw_content';

type Turn = Pick<OperationContext, 'feishu' | 'context' | 'errorContext'>;

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get the content of a document',
	description: 'Get what a document says, as Markdown, text or blocks',
	endpoint: LIST_BLOCKS,
	alsoCalls: [RAW, OLD_RAW, MEDIA_DOWNLOAD, NAMES_CALL],
	scopes: READ_SCOPES,
	identity: 'either',
	fields: [document, as, options],
	output: outputOf({
		document_id: 'string',
		'title?': 'string',
		'markdown?': 'string',
		'text?': 'string',
		'blocks?': ['any'],
	}),
	async run({ read, ...asking }) {
		const chosen = read(document);
		const form = read(as);
		const wantsFiles = read(options).download ?? false;
		if (chosen.isOld) return await oldText(asking, chosen.address.token);
		const document_id = await chosen.id(asking);
		const { feishu } = asking;
		if (form === 'text') {
			const { content } = await feishu.call(RAW, { path: { document_id } });
			return { document_id, text: text(content) };
		}
		const blocks = await blocksOf({ feishu, document_id });
		const title = blocksTitle(blocks);
		const binary = wantsFiles ? await filesOf(asking, blocks) : new Map<string, { field: string; file: IBinaryData }>();
		const content: IDataObject =
			form === 'blocks'
				? { blocks: blocks as IDataObject[] }
				: {
						markdown: await said(
							asking,
							blocks,
							form,
							new Map([...binary].map(([token, { field }]) => [token, field])),
						),
					};
		const item = { document_id, title, ...content };
		if (binary.size === 0) return item;
		return new FileOutput(item, Object.fromEntries([...binary.values()].map(({ field, file }) => [field, file])));
	},
});

async function said(
	{ feishu }: Turn,
	blocks: readonly JsonObject[],
	form: 'markdown' | 'plain',
	fields: ReadonlyMap<string, string>,
): Promise<string> {
	const links = new Map([...fields].map(([token, field]) => [token, `binary:${field}`]));
	const names = await namesOf(feishu, peopleIn(blocks));
	return blocksMarkdown(blocks, { dialect: form === 'plain' ? 'plain' : 'documents', links, names });
}

/** The pictures and files in their order, each once. They come one after the other, five a second. */
async function filesOf({ feishu }: Turn, blocks: readonly JsonObject[]) {
	const files = new Map<string, { field: string; file: IBinaryData }>();
	for (const { token, name } of mediaIn(blocks)) {
		if (files.has(token)) continue;
		const file = await downloadMedia(feishu, { fileToken: token, ...(name !== '' && { fileName: name }) });
		files.set(token, { field: `file_${files.size}`, file });
	}
	return files;
}

/** Of documents of the old kind no more than the text is read. */
async function oldText({ feishu, errorContext }: Turn, docToken: string) {
	errorContext.scopes = ['docs:document.content:read', 'docs:doc:readonly', 'docs:doc'];
	const { content } = await feishu.call(OLD_RAW, { path: { docToken } });
	return { document_id: docToken, text: text(content) };
}
