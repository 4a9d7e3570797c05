import { tableField } from '../../../shared/base/table';
import { MEDIA_UPLOADS } from '../../../shared/drive/mediaUpload';
import { simplifyField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { defineBatchOperation } from '../../../shared/operation/operation';
import { columnsField } from './columns';
import { RECORD } from './output';
import { prepareRow } from './preparedRow';
import { GET_RECORDS } from '../../../shared/base/recordsById';
import { CREATE_RECORDS, createRows } from './writeRows';
import { WRITE_OPTIONS } from './writeOptions';
import { writtenItems, type Shown } from './writtenItems';
import { resolvedRows } from './resolvedRows';

const columns = columnsField('add');

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	...WRITE_OPTIONS,
]);

export const create = defineBatchOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a record',
	description: 'Add a record for each item; up to 1,000 go with one request',
	endpoint: CREATE_RECORDS,
	alsoCalls: [GET_RECORDS, ...MEDIA_UPLOADS],
	scopes: ['base:record:create', 'bitable:app'],
	identity: 'either',
	fields: [tableField, columns, simplifyField, options],
	output: RECORD,
	async prepare(turn): Promise<Shown> {
		const { read, label } = turn;
		const table = read(tableField);
		const mapped = read(columns);
		const chosen = read(options);
		const simple = read(simplifyField);
		const row = await prepareRow(turn, await table.path(turn), label(columns), mapped, chosen);
		return { row, simple, whole: chosen.wholeRecord ?? false };
	},
	batch: { most: Infinity, by: ({ row }) => JSON.stringify(row.path) },
	async runAll(prepared, asking) {
		const [first] = prepared;
		if (!first) return [];
		const { path, fields } = first.row;
		const rows = await resolvedRows(
			asking,
			prepared.map(({ row }) => row),
		);
		const results = await rows.write(async (some) => await createRows({ ...asking, path, fields }, some));
		return await writtenItems(asking, path, results, prepared);
	},
});
