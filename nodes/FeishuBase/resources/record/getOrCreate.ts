import { SEARCH_RECORDS } from '../../../shared/base/searching';
import { tableField } from '../../../shared/base/table';
import { simplifyField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { defineBatchOperation } from '../../../shared/operation/operation';
import { columnsField } from './columns';
import { matchedFields, matchOnOption, severalMatchesOption } from './matching';
import { prepareRow } from './preparedRow';
import { UPSERT_CALLS, UPSERTED, upsertItems, upsertKey, type Wanted } from './upsertItems';
import type { UpsertHow } from './upsertRows';
import { WRITE_OPTIONS } from './writeOptions';

const columns = columnsField('upsert');
const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	...WRITE_OPTIONS,
	matchOnOption,
	severalMatchesOption,
]);

export const getOrCreate = defineBatchOperation({
	value: 'getOrCreate',
	name: 'Get or Create',
	action: 'Get or create a record',
	description: 'Give the record with the same values in the columns to match on, or create it',
	endpoint: SEARCH_RECORDS,
	alsoCalls: UPSERT_CALLS,
	scopes: ['bitable:app'],
	identity: 'either',
	fields: [tableField, columns, simplifyField, options],
	output: UPSERTED,
	async prepare(turn): Promise<Wanted> {
		const { read, label } = turn;
		const table = read(tableField);
		const mapped = read(columns);
		const { severalMatches = 'refuse', matchOn, ...chosen } = read(options);
		const simple = read(simplifyField);
		const row = await prepareRow(turn, await table.path(turn), label(columns), mapped, chosen);
		const by = matchedFields(label(columns), mapped, matchOn, row.fields);
		const how: UpsertHow = { severalMatches, noMatch: 'create', match: 'get', label: label(columns) };
		return { row, by, how, simple, whole: chosen.wholeRecord ?? false };
	},
	batch: { most: Infinity, by: upsertKey },
	runAll: upsertItems,
});
