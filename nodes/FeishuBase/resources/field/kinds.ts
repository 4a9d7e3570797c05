import { ALL_KINDS, FIELD_KINDS, type FieldKind, type SettingName } from '../../../../feishu/base/fieldKinds';
import type { FieldSettings } from '../../../../feishu/base/fieldProperty';
import { Table } from '../../../shared/base/tablePlace';
import type { Base } from '../../../shared/base/basePlace';
import type { Asking } from '../../../shared/client/asking';
import { fieldGroup } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { variantField } from '../../../shared/fields/variants';
import type { Field } from '../../../shared/operation/field';
import { SETTINGS } from './settings';

/** Settings as filled in: the linked table may be there by its name. */
export interface EnteredKind {
	choice: FieldKind;
	value: FieldSettings;
}

const options = ALL_KINDS.map((value) => ({ name: FIELD_KINDS[value].name, value }));

export const kindWords = {
	displayName: 'Type',
	name: 'fieldType',
	options: [...options].sort((a, b) => a.name.localeCompare(b.name)),
	description: 'What the field holds',
} as const;

/** What a field holds, with what can be set of it. */
export const kindField = variantField(
	choiceField({ ...kindWords, default: 'text' }),
	Object.fromEntries(ALL_KINDS.map((kind) => [kind, settingsOf(kind)])) as Record<FieldKind, Field<FieldSettings>>,
) as Field<EnteredKind, 'fieldType'>;

function settingsOf(kind: FieldKind): Field<FieldSettings> {
	const takes: readonly SettingName[] = FIELD_KINDS[kind].takes;
	return fieldGroup(
		kind,
		takes.map((name): Field => SETTINGS[name]),
		({ read }) => settingsRead(takes.map((name) => [name, read(SETTINGS[name])])),
	);
}

/** Those of which something was said. */
export function settingsRead(entries: ReadonlyArray<readonly [string, unknown]>): FieldSettings {
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The settings with the ID of the linked table. @throws InputError where the base has no such table; CallError */
export async function withTableId(settings: FieldSettings, base: Base, asking: Asking): Promise<FieldSettings> {
	if (settings.linkedTable === undefined) return settings;
	const { table_id } = await new Table(base, settings.linkedTable, SETTINGS.linkedTable.label).path(asking);
	return { ...settings, linkedTable: table_id };
}
