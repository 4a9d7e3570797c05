import { InputError } from '../../../../feishu/input';
import { pictureBytes, pictureFault } from '../../../../feishu/sheets/cellPictures';
import { perSpreadsheet } from '../../../shared/client/pacing';
import { fileField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeText, shownRange } from '../../areas';
import { cellField } from './cell';

const file = fileField();

export const insert = defineOperation({
	value: 'insert',
	name: 'Insert Into Cell',
	action: 'Insert an image into a cell',
	description: 'Put a picture of the input item into a cell, in place of what it holds',
	endpoint: 'POST /open-apis/sheets/v2/spreadsheets/:spreadsheetToken/values_image',
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, cellField, file],
	output: outputOf({
		inserted: 'boolean',
		spreadsheet_token: 'string',
		sheet_id: 'string',
		cell: 'string',
		file_name: 'string',
	}),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, label, ...asking }) {
		const chosen = read(sheetField);
		const cell = read(cellField);
		const picture = await read(file)();
		const fault = pictureFault(picture.fileName, picture.size);
		if (fault !== undefined)
			throw new InputError(
				label(file),
				`The file '${picture.fileName}' ${fault}`,
				'Use a picture of up to 7 MB; a larger one goes over the cells (Add Floating), up to 20 MB',
			);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const range = await rangeText(asking, chosen, cell);
		const bytes = Buffer.from(await (await picture.part()).arrayBuffer());
		await asking.feishu.call(this.endpoint, {
			path: { spreadsheetToken: spreadsheet_token },
			body: { range, image: pictureBytes(bytes), name: picture.fileName },
			idempotent: true,
			paces: [perSpreadsheet(spreadsheet_token)],
		});
		const [shown = ''] = shownRange(range).split(':');
		return { inserted: true, spreadsheet_token, sheet_id, cell: shown, file_name: picture.fileName };
	},
});
