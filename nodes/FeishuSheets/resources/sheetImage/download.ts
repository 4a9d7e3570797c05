import { filesInCell } from '../../../../feishu/sheets/cellPictures';
import { downloadMedia, MEDIA_DOWNLOAD } from '../../../shared/drive/mediaDownload';
import { outputFileField } from '../../../shared/fields/common';
import { defineOperation, FileOutput } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeText, shownRange } from '../../areas';
import { cellField } from './cell';

const READ = 'GET /open-apis/sheets/v2/spreadsheets/:spreadsheetToken/values/:range';

export const download = defineOperation({
	value: 'download',
	name: 'Download From Cell',
	action: 'Download the files of a cell',
	description: 'Get the picture or the attachments of a cell as files: one item for each',
	endpoint: MEDIA_DOWNLOAD,
	alsoCalls: [READ],
	scopes: ['docs:document.media:download', 'sheets:spreadsheet:readonly', 'sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, cellField, outputFileField],
	output: outputOf({
		spreadsheet_token: 'string',
		sheet_id: 'string',
		cell: 'string',
		file_token: 'string',
		'file_name?': 'string',
		'mime_type?': 'string',
	}),
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const chosen = read(sheetField);
		const where = read(cellField);
		const property = read(outputFileField);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const range = await rangeText(asking, chosen, where);
		const { valueRange } = await feishu.call<{ valueRange?: { values?: unknown[][] } }>(READ, {
			path: { spreadsheetToken: spreadsheet_token, range },
			query: { user_id_type: 'open_id' },
			idempotent: true,
		});
		const [cell = ''] = shownRange(range).split(':');
		const files = filesInCell(valueRange?.values?.[0]?.[0]);
		if (files.length === 0)
			throw cellField.refuse(`is ${cell}, which holds neither a picture nor a file`, 'Name a cell that does');
		const outputs: FileOutput[] = [];
		for (const { token: file_token, name, type } of files) {
			const file = await downloadMedia(feishu, { fileToken: file_token, fileName: name, mimeType: type });
			const json = { spreadsheet_token, sheet_id, cell, file_token };
			outputs.push(
				new FileOutput({ ...json, file_name: file.fileName, mime_type: file.mimeType }, { [property]: file }),
			);
		}
		return outputs;
	},
});
