import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { JsonObject } from '../../../../feishu/json';
import { outputOf } from '../../operation/output';

/** What happened, as items of triggers say it. */
export type Happening = 'created' | 'changed' | 'deleted' | 'fieldCreated' | 'fieldChanged' | 'fieldDeleted';

/** What an item says beside the record. A column of the same name stands under its name with a mark. */
const HEAD = {
	event: 'string',
	'record_id?': 'string',
	'changes?': 'any',
	'operator_id?': 'string',
	'changed_time?': 'string',
	table_id: 'string',
} as const;

const OWN_KEYS: ReadonlySet<string> = new Set([
	...Object.keys(HEAD).map((key) => key.replace('?', '')),
	'error',
	'details',
]);

/** Of both triggers; what a table's fields are called, nobody knows before. */
export const changedOutput = outputOf({ ...HEAD, '*': 'any' });

export interface Happened {
	event: Happening;
	table_id: string;
	operator_id?: string;
	changed_time?: string | null;
	/** By field: what was and what is. */
	changes?: JsonObject;
	/** What could not be had; the item goes on without it. */
	failure?: JsonObject;
}

/** A record and what happened to it as an item: first what happened, then the record as Record: Get gives it. */
export function changedItem(happened: Happened, record: JsonObject): INodeExecutionData {
	const { event, changes, operator_id, changed_time, table_id, failure } = happened;
	const { record_id, ...cells } = record;
	const json: JsonObject = {
		event,
		...(record_id !== undefined && { record_id }),
		...Object.fromEntries(
			Object.entries(cells).map(([name, cell]) => [OWN_KEYS.has(name) ? `${name} (column)` : name, cell]),
		),
		...(changes && { changes }),
		...(operator_id && { operator_id }),
		...(changed_time && { changed_time }),
		table_id,
		...failure,
	};
	return { json: json as IDataObject };
}
