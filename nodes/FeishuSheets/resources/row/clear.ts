import { collectionField, fieldGroup } from '../../../shared/fields/nested';
import { checkColumns } from '../../../../feishu/sheets/rowFilter';
import { choiceField } from '../../../shared/fields/plain';
import { decidedField, variantField } from '../../../shared/fields/variants';
import { alone } from '../../../shared/operation/alone';
import { defineBatchOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { READ_RANGES, WRITE_RANGES, WRITE_SCOPES } from '../../cells/endpoints';
import { setCells } from '../../cells/putRows';
import { SheetCells } from '../../cells/sheetCells';
import { tableEnds } from '../../cells/tableEnds';
import { columnChoices } from './columnChoice';
import { checkRows, rowNumbersField } from './rowNumbers';
import { dataRowOption, headerRowOption, placeOf } from './tableOptions';
import { noSuchRow } from './wantedRow';

const which = variantField(
	choiceField({
		displayName: 'Clear',
		name: 'clearWhat',
		options: [
			{ name: 'All Rows Below the Header', value: 'all' },
			{ name: 'Rows by Their Numbers', value: 'numbers' },
		],
		default: 'all',
		description: 'Which rows are meant',
	}),
	{
		all: decidedField('all', undefined),
		numbers: fieldGroup('rows', [rowNumbersField], ({ read }) => read(rowNumbersField)),
	},
);

const onlyColumns = columnChoices({
	displayName: 'Column Names or IDs',
	name: 'columns',
	description:
		'Only these; all of the sheet where none is chosen. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	headerRowOption,
	dataRowOption,
	onlyColumns,
]);

/** So many columns are emptied at least: what stands beside the table without a name goes as well. */
const WIDE = 100;

export const clear = defineBatchOperation({
	value: 'clear',
	name: 'Clear',
	action: 'Clear rows',
	description: 'Empty the cells of rows, or of the whole table below its header; the rows and their formats stay',
	endpoint: WRITE_RANGES,
	alsoCalls: [READ_RANGES],
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, which, options],
	output: outputOf({ cleared: 'boolean', rows: 'number' }),
	async prepare(turn) {
		const { read, label } = turn;
		const sheet = read(sheetField);
		const chosen = read(which);
		if (chosen.choice !== 'numbers') sheet.assertNamed();
		const { columns = [], ...choices } = read(options);
		const place = placeOf(choices);
		const rows = chosen.choice === 'numbers' ? checkRows(chosen.value, place) : undefined;
		return { sheet, path: await sheet.path(turn), place, columns, rows, label: label(which) };
	},
	batch: { most: Infinity, by: ({ path, place, columns }) => JSON.stringify([path, place, columns]) },
	async runAll(wanted, asking) {
		const [first] = wanted;
		if (!first) return [];
		const { place, columns } = first;
		return await alone(first.path.spreadsheet_token, async () => {
			const cells = await SheetCells.of(asking, first.sheet);
			const { header, lastRow } = await tableEnds(cells, place);
			checkColumns(columns, header.names);
			const width = Math.max(header.names.length, Math.min(WIDE, cells.columns));
			const only = new Set(columns);
			const emptied = Array.from({ length: width }, (_, at) =>
				only.size === 0 || only.has(header.names[at] ?? '') ? '' : undefined,
			);
			const filled = Array.from({ length: Math.max(0, lastRow - place.dataRow + 1) }, (_, at) => place.dataRow + at);
			const meant = wanted.map(({ rows = filled }) => rows);
			const there = [...new Set(meant.flat())].filter((row) => row <= lastRow);
			await setCells(
				cells,
				there.map((row_number) => ({ row_number, cells: emptied })),
			);
			return meant.map((rows, at) => {
				const beyond = rows.find((row) => row > cells.rows);
				if (beyond !== undefined) return noSuchRow(wanted[at]?.label ?? '', beyond, cells.rows);
				return { cleared: true, rows: rows.length };
			});
		});
	},
});
