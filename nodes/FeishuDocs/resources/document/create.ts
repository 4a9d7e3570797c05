import { createInWiki, CREATE_IN_WIKI } from '../../../shared/wiki/createInWiki';
import {
	CONTENT_CALLS,
	CONTENT_LABEL,
	CONTENT_OPTIONS,
	optionalContentField,
	readBlocks,
	readContent,
} from '../../../shared/docs/content';
import { assertFiles } from '../../../shared/docs/mediaSources';
import { sourcesOf } from '../../../shared/docs/sourcesOf';
import { writeBlocks, WRITING } from '../../../shared/docs/writeBlocks';
import { addressOf, METADATA } from '../../../shared/drive/addressOf';
import { optionalFolderField } from '../../../shared/drive/folder';
import { share, SHARED_SHAPE } from '../../../shared/drive/share';
import { shareField } from '../../../shared/drive/shareField';
import { collectionField } from '../../../shared/fields/nested';
import { flagField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { optionalTitleField } from './title';
import { WRITTEN, writtenItem } from './written';

const folder = optionalFolderField({
	description:
		'Empty for the own space of the app, or of the person. By URL it may be a page of a wiki, below which, or beside which (Options), the document is made. An app may use folders that it made.',
});

const beside = flagField({
	displayName: 'Beside the Page',
	name: 'besidePage',
	default: true,
	description:
		'Whether, where Folder holds a page of a wiki, the document is made beside that page instead of below it',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	beside,
	...CONTENT_OPTIONS,
]);

interface Made {
	document_id: string;
	url?: string;
	node_token?: string;
	space_id?: string;
}

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a document',
	description: 'Make a document of Markdown or HTML, share it, and get the address that opens it',
	endpoint: 'POST /open-apis/docx/v1/documents',
	alsoCalls: [METADATA, ...CREATE_IN_WIKI, ...WRITING, ...CONTENT_CALLS],
	scopes: ['docx:document:create', 'docx:document'],
	identity: 'either',
	fields: [optionalTitleField, optionalContentField, folder, shareField, options],
	output: outputOf({
		...WRITTEN,
		title: 'string',
		'url?': 'string',
		'node_token?': 'string',
		'space_id?': 'string',
		...SHARED_SHAPE,
	}),
	// Two documents in one folder at the same time are refused (1770036).
	orderBy: () => 'documents',
	async run({ read, ...asking }) {
		const { feishu, errorContext } = asking;
		const given = read(optionalTitleField);
		const entered = read(optionalContentField);
		const place = read(folder);
		const chosen = read(shareField);
		const { besidePage = false, ...chosenOptions } = read(options);
		if (besidePage && (place === undefined || !('wikiNode' in place)))
			throw beside.refuse('needs a page of a wiki', 'Paste the address of a page into Folder, or take the option away');
		// With a title of its own, a heading is a heading.
		const content =
			given === ''
				? await readContent(feishu, entered, chosenOptions)
				: { title: given, blocks: await readBlocks(feishu, entered, chosenOptions) };
		const title = content.title ?? '';
		const sources = sourcesOf(asking, CONTENT_LABEL);
		await assertFiles(sources, content.blocks);
		const sharing = await chosen.resolve(feishu);
		const made = await makeIn();
		const { document_id } = made;
		const url = await addressOf(feishu, { type: 'docx', token: document_id }, made.url);
		errorContext.notes = [`The document was made: ${url ?? document_id}`];
		const beginning = { parent: document_id, index: 0 };
		const target = { feishu, document_id };
		const written = await writeBlocks(target, sources, errorContext, content.blocks, beginning);
		errorContext.notes = [];
		return {
			...made,
			title,
			...(url && { url }),
			...writtenItem(asking, document_id, written),
			...(await share(asking, { type: 'docx', token: document_id }, sharing)),
		};

		async function makeIn(): Promise<Made> {
			if (place !== undefined && 'wikiNode' in place) {
				const { token, ...page } = await createInWiki(asking, { ...place, beside: besidePage }, 'docx', title);
				return { document_id: token, ...page };
			}
			const body = { title, ...place };
			const { document } = await feishu.call<{ document: { document_id: string } }>(create.endpoint, { body });
			return { document_id: document.document_id };
		}
	},
});
