import type { EventEnvelope } from '../events/eventEnvelope';
import { isObject, object, text, type JsonObject } from '../json';

/**
 * What events tell of a table: records and fields that came, changed and went.
 * Sources: …/drive-v1/file/events/bitable_record_changed and …/bitable_field_changed
 */

const RECORD_CHANGED = 'drive.file.bitable_record_changed_v1';
const FIELD_CHANGED = 'drive.file.bitable_field_changed_v1';

/** A cell in an event: a text, whatever its field holds. */
export interface ToldCell {
	field_id: string;
	/** Empty for an empty cell. */
	field_value: string;
	/** The people in it. */
	users: readonly JsonObject[];
}

export type ChangeKind = 'created' | 'changed' | 'deleted';

/** By the IDs of their fields. What is computed is not among them, nor is what a change left alone. */
type ToldCells = ReadonlyMap<string, ToldCell>;

export interface RecordAction {
	kind: ChangeKind;
	record_id: string;
	before: ToldCells;
	after: ToldCells;
	/** As delivered. */
	raw: JsonObject;
}

export interface FieldAction {
	kind: ChangeKind;
	field_id: string;
	/** Of the field: its `name`, `type`, `property`, …; undefined before it was there, and after. */
	before?: JsonObject;
	after?: JsonObject;
	raw: JsonObject;
}

export interface TableEvent {
	/** Of the base. */
	file_token: string;
	table_id: string;
	/** open_id of whoever did it; of an app its bot's. */
	operator_id: string;
	/** ISO; null where the event has none. */
	changed_time: string | null;
	records: RecordAction[];
	fields: FieldAction[];
}

/** @returns undefined for an event of anything else */
export function tableEvent({ event_type: type, event, create_time }: EventEnvelope): TableEvent | undefined {
	if (type !== RECORD_CHANGED && type !== FIELD_CHANGED) return undefined;
	const actions = (Array.isArray(event.action_list) ? event.action_list : []).filter(isObject);
	const seconds = Number(event.update_time);
	return {
		file_token: text(event.file_token),
		table_id: text(event.table_id),
		operator_id: text(object(event.operator_id).open_id),
		changed_time: seconds > 0 ? new Date(seconds * 1000).toISOString() : create_time,
		records: type === RECORD_CHANGED ? actions.flatMap(recordAction) : [],
		fields: type === FIELD_CHANGED ? actions.flatMap(fieldAction) : [],
	};
}

/** `record_added`, `field_edited`, … */
const KINDS: Readonly<Record<string, ChangeKind | undefined>> = {
	added: 'created',
	edited: 'changed',
	deleted: 'deleted',
};

const kindOf = (raw: JsonObject) => KINDS[text(raw.action).replace(/^.*_/, '')];

function recordAction(raw: JsonObject): RecordAction[] {
	const kind = kindOf(raw);
	const cells = (side: unknown) =>
		new Map((Array.isArray(side) ? side : []).filter(isObject).map((cell) => [text(cell.field_id), toldCell(cell)]));
	if (!kind) return [];
	return [
		{ kind, record_id: text(raw.record_id), before: cells(raw.before_value), after: cells(raw.after_value), raw },
	];
}

function toldCell({ field_id, field_value, field_identity_value }: JsonObject): ToldCell {
	const { users } = object(field_identity_value);
	return {
		field_id: text(field_id),
		field_value: typeof field_value === 'string' ? field_value : JSON.stringify(field_value ?? ''),
		users: Array.isArray(users) ? users.filter(isObject) : [],
	};
}

function fieldAction(raw: JsonObject): FieldAction[] {
	const kind = kindOf(raw);
	if (!kind) return [];
	const { before_value: before, after_value: after } = raw;
	return [
		{
			kind,
			field_id: text(raw.field_id),
			...(isObject(before) && { before }),
			...(isObject(after) && { after }),
			raw,
		},
	];
}

/** The IDs of the fields that a record's event tells of. */
export const fieldsTold = ({ before, after }: RecordAction): Set<string> =>
	new Set([...before.keys(), ...after.keys()]);
