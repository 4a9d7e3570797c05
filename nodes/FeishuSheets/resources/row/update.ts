import { ROW_NUMBER } from '../../../../feishu/sheets/headerRows';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { complaint } from '../../../shared/operation/field';
import { defineBatchOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { ADD_LINES, READ_RANGES, SET_STYLES, WRITE_RANGES, WRITE_SCOPES } from '../../cells/endpoints';
import { columnsField } from './columns';
import { matchedColumns, matchOnOption, severalMatchesOption } from './matching';
import { ROW } from './output';
import { readRow } from './preparedRow';
import { upsertRows } from './upsertRows';
import { keyOfWanted, type WantedRow } from './wantedRow';
import { WRITE_OPTIONS } from './writeOptions';

const columns = columnsField('update');

const noMatchOption = choiceField({
	displayName: 'When No Row Fits',
	name: 'noMatch',
	options: [
		{ name: 'Leave Out', value: 'leaveOut', description: 'The item gives nothing' },
		{ name: 'Refuse', value: 'refuse', description: 'The item fails' },
	],
	default: 'refuse',
	description: 'What to do where no row has the same values in the columns to match on',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	...WRITE_OPTIONS,
	matchOnOption,
	severalMatchesOption,
	noMatchOption,
]);

export const update = defineBatchOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a row',
	description: 'Change some cells of a row for each item, by its number or by what other columns hold',
	endpoint: WRITE_RANGES,
	alsoCalls: [READ_RANGES, SET_STYLES, ADD_LINES],
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, columns, options],
	output: ROW,
	async prepare(turn): Promise<WantedRow> {
		const { read, label } = turn;
		const sheet = read(sheetField);
		const mapped = read(columns);
		const { severalMatches = 'refuse', noMatch = 'refuse', matchOn, ...choices } = read(options);
		const how = { severalMatches, noMatch };
		const by = matchedColumns(label(columns), mapped, matchOn);
		const row = readRow(turn, { sheet, mapped, label: label(columns), choices });
		const isByNumber = by.includes(ROW_NUMBER);
		const number = isByNumber ? numberOf(row.rowNumber, row.place.dataRow, label(columns)) : undefined;
		return { row: { ...row, path: await sheet.path(turn) }, by: isByNumber ? [] : by, number, ...how };
	},
	batch: { most: Infinity, by: keyOfWanted },
	runAll: async (wanted, asking) => await upsertRows(wanted, asking, (_action, item) => item),
});

function numberOf(given: unknown, dataRow: number, label: string): number {
	const number = Number(given ?? NaN);
	if (given !== '' && Number.isInteger(number) && number >= dataRow) return number;
	const isMissing = given === undefined || given === null || given === '';
	throw complaint(
		label,
		isMissing
			? `has no ${ROW_NUMBER}, by which the row is found`
			: `has the ${ROW_NUMBER} ${String(given).slice(0, 40)}`,
		`It is a whole number from ${dataRow} on, as Get Many gives it; or match on another column`,
	);
}
