import { isObject, object, text, type JsonObject } from '../json';
import { FIELD, type BaseField } from './baseField';
import { plainCell } from './readCell';
import type { ToldCell } from './tableEvents';

/**
 * A cell of an event as a plain value, the same that a read would give: events have a text for every type, with the IDs
 * of options in place of their names. Undefined stands for a cell that the event does not tell of.
 * Source: …/drive-v1/file/events/bitable_record_changed; larksuite/node-sdk#87 for the IDs of options
 */
export function plainEventCell(field: BaseField, cell: ToldCell | undefined): unknown {
	return plainCell(field, cell && cell.field_value !== '' ? searched(field, cell) : undefined);
}

/** The cell in the form in which a search gives it. */
function searched(field: BaseField, cell: ToldCell): unknown {
	return (FORMS[field.type] ?? parsed)(cell, field);
}

type Form = (cell: ToldCell, field: BaseField) => unknown;

const FORMS: Readonly<Record<number, Form | undefined>> = {
	[FIELD.text]: pieces,
	[FIELD.number]: amount,
	[FIELD.singleSelect]: ({ field_value: id }, field) => optionName(field, id),
	[FIELD.multiSelect]: (cell, field) => listed(cell).map((id) => optionName(field, id)),
	[FIELD.date]: amount,
	[FIELD.checkbox]: ({ field_value: value }) => value === 'true' || value === '1',
	[FIELD.person]: people,
	[FIELD.phone]: ({ field_value: value }) => value,
	[FIELD.createdTime]: amount,
	[FIELD.modifiedTime]: amount,
	[FIELD.createdBy]: people,
	[FIELD.modifiedBy]: people,
	[FIELD.autoNumber]: ({ field_value: value }) => value,
};

/** What is JSON, as what it says; all else is text, such as the name of a step. */
function parsed({ field_value: value }: Pick<ToldCell, 'field_value'>): unknown {
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

/** A text comes in pieces; `[1, 2]` that somebody wrote is none. */
function pieces(cell: ToldCell): unknown {
	const value = parsed(cell);
	const isPieces = Array.isArray(value) && value.every((piece) => isObject(piece) && typeof piece.text === 'string');
	return isPieces ? value : cell.field_value;
}

function amount({ field_value: value }: ToldCell): unknown {
	const number = Number(value);
	return Number.isFinite(number) ? number : value;
}

function listed(cell: ToldCell): unknown[] {
	const value = parsed(cell);
	return Array.isArray(value) ? value : [cell.field_value];
}

function people(cell: ToldCell): unknown[] {
	if (cell.users.length === 0) return listed(cell);
	return cell.users.map(({ user_id, name }): JsonObject => ({ id: text(object(user_id).open_id), name }));
}

/** The ID itself where the field does not have it any more. */
function optionName({ property }: BaseField, id: unknown): unknown {
	const option = optionsOf(property).find((one) => one.id === id);
	return option ? option.name : id;
}

const optionsOf = (property: BaseField['property']): JsonObject[] =>
	Array.isArray(property?.options) ? property.options.filter(isObject) : [];

/** Whether the cell holds an option that these fields do not know: they are older than it. */
export function hasUnknownOption(field: BaseField, cell: ToldCell): boolean {
	if (cell.field_value === '' || (field.type !== FIELD.singleSelect && field.type !== FIELD.multiSelect)) return false;
	const known = new Set(optionsOf(field.property).map(({ id }) => id));
	return listed(cell).some((id) => !known.has(id));
}

/**
 * Whether two plain values say the same: reads tell more of people, files and groups than events do, such as an e-mail
 * address or a size.
 */
export const saysTheSame = (one: unknown, other: unknown): boolean =>
	JSON.stringify(essence(one)) === JSON.stringify(essence(other));

function essence(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(essence);
	if (!isObject(value)) return value;
	return value.id ?? value.file_token ?? (value.location !== undefined ? value.location : value);
}
