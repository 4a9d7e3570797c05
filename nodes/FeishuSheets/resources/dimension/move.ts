import { perSpreadsheet } from '../../../shared/client/pacing';
import { complaint } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { forgetSheets } from '../../../shared/sheets/contents';
import { sheetField } from '../../../shared/sheets/sheet';
import { lineField, linesField, majorField } from './lines';
import { linesItem, linesOutput } from './output';

const place = lineField('before', {
	displayName: 'Before',
	description: 'They come before what stands there now; one more than the last one puts them at the end',
});

/** Whether it is about rows or columns has been asked already. */
const before = { ...place, properties: place.properties.filter(({ name }) => name !== majorField.name) };

export const move = defineOperation({
	value: 'move',
	name: 'Move',
	action: 'Move rows or columns',
	description: 'Move rows before another row, or columns before another column; cells, formats and sizes go along',
	endpoint: 'POST /open-apis/sheets/v3/spreadsheets/:spreadsheet_token/sheets/:sheet_id/move_dimension',
	scopes: ['sheets:spreadsheet:write_only', 'sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, linesField, before],
	output: linesOutput('moved'),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, label, ...asking }) {
		const chosen = read(sheetField);
		const lines = read(linesField);
		const { major, first, last } = lines;
		const { at } = read(before);
		if (at >= first && at <= last + 1)
			throw complaint(
				label(before),
				'is where they stand already',
				'Name a place before the first or behind the last one',
			);
		const path = await chosen.path(asking);
		// Counted from 0, both ends included.
		const source = { major_dimension: major, start_index: first - 1, end_index: last - 1 };
		await asking.feishu
			.call(this.endpoint, {
				path,
				body: { source, destination_index: at - 1 },
				paces: [perSpreadsheet(path.spreadsheet_token)],
			})
			.finally(() => forgetSheets(asking, path.spreadsheet_token));
		const count = last - first + 1;
		const to = at < first ? at : at - count;
		return linesItem('moved', path, { major, first: to, last: to + count - 1 });
	},
});
