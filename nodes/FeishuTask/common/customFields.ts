import type { IDataObject, ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';

import { InputError, isInputError } from '../../../feishu/input';
import { isObject, type JsonObject } from '../../../feishu/json';
import {
	customField,
	customValue,
	isNothing,
	partsOf,
	type CustomField,
	type CustomType,
	type CustomValue,
} from '../../../feishu/task/customField';
import { lookUpBy } from '../../shared/contact/people';
import { OPEN_ID_CALLS, openIdsOf, type Known, type OpenIds } from '../../shared/contact/openIds';
import { FeishuClient } from '../../shared/client/client';
import { toNodeError } from '../../shared/client/errors';
import { mapperField, type Mapped } from '../../shared/fields/mapper';
import { parseMoment } from '../../shared/fields/values';
import type { Field } from '../../shared/operation/field';
import { chosenList } from './chosenList';
import { GET_FIELDS, PAGE } from './endpoints';

/** The custom fields of a task list, without those of a kind that is not known here. @throws CallError */
export async function fieldsOf(feishu: FeishuClient, tasklist: string): Promise<CustomField[]> {
	const query = { resource_type: 'tasklist', resource_id: tasklist };
	const records = await feishu.list(GET_FIELDS, { query, pageSize: PAGE, limit: Infinity });
	return records.flatMap((record) => customField(record) ?? []);
}

const TYPES: Readonly<Partial<Record<CustomType, ResourceMapperField['type']>>> = {
	number: 'number',
	datetime: 'dateTime',
	single_select: 'options',
};

/** What the box of a field does not show. */
const TAKES: Readonly<Partial<Record<CustomType, string>>> = { member: 'e-mail or name', datetime: 'date' };

function column({ guid, name, type, options }: CustomField): ResourceMapperField {
	const names = options.filter(({ hidden }) => !hidden).map((one) => one.name);
	const takes = type === 'multi_select' ? names.slice(0, 5).join(', ') : TAKES[type];
	return {
		id: guid,
		displayName: takes ? `${name} (${takes})` : name,
		required: false,
		defaultMatch: false,
		display: true,
		type: TYPES[type] ?? 'string',
		...(type === 'single_select' && { options: names.map((value) => ({ name: value, value })) }),
	};
}

/** The custom fields of the task list that is chosen on the panel. */
async function getTaskFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const feishu = new FeishuClient(this);
	const fields = async () => await fieldsOf(feishu, chosenList({ context: this, feishu }));
	return await fields().then(
		(found) => ({
			fields: found.map(column),
			...(found.length === 0 && { emptyFieldsNotice: 'The task list has no custom fields' }),
		}),
		(error: unknown) => {
			if (isInputError(error)) return { fields: [], emptyFieldsNotice: `${error.message}. ${error.advice ?? ''}` };
			throw toNodeError(this.getNode(), error);
		},
	);
}

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
			fieldWords: { singular: 'field', plural: 'fields' },
			valuesLabel: 'Values',
			addAllFields: false,
			multiKeyMatch: false,
			supportAutoMap: true,
			noFieldsError: 'Choose a task list that has custom fields',
		},
	},
	mapping: { getTaskFields },
	calls: [GET_FIELDS, ...OPEN_ID_CALLS],
});

const LABEL = 'Custom Fields';

/** What was filled in, by the field that is meant. Keys of an item that are no fields are left alone. */
export type GivenValues = ReadonlyArray<readonly [key: string, value: unknown]>;

/** @param json the item's own */
export function givenValues(mapped: Mapped, json: IDataObject): { values: GivenValues; isStrict: boolean } {
	const strict = mapped.from !== 'item';
	const all: JsonObject =
		mapped.from === 'item' ? { ...json, ...(isObject(json.custom_fields) ? json.custom_fields : {}) } : mapped.values;
	// A box that was left as it is says nothing; one that an expression made empty takes the value away.
	const said = Object.entries(all).filter(
		([key, value]) => value !== undefined && (mapped.from !== 'mapper' || mapped.isFilledIn(key) || !isNothing(value)),
	);
	return { values: said, isStrict: strict };
}

function knownBy(entry: string): Known | undefined {
	const by = lookUpBy(entry) === 'emails' ? 'email' : lookUpBy(entry) === 'mobiles' ? 'mobile' : undefined;
	if (by) return { by, value: entry };
	if (/^(ou_|cli_)/.test(entry)) return undefined;
	if (entry.startsWith('on_')) return { by: 'union_id', value: entry };
	return { by: 'name', value: entry };
}

function openIdOf(found: OpenIds, entry: string): string {
	const known = knownBy(entry);
	if (!known) return entry;
	const ids = found.of(known);
	if (ids.length === 1) return ids[0] ?? '';
	throw new InputError(
		LABEL,
		`The field '${LABEL}' names ${ids.length === 0 ? 'somebody who was not found' : 'several people of one name'}: ${entry.slice(0, 60)}`,
		'Use an e-mail address, a mobile number, or an open_id (ou_…)',
	);
}

/**
 * The values in the words of the endpoints.
 * @param given as `givenValues` has them
 * @throws InputError about a field that there is not, or a value that it does not take
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
	const persons = named.filter(({ field }) => field.type === 'member').flatMap(({ value }) => partsOf(value));
	const found = await openIdsOf(
		feishu,
		persons.flatMap((entry) => knownBy(entry) ?? []),
	);
	const moment = (label: string, value: unknown) => parseMoment(label, value, timeZone);
	const people = (entries: readonly string[]) => entries.map((entry) => openIdOf(found, entry));
	return named.map(({ field, value }) => customValue({ field, value, label: LABEL, timeZone, moment, people }));
}
