import { addressOf, METADATA } from '../../../shared/drive/addressOf';
import { optionalFolderField } from '../../../shared/drive/folder';
import { ROOT_FOLDER, rootFolder } from '../../../shared/drive/rootFolder';
import { share, SHARED_SHAPE } from '../../../shared/drive/share';
import { shareField } from '../../../shared/drive/shareField';
import { complaint } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { spreadsheetField } from '../../../shared/sheets/spreadsheet';
import { GET_SPREADSHEET, type SpreadsheetEntry } from './get';
import { titleField } from './title';

const spreadsheet = spreadsheetField();

const title = titleField({
	displayName: 'New Title',
	name: 'newTitle',
	description: 'Empty for the title that the spreadsheet has',
});

const folder = optionalFolderField();

export const copy = defineOperation({
	value: 'copy',
	name: 'Copy',
	action: 'Copy a spreadsheet',
	description: 'Make a second spreadsheet of one that is there, share it, and get the address that opens it',
	endpoint: 'POST /open-apis/drive/v1/files/:file_token/copy',
	alsoCalls: [GET_SPREADSHEET, ROOT_FOLDER, METADATA],
	scopes: ['docs:document:copy', 'drive:drive'],
	identity: 'either',
	fields: [spreadsheet, title, folder, shareField],
	output: outputOf({
		spreadsheet_token: 'string',
		title: 'string',
		'url?': 'string',
		'folder_token?': 'string',
		...SHARED_SHAPE,
	}),
	// The platform takes one change of an app's files at a time (1061045).
	orderBy: () => 'spreadsheets',
	async run({ read, label, ...asking }) {
		const { feishu } = asking;
		const source = read(spreadsheet);
		const wanted = read(title);
		const place = read(folder);
		const chosen = read(shareField);
		if (place && 'wikiNode' in place)
			throw complaint(
				label(folder),
				'holds a page of a wiki',
				'A spreadsheet is copied into a folder; move it into the wiki afterwards',
			);
		const sharing = await chosen.resolve(feishu);
		const spreadsheet_token = await source.token(asking);
		const name = wanted || (await titleOf(spreadsheet_token));
		const folder_token = place?.folder_token ?? (await rootFolder(feishu));
		const { file } = await feishu.call<{ file: { token: string; url?: string; parent_token?: string } }>(
			this.endpoint,
			{
				path: { file_token: spreadsheet_token },
				body: { name, type: 'sheet', folder_token },
			},
		);
		const document = { type: 'sheet', token: file.token } as const;
		const url = await addressOf(feishu, document, file.url);
		return {
			spreadsheet_token: file.token,
			title: name,
			...(url && { url }),
			...(place && place),
			...(await share(asking, document, sharing)),
		};

		/** The copy has no name of its own unless it is given one. */
		async function titleOf(token: string): Promise<string> {
			const request = { path: { spreadsheet_token: token }, idempotent: true };
			return (await feishu.call<{ spreadsheet: SpreadsheetEntry }>(GET_SPREADSHEET, request)).spreadsheet.title;
		}
	},
});
