import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { partsOf, rangesField, shownRange, wholeArea } from '../../areas';
import { styleField } from './style';

/** What one style may be for. Source: …/sheets-v2/data-operation/set-cell-style */
const MOST_ROWS = 5000;
const MOST_COLUMNS = 100;
/** Of cells with borders. */
const MOST_BORDERED = 30_000;

const ranges = rangesField({
	displayName: 'Ranges',
	name: 'styledRanges',
	description: 'Cells such as A1:C1, columns such as A:C, rows such as 1:1; several are separated by commas',
});

export const setStyle = defineOperation({
	value: 'setStyle',
	name: 'Set Style',
	action: 'Set the style of cells',
	description: 'Set font, colors, alignment, borders and number format of cells, in several ranges at once',
	endpoint: 'PUT /open-apis/sheets/v2/spreadsheets/:spreadsheetToken/styles_batch_update',
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, ranges, styleField],
	output: outputOf({
		styled: 'boolean',
		spreadsheet_token: 'string',
		sheet_id: 'string',
		ranges: ['string'],
		cells: 'number',
	}),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const wanted = read(ranges);
		const style = read(styleField);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const areas = await Promise.all(wanted.map(async (range) => await wholeArea(asking, chosen, range)));
		const size = (area: (typeof areas)[number]) => (area.lastRow - area.row + 1) * (area.lastColumn - area.column + 1);
		const cells = areas.map(size).reduce((sum, count) => sum + count, 0);
		if (style.borderType !== undefined && cells > MOST_BORDERED)
			throw ranges.refuse('holds too many cells for borders', `Feishu takes up to ${MOST_BORDERED} at once`);
		const parts = areas.flatMap((area) => partsOf(area, MOST_ROWS, MOST_COLUMNS));
		await asking.feishu.call(this.endpoint, {
			path: { spreadsheetToken: spreadsheet_token },
			body: { data: [{ ranges: parts, style }] },
			idempotent: true,
			paces: [perSpreadsheet(spreadsheet_token)],
		});
		return { styled: true, spreadsheet_token, sheet_id, ranges: parts.map(shownRange), cells };
	},
});
