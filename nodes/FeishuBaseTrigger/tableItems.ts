import type { INodeExecutionData } from 'n8n-workflow';

import { FIELD, isReadOnly, type BaseField } from '../../feishu/base/baseField';
import { plainEventCell, saysTheSame } from '../../feishu/base/eventCells';
import { keyOfColumn, plainRecord, type BaseRecord } from '../../feishu/base/plainRecord';
import { fieldsTold, type FieldAction, type RecordAction, type TableEvent } from '../../feishu/base/tableEvents';
import type { JsonObject } from '../../feishu/json';
import { changedItem } from '../shared/base/watch/changedItem';

/** What is told of one record, and what was read of it. */
export interface Told {
	action: RecordAction;
	event: TableEvent;
	/** Of the table. */
	fields: readonly BaseField[];
	/** As it is now; undefined where it is gone, or can't be read. */
	record?: BaseRecord;
	failure?: JsonObject;
}

/** A record of an event: its plain values, and the item in either form. */
export function itemOf({ action, event, fields, record, failure }: Told) {
	const { operator_id, changed_time, table_id } = event;
	const happened = { event: action.kind, table_id, operator_id, changed_time, failure };
	const plain = record ? asItWas(action, fields, record) : fromEvent(action, fields);
	return {
		plain,
		simplified: (): INodeExecutionData =>
			changedItem({ ...happened, ...(action.kind === 'changed' && { changes: changesIn(action, fields) }) }, plain),
		asDelivered: (): INodeExecutionData =>
			changedItem(happened, { record_id: action.record_id, ...record, action: action.raw }),
	};
}

/** By name: what was and what is. */
function changesIn(action: RecordAction, fields: readonly BaseField[]): JsonObject {
	return Object.fromEntries(
		[...fieldsTold(action)].map((id) => {
			const field = fields.find(({ field_id }) => field_id === id) ?? unknownField(id);
			const [before, after] = [action.before, action.after].map((cells) => plainEventCell(field, cells.get(id)));
			return [field.field_name, { before, after }];
		}),
	);
}

/** A field that is gone, or of which nothing could be had. */
const unknownField = (id: string): BaseField => ({ field_id: id, field_name: id, type: FIELD.text });

/** Types whose texts in events are known for sure. */
const SURE: ReadonlySet<number> = new Set([
	FIELD.text,
	FIELD.number,
	FIELD.singleSelect,
	FIELD.multiSelect,
	FIELD.date,
	FIELD.checkbox,
	FIELD.phone,
]);

/**
 * The record as this change left it. It is read later, and may have been changed once more by then: without this, two
 * changes of a status would both show the second.
 */
function asItWas({ after }: RecordAction, fields: readonly BaseField[], record: BaseRecord): JsonObject {
	const plain = plainRecord(fields, record);
	for (const field of fields) {
		const cell = SURE.has(field.type) ? after.get(field.field_id) : undefined;
		if (!cell) continue;
		const told = plainEventCell(field, cell);
		const key = keyOfColumn(field.field_name);
		if (!saysTheSame(told, plain[key])) plain[key] = told;
	}
	return plain;
}

/** What the event alone tells: of a change only what changed, else all but what is computed. */
function fromEvent(action: RecordAction, fields: readonly BaseField[]): JsonObject {
	const { kind, before, after, record_id } = action;
	const cells = kind === 'deleted' ? before : after;
	const told = fields.filter((field) => cells.has(field.field_id) || (kind !== 'changed' && !isReadOnly(field)));
	return {
		record_id,
		...Object.fromEntries(
			told.map((field) => [keyOfColumn(field.field_name), plainEventCell(field, cells.get(field.field_id))]),
		),
	};
}

const HAPPENINGS = { created: 'fieldCreated', changed: 'fieldChanged', deleted: 'fieldDeleted' } as const;

/** A field (column) that came, changed or went. */
export function fieldItem(
	action: FieldAction,
	{ operator_id, changed_time, table_id }: TableEvent,
): INodeExecutionData {
	const { kind, field_id, before, after } = action;
	return changedItem(
		{ event: HAPPENINGS[kind], table_id, operator_id, changed_time },
		{ field_id, field_name: (after ?? before)?.name ?? null, before: before ?? null, after: after ?? null },
	);
}
