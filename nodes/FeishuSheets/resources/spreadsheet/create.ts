import { addressOf, METADATA } from '../../../shared/drive/addressOf';
import { optionalFolderField } from '../../../shared/drive/folder';
import { share, SHARED_SHAPE } from '../../../shared/drive/share';
import { shareField } from '../../../shared/drive/shareField';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { CREATE_IN_WIKI, createInWiki } from '../../../shared/wiki/createInWiki';
import { titleField } from './title';

const title = titleField({
	displayName: 'Title',
	name: 'spreadsheetTitle',
	required: true,
	description: 'What the spreadsheet is called',
});

const folder = optionalFolderField({
	description:
		'Empty for the own space of the app, or of the person. By URL it may be a page of a wiki, below which the spreadsheet is made. An app may use folders that it made.',
});

interface Made {
	spreadsheet_token: string;
	url?: string;
	folder_token?: string;
	node_token?: string;
	space_id?: string;
}

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a spreadsheet',
	description: 'Make an empty spreadsheet, share it, and get the address that opens it',
	endpoint: 'POST /open-apis/sheets/v3/spreadsheets',
	alsoCalls: [METADATA, ...CREATE_IN_WIKI],
	scopes: ['sheets:spreadsheet:create', 'sheets:spreadsheet'],
	identity: 'either',
	fields: [title, folder, shareField],
	output: outputOf({
		spreadsheet_token: 'string',
		title: 'string',
		'url?': 'string',
		'folder_token?': 'string',
		'node_token?': 'string',
		'space_id?': 'string',
		...SHARED_SHAPE,
	}),
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const wanted = read(title);
		const place = read(folder);
		const chosen = read(shareField);
		const sharing = await chosen.resolve(feishu);
		const made = await makeIn();
		const document = { type: 'sheet', token: made.spreadsheet_token } as const;
		const url = await addressOf(feishu, document, made.url);
		return { ...made, title: wanted, ...(url && { url }), ...(await share(asking, document, sharing)) };

		async function makeIn(): Promise<Made> {
			if (place !== undefined && 'wikiNode' in place) {
				const { token, ...page } = await createInWiki(asking, place, 'sheet', wanted);
				return { spreadsheet_token: token, ...page };
			}
			const body = { title: wanted, ...place };
			const { spreadsheet } = await feishu.call<{ spreadsheet: Made }>(create.endpoint, { body });
			const { spreadsheet_token, url, folder_token } = spreadsheet;
			return { spreadsheet_token, ...(url && { url }), ...(folder_token && { folder_token }) };
		}
	},
});
