import { recordField } from '../../../shared/base/record';
import { GET_RECORDS } from '../../../shared/base/recordsById';
import { tableField } from '../../../shared/base/table';
import { MEDIA_UPLOADS } from '../../../shared/drive/mediaUpload';
import { simplifyField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { defineBatchOperation } from '../../../shared/operation/operation';
import type { JsonObject } from '../../../../feishu/json';
import { columnsField } from './columns';
import { mergedChange } from './keptFiles';
import { RECORD } from './output';
import { prepareRow } from './preparedRow';
import { resolvedRows } from './resolvedRows';
import { saidNothing } from './rowResult';
import { attachmentsOption, WRITE_OPTIONS, type Attachments } from './writeOptions';
import { UPDATE_RECORDS, updateRows, type Writing } from './writeRows';
import { writtenItems, type Shown } from './writtenItems';

const record = recordField();
const columns = columnsField('add');
const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	...WRITE_OPTIONS,
	attachmentsOption,
]);

interface Change extends Shown {
	record_id: string;
	attachments: Attachments;
}

export const update = defineBatchOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a record',
	description: 'Change some cells of a record for each item; up to 1,000 go with one request',
	endpoint: UPDATE_RECORDS,
	alsoCalls: [GET_RECORDS, ...MEDIA_UPLOADS],
	scopes: ['base:record:update', 'bitable:app'],
	identity: 'either',
	fields: [tableField, record, columns, simplifyField, options],
	output: RECORD,
	async prepare(turn): Promise<Change> {
		const { read, label } = turn;
		const table = read(tableField);
		const record_id = read(record);
		const mapped = read(columns);
		const { attachments = 'replace', ...chosen } = read(options);
		const simple = read(simplifyField);
		const row = await prepareRow(turn, await table.path(turn), label(columns), mapped, chosen);
		return { row, record_id, attachments, simple, whole: chosen.wholeRecord ?? false };
	},
	batch: { most: Infinity, by: ({ row, attachments }) => JSON.stringify([row.path, attachments]) },
	async runAll(changes, asking) {
		const [first] = changes;
		if (!first) return [];
		const { attachments } = first;
		const { path, fields } = first.row;
		const rows = await resolvedRows(
			asking,
			changes.map(({ row }) => row),
		);
		const ids = changes.map(({ record_id }) => record_id);
		const results = await rows.write(
			async (some) => await updateOnce({ ...asking, path, fields, attachments }, some, ids),
		);
		return await writtenItems(asking, path, results, changes);
	},
});

/** Items that change the same record become one change, the later ones over the earlier. */
async function updateOnce(
	writing: Writing,
	rows: ReadonlyArray<{ fields: JsonObject; index: number }>,
	ids: readonly string[],
) {
	const merged = new Map<string, JsonObject>();
	const idOf = (index: number) => ids[index] ?? '';
	const adds = writing.attachments === 'add';
	for (const { fields, index } of rows)
		merged.set(idOf(index), mergedChange(writing.fields, merged.get(idOf(index)) ?? {}, fields, adds));
	const changes = [...merged].map(([record_id, fields]) => ({ record_id, fields }));
	const results = await updateRows(writing, changes);
	const byId = new Map(changes.map(({ record_id }, at) => [record_id, results[at]]));
	return rows.map(({ index }) => byId.get(idOf(index)) ?? saidNothing());
}
