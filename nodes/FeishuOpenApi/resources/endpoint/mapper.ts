import {
	isExpression,
	type FieldType,
	type ILoadOptionsFunctions,
	type INodePropertyOptions,
	type ResourceMapperField,
	type ResourceMapperFields,
} from 'n8n-workflow';

import { parameterTexts, resolveEndpoint, type Endpoint, type ParameterSchema } from '../../../../feishu/catalog';
import { formFields, type FormField } from '../../../../feishu/catalog/endpointForm';
import { idOf } from '../../../../feishu/catalog/endpointIds';
import { optionName } from '../../../../feishu/catalog/optionName';
import { isInputError } from '../../../../feishu/input';
import { toNodeError } from '../../../shared/client/errors';
import { endpointFacts, FACTS_FIELD } from './facts';

/** Up to so many fields all are shown at once; of more, the optional ones wait under "Add parameter". */
const SHOWN_AT_ONCE = 8;

/**
 * The editor asks with the result of an expression, so what only a run or a model will know arrives as nothing, like a
 * choice that was not made. The words are for all of these.
 */
const NOT_KNOWN_YET =
	'Choose an endpoint to see its fields. If an expression or the AI model gives it, its values go under Options → More Parameters (JSON).';

/** The fields of the endpoint that is chosen on the panel. */
export async function getEndpointFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const chosen = this.getCurrentNodeParameter('endpoint', { extractValue: true });
	const text = typeof chosen === 'string' ? chosen.trim() : '';
	if (text === '' || isExpression(text)) return nothing(NOT_KNOWN_YET);
	try {
		const endpoint = await resolveEndpoint(text, 'Endpoint');
		return { fields: mapperFields(endpoint, await parameterTexts(endpoint)) };
	} catch (error) {
		if (!isInputError(error)) throw toNodeError(this.getNode(), error);
		return nothing(`${error.message}. ${error.advice ?? ''}`);
	}
}

const nothing = (emptyFieldsNotice: string): ResourceMapperFields => ({ fields: [], emptyFieldsNotice });

/** A row that tells about the endpoint, then what it takes; what turns pages is left to Return All and Limit. */
function mapperFields(endpoint: Endpoint, texts: Readonly<Record<string, string>>): ResourceMapperField[] {
	const fields = formFields(endpoint).filter(({ paging, part }) => !paging && !isUnsendable(endpoint, part));
	const few = fields.filter(({ schema }) => !schema.undocumented).length <= SHOWN_AT_ONCE;
	return [
		{
			...field(FACTS_FIELD, 'About This Endpoint'),
			type: 'options',
			options: endpointFacts(endpoint, texts),
			defaultValue: 'facts',
		},
		...fields.map((one) => mapperField(endpoint, one, few, texts)),
	];
}

const isUnsendable = ({ method }: Endpoint, part: FormField['part']) => method === 'GET' && part === 'body';

/** Starts empty: what nobody entered is not sent. So a yes or no is a choice, for a switch has no empty state. */
function mapperField(endpoint: Endpoint, one: FormField, few: boolean, texts: Texts): ResourceMapperField {
	const { id, required, schema, within, yields } = one;
	const wanted = required || (within?.required === true && !yields);
	const type = typeOf(schema);
	const options = choicesOf(one, texts);
	// An empty box for JSON shows the sign of an error.
	const waits = yields || schema.undocumented === true || type === 'array' || type === 'object';
	return {
		...field(id, displayName(endpoint, one)),
		required,
		type,
		...(options && { options }),
		removed: !wanted && (waits || !few),
		...defaultOf(one),
	};
}

/** Help by field ID, and names of choices. */
type Texts = Readonly<Record<string, string>>;

function field(id: string, name: string): ResourceMapperField {
	return {
		id,
		displayName: name,
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		removed: false,
	};
}

const TYPES: Readonly<Record<NonNullable<ParameterSchema['type']>, FieldType>> = {
	string: 'string',
	number: 'number',
	integer: 'number',
	boolean: 'options',
	array: 'array',
	object: 'object',
	file: 'string',
};

function typeOf({ type, format, enum: choices }: ParameterSchema): FieldType {
	if (choices) return 'options';
	if (format) return 'dateTime';
	return type ? TYPES[type] : 'string';
}

function choicesOf({ id, schema }: FormField, texts: Texts): INodePropertyOptions[] | undefined {
	const { type, enum: choices } = schema;
	if (choices)
		return choices.map((value) => ({
			name: [value, optionName(id, value, texts)].filter((one) => one !== undefined).join(' · '),
			value,
		}));
	return type === 'boolean' ? [true, false].map((value) => ({ name: String(value), value })) : undefined;
}

function defaultOf({ schema, required }: FormField): Pick<ResourceMapperField, 'defaultValue'> {
	if (schema.type === 'file') return required ? { defaultValue: 'data' } : {};
	// Optional defaults are the platform's own: nothing has to be sent for them.
	return required && schema.default !== undefined ? { defaultValue: schema.default } : {};
}

/**
 * The mapper shows no help beside a field, so its name tells what its box does not. Briefly: a long name pushes the box
 * and its warning out of the panel. Bounds of a text are told by the error alone.
 */
function displayName(
	endpoint: Endpoint,
	{ id, label, schema, fromFile, idempotency, excludes, countsWithout }: FormField,
): string {
	const owner = idOf(endpoint, id);
	const notes = [
		schema.type === 'file' && 'Input Data Field Name',
		// The panel cuts a long name at its end.
		excludes.length > 0 && `or ${excludes.join(', ')}`,
		countsWithout.length > 0 && `not with ${countsWithout.join(', ')}`,
		owner && ownerNote(owner),
		schema.type === 'array' && 'list',
		schema.maxItems !== undefined && `max ${schema.maxItems}`,
		schema.type === undefined && 'text or JSON',
		fromFile && 'from the file',
		idempotency && 'automatic',
		schema.undocumented && 'undocumented',
	].filter(Boolean);
	return notes.length === 0 ? label : `${label} (${notes.join(', ')})`;
}

/** Of several kinds the parameter tells that chooses one: the panel has no room for all. */
function ownerNote({ of, by }: { of: string; by?: string }): string {
	if (by === undefined) return of;
	return of.includes(' or ') ? `by ${by}` : `${of}, by ${by}`;
}
