import { IMPORT_FAILURES } from '../../../../feishu/drive/importRules';
import { text } from '../../../../feishu/json';
import { addressOf } from '../../../shared/drive/addressOf';
import { optionalDriveFolderField } from '../../../shared/drive/folder';
import { share, SHARED_SHAPE } from '../../../shared/drive/share';
import { shareField } from '../../../shared/drive/shareField';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { tell } from '../../../shared/operation/tell';
import { ready, SOURCE_CALLS, sourceField } from './importSource';
import { jobUntil, type JobResult } from './jobs';
import { driveNameField } from './name';
import { waitField, waitMs } from './waitField';

const GET_IMPORT = 'GET /open-apis/drive/v1/import_tasks/:ticket';

const importAs = choiceField({
	displayName: 'Import As',
	name: 'importAs',
	options: [
		{ name: 'Base', value: 'bitable', description: 'From xlsx and csv' },
		{ name: 'Document', value: 'docx', description: 'From docx, doc, md, html and txt' },
		{ name: 'Spreadsheet', value: 'sheet', description: 'From xlsx, xls and csv' },
	],
	default: 'docx',
	description: 'What is made of the file',
});

const title = driveNameField({
	displayName: 'Title',
	name: 'importTitle',
	description: 'Empty for the name of the file',
});

const extension = textField({
	displayName: 'File Extension',
	name: 'fileExtension',
	placeholder: 'e.g. md',
	description: 'Where the name of the file does not end in it',
});

const folder = optionalDriveFolderField({}, 'Import it into a folder, then take Feishu Wiki → Page → Move In');

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	extension,
	waitField,
]);

export const importFile = defineOperation({
	value: 'import',
	name: 'Import',
	action: 'Import a file as a document',
	description: 'Make a document, spreadsheet or base of a file, wait for it, share it, and get its address',
	endpoint: 'POST /open-apis/drive/v1/import_tasks',
	alsoCalls: [GET_IMPORT, ...SOURCE_CALLS],
	scopes: ['docs:document:import', 'drive:drive'],
	identity: 'either',
	fields: [sourceField, importAs, title, folder, shareField, options],
	output: outputOf({
		token: 'string',
		type: 'string',
		'title?': 'string',
		'url?': 'string',
		'losses?': ['string'],
		...SHARED_SHAPE,
	}),
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const source = read(sourceField);
		const type = read(importAs);
		const wanted = read(title);
		const mount_key = read(folder) ?? '';
		const chosen = read(shareField);
		const { fileExtension = '', waitMinutes } = read(options);
		const extensionSaid = fileExtension.replace(/^\./, '').toLowerCase();
		const bring = await ready(source, { type, extension: extensionSaid });
		const sharing = await chosen.resolve(feishu);
		const { file_token, file_extension, name } = await bring(asking);
		const file_name = wanted || name.replace(/\.[A-Za-z0-9]+$/, '');
		const { ticket } = await feishu.call<{ ticket: string }>(this.endpoint, {
			body: { file_extension, file_token, type, file_name, point: { mount_type: 1, mount_key } },
		});
		const job = jobUntil('import', 'token', IMPORT_FAILURES, waitMs(waitMinutes));
		const { result = {} } = await feishu.poll<{ result?: JobResult }>(GET_IMPORT, { path: { ticket } }, job);
		const made = { type, token: text(result.token) };
		const url = await addressOf(feishu, made, text(result.url));
		const losses = lossesOf(result);
		if (losses.length > 0)
			tell(asking.context, [`Imported, but Feishu left something out: ${losses.join(', ')}`], 'warning');
		return {
			...{ token: made.token, type, title: file_name, ...(url && { url }) },
			...(losses.length > 0 && { losses }),
			...(await share(asking, made, sharing)),
		};
	},
});

/** What of the file did not come along, as far as the platform tells: it gives numbers. */
function lossesOf({ extra }: JobResult): string[] {
	return Array.isArray(extra) ? extra.map((one) => `notice ${String(one)}`) : [];
}
