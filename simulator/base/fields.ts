import { newId } from '../platform/ids';
import type { Base, Field, Table } from '../state/bases';
import { Changes, type TableChanges } from './changes';
import { convertCells, dropOptions } from './convert';
import type { Asking } from './kind';
import { isLink, TYPES } from './kinds';
import { problem } from './problem';
import { type FieldRequest, PRIMARY_TYPES, propertyOf, uiTypeOf } from './property';

const MAX_FIELDS = 300;
const MAX_FORMULAS = 100;
const MAX_NAME = 1000;

/** The name of a field without blanks around it. */
function nameOf({ fields }: Table, { field_name: given }: FieldRequest, itself?: Field): string {
	const name = given.trim();
	if (name === '') throw problem(1254028);
	if (/[[\]]/.test(name) || name.length > MAX_NAME) throw problem(1254029);
	if (fields.some((field) => field !== itself && field.field_name === name)) throw problem(1254014);
	return name;
}

const copyOf = (field: Field): Field => structuredClone(field);

/** The other side of a link that both tables show. */
function addMirror(base: Base, table: Table, field: Field, changes: Changes): void {
	const there = base.tables.get(field.property?.table_id ?? '');
	if (!there || field.type !== TYPES.duplexLink || !field.property) return;
	const wanted = field.property.back_field_name ?? `${table.name}-${field.field_name}`;
	const taken = there.fields.some((one) => one.field_name === wanted);
	const back: Field = {
		field_id: newId.field(),
		field_name: taken ? `${wanted} 2` : wanted,
		type: TYPES.duplexLink,
		ui_type: 'DuplexLink',
		property: {
			table_id: table.table_id,
			multiple: true,
			back_field_id: field.field_id,
			back_field_name: field.field_name,
		},
		description: '',
		is_primary: false,
	};
	Object.assign(field.property, { back_field_id: back.field_id, back_field_name: back.field_name });
	there.fields.push(back);
	changes.of(there).fields.push({ action: 'field_added', field_id: back.field_id, after: copyOf(back) });
}

/** Puts a field into a table, at its end; the first one is the primary one. */
export function addField(base: Base, table: Table, request: FieldRequest, changes: Changes): Field {
	const is_primary = table.fields.length === 0;
	if (is_primary && !PRIMARY_TYPES.includes(request.type)) throw problem(1254012);
	if (table.fields.length >= MAX_FIELDS) throw problem(1254105);
	const formulas = table.fields.filter(({ type }) => type === TYPES.formula).length;
	if (request.type === TYPES.formula && formulas >= MAX_FORMULAS) throw problem(1254105);
	const field: Field = {
		field_id: newId.field(),
		field_name: nameOf(table, request),
		type: request.type,
		ui_type: uiTypeOf(request),
		property: propertyOf(base, request),
		description: request.description?.text ?? '',
		is_primary,
	};
	table.fields.push(field);
	addMirror(base, table, field, changes);
	changes.of(table).fields.push({ action: 'field_added', field_id: field.field_id, after: copyOf(field) });
	return field;
}

/** A field by its id; 1254044 otherwise. */
export function fieldById({ fields }: Table, id: string): Field {
	const field = fields.find(({ field_id: one }) => one === id);
	if (!field) throw problem(1254044);
	return field;
}

/** Makes a field what the call says, all of it: options without an id are new, those that are not named go with their values. */
export function replaceField(asking: Asking, field: Field, request: FieldRequest): TableChanges[] {
	const { base, table } = asking;
	const sameLink = isLink(request.type) && request.type === field.type;
	const fresh: Field = {
		...field,
		field_name: nameOf(table, request, field),
		type: request.type,
		ui_type: uiTypeOf(request),
		property: propertyOf(base, request, field.property?.options),
		description: request.description?.text ?? field.description,
	};
	if (field.is_primary && !PRIMARY_TYPES.includes(fresh.type)) throw problem(1254012);
	if (sameLink && fresh.property?.table_id === field.property?.table_id)
		fresh.property = { ...field.property, ...fresh.property };
	if (JSON.stringify(fresh) === JSON.stringify(field)) throw problem(1254606);
	const before = copyOf(field);
	const changes = new Changes(base);
	const back = otherSide(base, field);
	const moved = before.type !== fresh.type || before.property?.table_id !== fresh.property?.table_id;
	Object.assign(field, fresh);
	if (moved) {
		convertCells(asking, table, before, field);
		if (back) take(back.table, back.field, changes);
		addMirror(base, table, field, changes);
	} else if (fresh.property?.options) dropOptions(table, field);
	changes.of(table).fields.push({ action: 'field_edited', field_id: field.field_id, before, after: copyOf(field) });
	return changes.all();
}

/** The field of the other table that shows the same links. */
function otherSide(base: Base, { property }: Field): { table: Table; field: Field } | undefined {
	const table = base.tables.get(property?.table_id ?? '');
	const field = table?.fields.find(({ field_id: id }) => id === property?.back_field_id);
	return table && field && { table, field };
}

function take(table: Table, field: Field, changes: Changes): void {
	table.fields = table.fields.filter((one) => one !== field);
	for (const { cells } of table.records.values()) cells.delete(field.field_id);
	for (const view of table.views) view.hidden_fields = view.hidden_fields.filter((id) => id !== field.field_id);
	changes.of(table).fields.push({ action: 'field_deleted', field_id: field.field_id, before: copyOf(field) });
}

/** Takes a field away with all its cells, and the other side of a link with it. */
export function removeField(base: Base, table: Table, field: Field): TableChanges[] {
	if (field.is_primary) throw problem(1254046);
	const changes = new Changes(base);
	const back = otherSide(base, field);
	take(table, field, changes);
	if (back) take(back.table, back.field, changes);
	return changes.all();
}

/** As lists give it. */
export const fieldView = (base: Base, field: Field, hidden: readonly string[] = []) => ({
	field_id: field.field_id,
	field_name: field.field_name,
	type: field.type,
	ui_type: field.ui_type,
	property:
		field.property && isLink(field.type)
			? { ...field.property, table_name: base.tables.get(field.property.table_id ?? '')?.name ?? '' }
			: field.property,
	description: field.description,
	is_primary: field.is_primary,
	is_hidden: hidden.includes(field.field_id),
});
