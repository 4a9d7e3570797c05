import { blocksOf } from '../../../../feishu/sheets/rowWindows';
import { alone } from '../../../shared/operation/alone';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangesField, wholeArea } from '../../areas';
import { WRITE_RANGES, WRITE_SCOPES } from '../../cells/endpoints';
import { SheetCells } from '../../cells/sheetCells';
import { sheetOf, shownArea } from './place';

const ranges = rangesField({
	displayName: 'Ranges',
	name: 'clearedRanges',
	placeholder: 'e.g. A2:C10, E:E',
	description:
		'Cells such as A1:C1, columns such as A:C, the rest of a table such as A2:C; several are separated by commas',
});

export const clear = defineOperation({
	value: 'clear',
	name: 'Clear',
	action: 'Clear ranges',
	description: 'Empty cells; their formats stay',
	endpoint: WRITE_RANGES,
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, ranges],
	output: outputOf({ cleared: 'boolean', ranges: ['string'] }),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const wanted = read(ranges);
		const token = await chosen.spreadsheet.token(asking);
		return await alone(token, async () => {
			const cleared: string[] = [];
			for (const entered of wanted) {
				const sheet = sheetOf(chosen, entered);
				const cells = await SheetCells.of(asking, sheet);
				const area = await wholeArea(asking, sheet, entered);
				for (const block of blocksOf(area)) {
					const [rows, columns] = [block.lastRow - block.row + 1, block.lastColumn - block.column + 1];
					const values = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
					await cells.write([{ range: cells.range(block), values }]);
				}
				cleared.push(`${area.sheet_id}!${shownArea(area)}`);
			}
			return { cleared: true, ranges: cleared };
		});
	},
});
