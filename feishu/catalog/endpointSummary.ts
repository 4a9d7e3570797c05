import { optionName } from './optionName';
import { endpointFields, type EndpointField } from './endpointFields';
import { formFields, type FormField } from './endpointForm';
import { idOf } from './endpointIds';
import type { Endpoint, ParameterSchema } from './types';

/** Objects within objects are told down to this depth. */
const DEPTH = 3;

/** An endpoint for whoever is to call it without the panel: a program, or an AI agent. */
export interface EndpointSummary {
	/** What names it in Endpoint: Call. */
	endpoint: string;
	name: string;
	name_zh: string;
	domain: string;
	/** The access tokens that it takes, as far as the documentation says. */
	tokens: readonly string[];
	/** Any one of them suffices. */
	scopes: readonly string[];
	parameters: readonly ParameterSummary[];
	documentation: string;
	/** Whether a newer one has taken its place. */
	historical: boolean;
	/** Whether the platform warns of what it does, such as deleting. */
	high_risk: boolean;
	/** Whether no page describes it, so that what its body takes is not known. */
	undocumented: boolean;
}

export interface ParameterSummary {
	/** The name under which More Parameters (JSON) takes it: `query.receive_id_type`. */
	name: string;
	type: string;
	required: boolean;
	help?: string;
	options?: ReadonlyArray<string | number>;
	/** What each option stands for, where it is a number. */
	option_names?: Readonly<Record<string, string>>;
	/** Whose ID it is: `person`, `person or chat`. */
	id_of?: string;
	/** The parameter that says of which kind the ID is. */
	id_kind_by?: string;
	/** Parameters that can't be given with it. */
	excludes?: readonly string[];
	/** Whether the official SDK alone knows it. */
	undocumented?: true;
	/** What a list or an object holds. */
	holds?: ParameterSchema;
}

/** Help by field id, and names of choices by `id=choice`. */
type Texts = Readonly<Record<string, string>>;

/**
 * What it takes; what turns pages and what is made up when left out is not told.
 * @param texts help by field id
 */
export function endpointSummary(endpoint: Endpoint, texts: Texts): EndpointSummary {
	const { id, name, domain, tokens = [], scopes = [], doc = '', historical = false } = endpoint;
	const told = endpointFields(endpoint).filter(({ paging, idempotency }) => !paging && !idempotency);
	const names = new Map(formFields(endpoint).map((field) => [field.id, field]));
	return {
		endpoint: id,
		name: name.en,
		name_zh: name.zh ?? '',
		domain,
		tokens,
		scopes,
		parameters: told.map((field) => ({
			...parameterSummary(field, texts),
			...idSummary(idOf(endpoint, field.id)),
			...excludedBy(names.get(field.id)),
		})),
		documentation: doc,
		historical,
		high_risk: endpoint.risk === 'high-risk-write',
		undocumented: endpoint.undocumented === true,
	};
}

const idSummary = (id: ReturnType<typeof idOf>): Pick<ParameterSummary, 'id_of' | 'id_kind_by'> => ({
	...(id && { id_of: id.of }),
	...(id?.by !== undefined && { id_kind_by: id.by }),
});

const excludedBy = (field: FormField | undefined): Pick<ParameterSummary, 'excludes'> =>
	field && field.excludes.length > 0 ? { excludes: field.excludes } : {};

function parameterSummary({ id, schema, required }: EndpointField, texts: Texts): ParameterSummary {
	const help = texts[id];
	const names = optionNames(id, schema, texts);
	const holds = schema.properties || schema.items ? shallow(schema, DEPTH) : undefined;
	return {
		name: id,
		type: schema.format ? 'date' : (schema.type ?? 'any'),
		required,
		...(help && { help }),
		...(schema.enum && { options: schema.enum }),
		...(names && { option_names: names }),
		...(schema.undocumented && { undocumented: true as const }),
		...(holds && { holds }),
	};
}

function optionNames(id: string, { enum: choices = [] }: ParameterSchema, texts: Texts) {
	const named = choices.flatMap((choice) => {
		const name = optionName(id, choice, texts);
		return name === undefined ? [] : [[String(choice), name] as const];
	});
	return named.length === 0 ? undefined : Object.fromEntries(named);
}

function shallow(schema: ParameterSchema, depth: number): ParameterSchema {
	const { properties, items, required, type, enum: options, format } = schema;
	const told: ParameterSchema = { type, format, enum: options };
	if (depth === 0) return bare(told);
	return bare({
		...told,
		required,
		properties:
			properties && Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, shallow(one, depth - 1)])),
		items: items && shallow(items, depth),
	});
}

const bare = (schema: ParameterSchema): ParameterSchema =>
	Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
