import type { FieldType, ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { FIELD, isReadOnly, optionNames, type BaseField } from '../../../../feishu/base/baseField';
import { isInputError } from '../../../../feishu/input';
import { object } from '../../../../feishu/json';
import { chosenTable } from '../../../shared/base/chosen';
import { askingFor } from '../../../shared/fields/panel';
import { fieldsOf } from '../../../shared/base/contents';
import { FeishuClient } from '../../../shared/client/client';
import { toNodeError } from '../../../shared/client/errors';
import { idsIn, type NamedColumn } from '../../../shared/fields/mapper';

/** Columns shown at once; of a wider table the rest waits under "Add column". */
const SHOWN_AT_ONCE = 30;

/** The columns of the table that is chosen on the panel, without those that nobody can write. */
export async function getBaseColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const panel = { context: this, feishu: new FeishuClient(this) };
	const columns = async () => await fieldsOf(askingFor(panel), await chosenTable(panel));
	const mapped = object(this.getCurrentNodeParameter('columns'));
	return await columns().then(
		(fields) => mapperFields(fields, idsIn(mapped.schema)),
		(error: unknown) => {
			if (isInputError(error)) return { fields: [], emptyFieldsNotice: `${error.message}. ${error.advice ?? ''}` };
			throw toNodeError(this.getNode(), error);
		},
	);
}

/** @param known the columns that the node has kept, by the names under which it keeps them */
function mapperFields(fields: readonly BaseField[], known: ReadonlyMap<string, string>): ResourceMapperFields {
	const writable = fields.filter((field) => !isReadOnly(field));
	// Of another table, which was chosen before, nothing is of use.
	const ids = new Set(fields.map(({ field_id }) => field_id));
	const keyOf = keysFor(new Map([...known].filter(([, fieldId]) => ids.has(fieldId))));
	return {
		fields: writable.map((field, index) => mapperField(field, keyOf(field), index < SHOWN_AT_ONCE)),
		...(writable.length === 0 && { emptyFieldsNotice: 'The table has no column that can be written' }),
	};
}

/**
 * Under which name n8n keeps a column, and shows it where columns to match on are chosen: its own. One that was renamed
 * stays where it is kept, so that what was filled in stays as well.
 */
function keysFor(known: ReadonlyMap<string, string>): (field: BaseField) => string {
	const keys = new Map([...known].map(([key, fieldId]) => [fieldId, key]));
	return ({ field_id, field_name }) =>
		keys.get(field_id) ?? (known.has(field_name) || !CAN_BE_KEY.test(field_name) ? field_id : field_name);
}

/** n8n finds the value of a column by a path, in which its key stands between quotes. */
const CAN_BE_KEY = /^[^"\\]+$/;

/** It starts empty, and what stays so is not written: a yes or no is a choice, for a switch has no empty state. */
function mapperField(field: BaseField, id: string, isShown: boolean): NamedColumn {
	const choices = choicesOf(field);
	return {
		id,
		fieldId: field.field_id,
		displayName: displayName(field),
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: MATCHABLE.has(field.type),
		display: true,
		removed: !isShown,
		type: choices ? 'options' : (TYPES[field.type] ?? 'string'),
		...(choices && { options: choices.map((value) => ({ name: String(value), value })) }),
	};
}

const TYPES: Readonly<Record<number, FieldType | undefined>> = {
	[FIELD.number]: 'number',
	[FIELD.date]: 'dateTime',
};

function choicesOf(field: BaseField): Array<string | boolean> | undefined {
	if (field.type === FIELD.checkbox) return [true, false];
	const names = field.type === FIELD.singleSelect ? optionNames(field) : [];
	return names.length > 0 ? names : undefined;
}

/** By what records can be told to be the same. */
const MATCHABLE: ReadonlySet<number> = new Set([
	FIELD.text,
	FIELD.number,
	FIELD.singleSelect,
	FIELD.multiSelect,
	FIELD.date,
	FIELD.checkbox,
	FIELD.person,
	FIELD.phone,
	FIELD.url,
	FIELD.link,
	FIELD.twoWayLink,
	FIELD.group,
]);

/** What the box of a column does not show, in few words: the panel cuts long ones. */
const TAKES: Readonly<Record<number, string | undefined>> = {
	[FIELD.person]: 'e-mail or name',
	[FIELD.url]: 'address',
	[FIELD.attachment]: 'file fields',
	[FIELD.link]: 'title or ID',
	[FIELD.twoWayLink]: 'title or ID',
	[FIELD.location]: 'lng,lat',
	[FIELD.group]: 'chat IDs',
};

/** Options of several that a name lists. */
const LISTED = 5;

function displayName(field: BaseField): string {
	const names = field.type === FIELD.multiSelect ? optionNames(field) : [];
	const listed = names.slice(0, LISTED).join(', ') + (names.length > LISTED ? ', …' : '');
	const takes = field.type === FIELD.multiSelect ? listed || 'options' : TAKES[field.type];
	return takes === undefined ? field.field_name : `${field.field_name} (${takes})`;
}
