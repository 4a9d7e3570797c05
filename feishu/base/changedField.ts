import { InputError } from '../input';
import { isObject, text, type JsonObject } from '../json';
import { FIELD, kindOf, type BaseField } from './baseField';
import { fieldKind, FIELD_KINDS, SETTING_LABELS, type FieldKind, type SettingName } from './fieldKinds';
import { changedOptions, OPTION_LABELS, optionsIn, type OptionChanges } from './fieldOptions';
import { propertyWith, standardOf, type FieldBody, type FieldSettings } from './fieldProperty';
import { canBePrimary } from './guessFields';

/** What of a field is to be changed; all else stays. */
export interface FieldChanges {
	name?: string;
	description?: string;
	kind?: FieldKind;
	settings: FieldSettings;
	options: OptionChanges;
	/** Keys of the property, as the platform has them. */
	property?: JsonObject;
}

/** Of these only lists tell. */
const ANSWERED: readonly string[] = ['table_name', 'back_field_id'];

/**
 * The whole field after the changes: the platform replaces all of it by what an update says, and what it does not say is
 * lost, options with their cells among it. A new type keeps those settings that both types have.
 * Source: …/bitable-v1/app-table-field/update
 * @throws InputError for settings that the type does not have
 */
export function changedField(field: BaseField & { description?: unknown }, changes: FieldChanges): FieldBody {
	const now = fieldKind(field);
	const kind = changes.kind ?? now;
	const rest = {
		field_name: changes.name ?? field.field_name,
		...described(changes.description ?? descriptionOf(field), changes.description !== undefined),
	};
	if (UNCHANGEABLE.includes(field.type)) throw unchangeable(field);
	if (!kind) {
		// A look that is not known here: what it is stays with it.
		if (Object.keys(changes.settings).length + Object.keys(changes.options).length > 0) throw unchangeable(field);
		const { type, ui_type } = field;
		return { ...rest, type, ui_type, ...withProperty({ ...withoutAnswered(field), ...changes.property }) };
	}
	const { type, ui_type } = FIELD_KINDS[kind];
	if (field.is_primary && !canBePrimary({ type }))
		throw new InputError(
			'Type',
			`'${field.field_name}' is the first field of its table, which can't be ${kindOf({ type, ui_type })}`,
			'It can be text, a number, a date, a phone number, a link, a formula or a location',
		);
	refuseForeign(field, kind, changes);
	const known = kind === now ? withoutAnswered(field) : { ...standardOf(kind), ...shared(field, kind) };
	const property = propertyWith(kind, withOptions(kind, known, changes), changes.settings);
	return { ...rest, type, ui_type, ...withProperty({ ...property, ...changes.property }) };
}

const UNCHANGEABLE: readonly number[] = [FIELD.lookup, FIELD.stage, FIELD.button];

const unchangeable = (field: BaseField): InputError =>
	new InputError(
		'Field',
		`'${field.field_name}' is ${kindOf(field)}, which can't be changed so by the API`,
		'Change it in Feishu itself',
	);

const withoutAnswered = ({ property }: BaseField): JsonObject =>
	Object.fromEntries(Object.entries(property ?? {}).filter(([key]) => !ANSWERED.includes(key)));

/** Some types take no property, not even an empty one. */
const withProperty = (property: JsonObject): { property?: JsonObject } =>
	Object.keys(property).length > 0 ? { property } : {};

const described = (words: string, isChanged: boolean): { description?: { text: string } } =>
	words !== '' || isChanged ? { description: { text: words } } : {};

/** A description as lists give it: a text, or segments. */
export function descriptionOf({ description }: { description?: unknown }): string {
	if (!Array.isArray(description)) return isObject(description) ? text(description.text) : text(description);
	return description.map((piece: unknown) => (isObject(piece) ? text(piece.text) : '')).join('');
}

function refuseForeign(field: BaseField, kind: FieldKind, { settings, options }: FieldChanges): void {
	const takes: readonly SettingName[] = FIELD_KINDS[kind].takes;
	const setting = (Object.keys(settings) as SettingName[]).find((name) => !takes.includes(name));
	const [option] = takes.includes('optionNames') ? [] : (Object.keys(options) as Array<keyof OptionChanges>);
	const label = setting ? SETTING_LABELS[setting] : option && OPTION_LABELS[option];
	if (label === undefined) return;
	const own = takes.map((name) => SETTING_LABELS[name]).join(', ');
	throw new InputError(
		label,
		`The field '${label}' does not go with '${field.field_name}', which is ${kindOf(FIELD_KINDS[kind])}`,
		own === '' ? 'Only its name, description and type can be changed' : `It has ${own}`,
	);
}

/** What a field of another type takes over: these settings mean the same in all types that have them. */
const SHARED: readonly string[] = ['options', 'date_formatter', 'multiple'];

function shared(field: BaseField, kind: FieldKind): JsonObject {
	const standard = standardOf(kind) ?? {};
	const now = fieldKind(field);
	const links = now !== undefined && isLink(now) && isLink(kind) ? ['table_id'] : [];
	const isShared = (key: string) => (SHARED.includes(key) && key in standard) || links.includes(key);
	return Object.fromEntries(Object.entries(field.property ?? {}).filter(([key]) => isShared(key)));
}

const isLink = (kind: FieldKind): boolean => kind === 'link' || kind === 'twoWayLink';

function withOptions(kind: FieldKind, property: JsonObject, { options }: FieldChanges): JsonObject {
	if (!('options' in (standardOf(kind) ?? {}))) return property;
	return { ...property, options: changedOptions(optionsIn(property), options) };
}
