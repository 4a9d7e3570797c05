import { endpointFields, type EndpointField } from './endpointFields';
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
}

export interface ParameterSummary {
	/** The name under which More Parameters (JSON) takes it: `query.receive_id_type`. */
	name: string;
	type: string;
	required: boolean;
	help?: string;
	options?: ReadonlyArray<string | number>;
	/** What a list or an object holds. */
	holds?: ParameterSchema;
}

/**
 * What it takes; what turns pages and what is made up when left out is not told.
 * @param texts help by field id
 */
export function endpointSummary(endpoint: Endpoint, texts: Readonly<Record<string, string>>): EndpointSummary {
	const { id, name, domain, tokens = [], scopes = [], doc = '', historical = false } = endpoint;
	const told = endpointFields(endpoint).filter(({ paging, idempotency }) => !paging && !idempotency);
	return {
		endpoint: id,
		name: name.en,
		name_zh: name.zh ?? '',
		domain,
		tokens,
		scopes,
		parameters: told.map((field) => parameterSummary(field, texts[field.id])),
		documentation: doc,
		historical,
		high_risk: endpoint.risk === 'high-risk-write',
	};
}

function parameterSummary({ id, schema, required }: EndpointField, help: string | undefined): ParameterSummary {
	const holds = schema.properties || schema.items ? shallow(schema, DEPTH) : undefined;
	return {
		name: id,
		type: schema.format ? 'date' : (schema.type ?? 'any'),
		required,
		...(help && { help }),
		...(schema.enum && { options: schema.enum }),
		...(holds && { holds }),
	};
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
