import type { BaseField } from '../../../../feishu/base/baseField';
import { InputError } from '../../../../feishu/input';
import { fieldsOf, type TablePath } from '../../../shared/base/contents';
import { recordField } from '../../../shared/base/record';
import { GET_RECORDS, recordsById } from '../../../shared/base/recordsById';
import { tableField } from '../../../shared/base/table';
import { simplifyField } from '../../../shared/fields/common';
import { defineBatchOperation } from '../../../shared/operation/operation';
import { noSuchRecord } from './goneRecords';
import { RECORD, recordItem } from './output';
import { byIdOptions } from './readOptions';

const record = recordField();

interface Wanted {
	path: TablePath;
	record_id: string;
	/** Of the table, unless the platform's own form is wanted. */
	fields?: readonly BaseField[];
	automatic_fields: boolean;
	with_shared_url: boolean;
	label: string;
}

export const get = defineBatchOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a record',
	description: 'Get records by their IDs; 100 items go into one request',
	endpoint: GET_RECORDS,
	scopes: ['base:record:read', 'bitable:app:readonly', 'bitable:app'],
	identity: 'either',
	fields: [tableField, record, simplifyField, byIdOptions],
	output: RECORD,
	async prepare({ read, label, ...asking }): Promise<Wanted> {
		const record_id = read(record);
		const { automaticFields = false, sharedUrl = false } = read(byIdOptions);
		const table = read(tableField);
		const simple = read(simplifyField);
		const path = await table.path(asking);
		return {
			path,
			record_id,
			fields: simple ? await fieldsOf(asking, path) : undefined,
			automatic_fields: automaticFields,
			with_shared_url: sharedUrl,
			label: label(record),
		};
	},
	batch: {
		most: Infinity,
		by: ({ path, automatic_fields, with_shared_url }) => JSON.stringify([path, automatic_fields, with_shared_url]),
	},
	async runAll(wanted, { feishu }) {
		const [first] = wanted;
		if (!first) return [];
		const { path, automatic_fields, with_shared_url } = first;
		const ids = wanted.map(({ record_id }) => record_id);
		const found = await recordsById(feishu, path, ids, { automatic_fields, with_shared_url });
		return wanted.map(({ record_id, fields, label }) => {
			const one = found.records.get(record_id);
			return one ? recordItem(one, fields) : missing(label, record_id, found.forbidden.has(record_id));
		});
	},
});

function missing(label: string, record_id: string, forbidden: boolean): InputError {
	return forbidden
		? new InputError(
				label,
				`The record ${record_id} may not be read`,
				'The base has advanced permissions: give the app, or the person, a role that sees this record',
			)
		: noSuchRecord(label, record_id);
}
