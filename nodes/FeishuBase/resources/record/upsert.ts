import { SEARCH_RECORDS } from '../../../shared/base/searching';
import { tableField } from '../../../shared/base/table';
import { simplifyField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { defineBatchOperation } from '../../../shared/operation/operation';
import { columnsField } from './columns';
import { matchedFields, matchOnOption, severalMatchesOption } from './matching';
import { prepareRow } from './preparedRow';
import { UPSERT_CALLS, UPSERTED, upsertItems, upsertKey, type Wanted } from './upsertItems';
import type { UpsertHow } from './upsertRows';
import { attachmentsOption, WRITE_OPTIONS } from './writeOptions';
import { UPDATE_RECORDS } from './writeRows';

const columns = columnsField('upsert');

const noMatchOption = choiceField({
	displayName: 'When No Record Fits',
	name: 'noMatch',
	options: [
		{ name: 'Create It', value: 'create' },
		{ name: 'Leave Out', value: 'leaveOut', description: 'The item gives nothing' },
		{ name: 'Refuse', value: 'refuse', description: 'The item fails' },
	],
	default: 'create',
	description: 'What to do where no record has the same values in the columns to match on',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	...WRITE_OPTIONS,
	matchOnOption,
	severalMatchesOption,
	noMatchOption,
	attachmentsOption,
]);

export const upsert = defineBatchOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update a record',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	endpoint: SEARCH_RECORDS,
	alsoCalls: [UPDATE_RECORDS, ...UPSERT_CALLS],
	scopes: ['bitable:app'],
	identity: 'either',
	fields: [tableField, columns, simplifyField, options],
	output: UPSERTED,
	async prepare(turn): Promise<Wanted> {
		const { read, label } = turn;
		const table = read(tableField);
		const mapped = read(columns);
		const { severalMatches = 'refuse', noMatch = 'create', matchOn, attachments, ...chosen } = read(options);
		const simple = read(simplifyField);
		const row = await prepareRow(turn, await table.path(turn), label(columns), mapped, chosen);
		const by = matchedFields(label(columns), mapped, matchOn, row.fields);
		const how: UpsertHow = { severalMatches, noMatch, match: 'update', label: label(columns), attachments };
		return { row, by, how, simple, whole: chosen.wholeRecord ?? false };
	},
	batch: { most: Infinity, by: upsertKey },
	runAll: upsertItems,
});
