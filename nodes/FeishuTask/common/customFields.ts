import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../feishu/input';
import { isObject, type JsonObject } from '../../../feishu/json';
import { customValue, isNothing, partsOf, type CustomField, type CustomValue } from '../../../feishu/task/customField';
import { lookUpBy, PEOPLE_CALLS } from '../../shared/contact/people';
import { openIdsOf, type Known, type OpenIds } from '../../shared/contact/openIds';
import type { FeishuClient } from '../../shared/client/client';
import { mapperField, type Mapped } from '../../shared/fields/mapper';
import { parseMoment } from '../../shared/fields/values';
import { complaint, type Field } from '../../shared/operation/field';
import { GET_FIELDS } from './endpoints';
import { getTaskFields } from './taskFields';

/** Values for the custom fields of the task list. */
export const customFields: Field<Mapped, 'customFields'> = mapperField({
	displayName: 'Custom Fields',
	name: 'customFields',
	description:
		'Fields of the task list. Map Automatically takes the keys of each item that are called like one; an expression may give an object of values by field name.',
	typeOptions: {
		loadOptionsDependsOn: ['tasklist.value'],
		resourceMapper: {
			resourceMapperMethod: 'getTaskFields',
			mode: 'add',
			fieldWords: { singular: 'custom field', plural: 'custom fields' },
			valuesLabel: 'Custom Fields',
			addAllFields: false,
			multiKeyMatch: false,
			supportAutoMap: true,
			// A list is optional: that there are no fields without one is said beside it, and no mistake.
			hideNoDataError: true,
		},
	},
	mapping: { getTaskFields },
	calls: [GET_FIELDS, ...PEOPLE_CALLS],
});

const LABEL = 'Custom Fields';

/** What was filled in, by the field that is meant. Keys of an item that are no fields are left alone. */
export type GivenValues = ReadonlyArray<readonly [key: string, value: unknown]>;

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** @param json the item's own */
export function givenValues(mapped: Mapped, json: IDataObject): { values: GivenValues; isStrict: boolean } {
	const strict = mapped.from !== 'item';
	const all: JsonObject =
		mapped.from === 'item' ? { ...json, ...(isObject(json.custom_fields) ? json.custom_fields : {}) } : mapped.values;
	// A box that was left as it is says nothing; what an expression made empty, or what somebody gave empty by its name,
	// takes the value away: n8n keeps its boxes by the guids.
	const isSaid = (key: string, value: unknown) =>
		mapped.from !== 'mapper' || mapped.isFilledIn(key) || !isNothing(value) || !GUID.test(key);
	const said = Object.entries(all).filter(([key, value]) => value !== undefined && isSaid(key, value));
	return { values: said, isStrict: strict };
}

function knownBy(entry: string): Known | undefined {
	const by = lookUpBy(entry) === 'emails' ? 'email' : lookUpBy(entry) === 'mobiles' ? 'mobile' : undefined;
	if (by) return { by, value: entry };
	if (/^(ou_|cli_)/.test(entry)) return undefined;
	if (entry.startsWith('on_')) return { by: 'union_id', value: entry };
	return { by: 'name', value: entry };
}

function openIdOf(found: OpenIds, { name }: CustomField, entry: string): string {
	const known = knownBy(entry);
	if (!known) return entry;
	const ids = found.of(known);
	if (ids.length === 1) return ids[0] ?? '';
	throw new InputError(
		LABEL,
		`'${name}' in '${LABEL}' names ${ids.length === 0 ? 'somebody who was not found' : 'several people of one name'}: ${entry.slice(0, 60)}`,
		'Use the full name, an e-mail address, a mobile number, or an open_id (ou_…)',
	);
}

const some = (names: readonly string[]) => names.slice(0, 10).join(', ') + (names.length > 10 ? ', …' : '');

/** An item of which no key is a field's would leave the custom fields as they are, without a word. */
const nothingFits = (values: GivenValues, fields: readonly CustomField[]): InputError =>
	complaint(
		LABEL,
		`finds nothing in the item that is called like a custom field: it has ${some(values.map(([key]) => key))}`,
		fields.length > 0
			? `Rename the keys (Edit Fields), or map each field manually. The task list has ${some(fields.map(({ name }) => name))}`
			: 'The task list has no custom fields. Choose one that has them, or map each field manually and leave all empty',
	);

/**
 * The values in the words of the endpoints.
 * @param given as `givenValues` has them
 * @throws InputError about a field that there is not, an item that has none of them, or a value that is not taken
 */
export async function customValues(
	feishu: FeishuClient,
	given: { values: GivenValues; isStrict: boolean },
	fields: readonly CustomField[],
	timeZone: string,
): Promise<CustomValue[]> {
	const named = given.values.flatMap(([key, value]) => {
		const field = fields.find(({ guid }) => guid === key) ?? fields.find(({ name }) => name === key);
		if (field) return [{ field, value }];
		if (!given.isStrict) return [];
		throw new InputError(
			LABEL,
			`The field '${LABEL}' names a field that the task list has not: ${key.slice(0, 60)}`,
			fields.length > 0 ? `It has: ${fields.map(({ name }) => name).join(', ')}` : 'Choose the task list that has it',
		);
	});
	if (named.length === 0 && given.values.length > 0) throw nothingFits(given.values, fields);
	const persons = named.filter(({ field }) => field.type === 'member').flatMap(({ value }) => partsOf(value));
	const found = await openIdsOf(
		feishu,
		persons.flatMap((entry) => knownBy(entry) ?? []),
	);
	const moment = (label: string, value: unknown) => parseMoment(label, value, timeZone);
	return named.map(({ field, value }) => {
		const people = (entries: readonly string[]) => entries.map((entry) => openIdOf(found, field, entry));
		return customValue({ field, value, label: LABEL, timeZone, moment, people });
	});
}
