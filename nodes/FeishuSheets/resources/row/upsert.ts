import { collectionField } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { defineBatchOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { ADD_LINES, APPEND_VALUES, READ_RANGES, SET_STYLES, WRITE_RANGES, WRITE_SCOPES } from '../../cells/endpoints';
import { columnsField } from './columns';
import { matchedColumns, matchOnOption, severalMatchesOption } from './matching';
import { UPSERTED_ROW } from './output';
import { prepareRow } from './preparedRow';
import { upsertRows } from './upsertRows';
import { keyOfWanted, type WantedRow } from './wantedRow';
import { WRITE_OPTIONS } from './writeOptions';

const columns = columnsField('upsert');

const noMatchOption = choiceField({
	displayName: 'When No Row Fits',
	name: 'noMatch',
	options: [
		{ name: 'Append It', value: 'append' },
		{ name: 'Leave Out', value: 'leaveOut', description: 'The item gives nothing' },
		{ name: 'Refuse', value: 'refuse', description: 'The item fails' },
	],
	default: 'append',
	description: 'What to do where no row has the same values in the columns to match on',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	...WRITE_OPTIONS,
	matchOnOption,
	severalMatchesOption,
	noMatchOption,
]);

export const upsert = defineBatchOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update a row',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	endpoint: READ_RANGES,
	alsoCalls: [WRITE_RANGES, APPEND_VALUES, SET_STYLES, ADD_LINES],
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, columns, options],
	output: UPSERTED_ROW,
	async prepare(turn): Promise<WantedRow> {
		const { read, label } = turn;
		const sheet = read(sheetField);
		const mapped = read(columns);
		const { severalMatches = 'refuse', noMatch = 'append', matchOn, ...choices } = read(options);
		const by = matchedColumns(label(columns), mapped, matchOn);
		const row = await prepareRow(turn, { sheet, mapped, label: label(columns), choices });
		return { row, by, severalMatches, noMatch };
	},
	batch: { most: Infinity, by: keyOfWanted },
	runAll: async (wanted, asking) =>
		await upsertRows(wanted, asking, (action, item) => ({
			row_action: action === 'appended' ? 'created' : action,
			...item,
		})),
});
