import { FIELD, isReadOnly, kindOf, type BaseField } from './baseField';
import { ready, type PreparedCell } from './cellNeeds';
import { attachments, groups, links, people } from './cellRefs';
import { refusal } from './cellRefusals';
import {
	link,
	location,
	number,
	phone,
	severalOptions,
	singleOption,
	ticked,
	words,
	type UnknownOption,
} from './cellValues';

/** What somebody chose for the whole step. */
export interface CellContext {
	/** Milliseconds of a date as people or nodes write it, in the workflow's zone. @throws InputError */
	moment(label: string, value: unknown): number | undefined;
	unknownOption: UnknownOption;
	/** Names of the item's files. */
	files: readonly string[];
}

/**
 * A value as the platform takes it for a field, from what people and other nodes give: text, numbers, dates, names of
 * options, IDs, e-mail addresses, names of files. Null, undefined and empty text empty the cell.
 * @throws InputError with the field's name, and what it takes
 */
export function prepareCell(field: BaseField, value: unknown, context: CellContext): PreparedCell {
	if (isReadOnly(field))
		throw refusal(field, `is ${kindOf(field)}, which nobody can write`, 'Leave it out: the platform fills it in');
	if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
		return ready(null);
	const write = WRITERS[field.type];
	return write ? write(field, value, context) : ready(value);
}

type Write = (field: BaseField, value: unknown, context: CellContext) => PreparedCell;

const WRITERS: Readonly<Record<number, Write | undefined>> = {
	[FIELD.text]: (field, value) => ready(words(field, value)),
	[FIELD.number]: (field, value) => ready(number(field, value)),
	[FIELD.singleSelect]: singleOption,
	[FIELD.multiSelect]: severalOptions,
	[FIELD.date]: (field, value, { moment }) => ready(moment(field.field_name, value) ?? null),
	[FIELD.checkbox]: (field, value) => ready(ticked(field, value)),
	[FIELD.person]: people,
	[FIELD.phone]: (field, value) => ready(phone(field, value)),
	[FIELD.url]: (field, value) => ready(link(field, value)),
	[FIELD.attachment]: attachments,
	[FIELD.link]: links,
	[FIELD.twoWayLink]: links,
	[FIELD.location]: (field, value) => ready(location(field, value)),
	[FIELD.group]: (field, value) => ready(groups(field, value)),
};
