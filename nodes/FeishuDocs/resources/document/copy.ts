import { filledPlaceholders, placeholdersIn } from '../../../../feishu/docs/placeholders';
import { blocksOf, LIST_BLOCKS, UPDATE_BLOCKS, updateBlocks } from '../../../shared/docs/blockCalls';
import { documentField } from '../../../shared/docs/document';
import { addressOf, METADATA } from '../../../shared/drive/addressOf';
import { optionalFolderField } from '../../../shared/drive/folder';
import { share, SHARED_SHAPE } from '../../../shared/drive/share';
import { shareField } from '../../../shared/drive/shareField';
import { jsonObjectField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { titleField } from './title';

const document = documentField({ description: 'The document to copy; it may be a template with {{names}} in it' });

const folder = optionalFolderField();

const values = jsonObjectField({
	displayName: 'Fill In (JSON)',
	name: 'fillIn',
	default: '{}',
	placeholder: 'e.g. { "customer": "East Trade" }',
	description: 'Values by name: {{customer}} in the text and the title of the copy becomes the value of customer',
});

export const copy = defineOperation({
	value: 'copy',
	name: 'Copy',
	action: 'Copy a document',
	description: 'Make a second document of one that is there, fill in its {{names}}, share it, and get its address',
	endpoint: 'POST /open-apis/drive/v1/files/:file_token/copy',
	alsoCalls: [LIST_BLOCKS, UPDATE_BLOCKS, METADATA],
	scopes: ['docs:document:copy', 'drive:drive'],
	identity: 'either',
	fields: [document, titleField, values, folder, shareField],
	output: outputOf({
		document_id: 'string',
		title: 'string',
		'url?': 'string',
		filled: 'number',
		not_filled: ['string'],
		...SHARED_SHAPE,
	}),
	// The platform takes one copy of an app at a time (1061045).
	orderBy: () => 'documents',
	async run({ read, ...asking }) {
		const { feishu, errorContext } = asking;
		const chosen = read(document);
		const given = new Map(Object.entries(read(values)).map(([name, value]) => [name, said(value)]));
		const title = read(titleField).replace(
			/\{\{\s*([^{}]+?)\s*\}\}/g,
			(whole, name: string) => given.get(name) ?? whole,
		);
		const place = read(folder);
		const chosenShare = read(shareField);
		if (place && 'wikiNode' in place)
			throw folder.refuse(
				'holds a page of a wiki',
				'A document is copied into a folder: use Feishu Wiki → Page → Copy there',
			);
		const sharing = await chosenShare.resolve(feishu);
		const file_token = await chosen.id(asking);
		const { file } = await feishu.call<{ file: { token: string; url?: string } }>(this.endpoint, {
			path: { file_token },
			body: { name: title, type: 'docx', folder_token: place?.folder_token ?? '' },
		});
		const document_id = file.token;
		const url = await addressOf(feishu, { type: 'docx', token: document_id }, file.url);
		errorContext.notes = [`The copy was made: ${url ?? document_id}`];
		const filled = given.size > 0 ? await fill({ feishu, document_id }, given) : { count: 0, left: [] };
		return {
			document_id,
			title,
			...(url && { url }),
			filled: filled.count,
			not_filled: filled.left,
			...(await share(asking, { type: 'docx', token: document_id }, sharing)),
		};
	},
});

const said = (value: unknown): string =>
	typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');

async function fill(target: Parameters<typeof blocksOf>[0], values: ReadonlyMap<string, string>) {
	const blocks = await blocksOf(target);
	const { requests, count } = filledPlaceholders(blocks, values);
	for (const updates of requests)
		await updateBlocks(
			target,
			updates.map((update) => ({ ...update })),
		);
	return { count, left: placeholdersIn(blocks).filter((name) => !values.has(name)) };
}
