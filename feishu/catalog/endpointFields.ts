import type { Endpoint, ParameterSchema } from './types';

/** The part of a request in which a value goes. */
export type FieldPart = 'path' | 'query' | 'body' | 'header';

/** One value that an endpoint takes. */
export interface EndpointField {
	/** `path.message_id`, `query.page_size`, `body.content`, `header.X-…`; `body` for a body that has no named parts. */
	id: string;
	part: FieldPart;
	/** As the documentation spells it. */
	name: string;
	/** The name that people see. */
	label: string;
	required: boolean;
	schema: ParameterSchema;
	/** Turns the pages: set by Return All and Limit. */
	paging: boolean;
	/** Known from the file when left empty. */
	fromFile?: 'name' | 'size';
	/** Tells the platform that a repeated request is the same one; made up when left empty. */
	idempotency: boolean;
}

const PARTS = ['path', 'query', 'body'] as const;

/** Headers that take more words than their name. */
const HEADER_LABELS: Readonly<Record<string, string>> = {
	'X-Lark-Helpdesk-Authorization': 'X-Lark-Helpdesk-Authorization (helpdesk_id:helpdesk_token)',
};

/** Whatever an endpoint takes: path, query, body, headers, each in the order of the documentation. */
export function endpointFields(endpoint: Endpoint): EndpointField[] {
	const values = PARTS.flatMap((part) => partFields(endpoint, part));
	const headers = (endpoint.headers ?? []).map((name) => ({
		id: `header.${name}`,
		part: 'header' as const,
		name,
		label: HEADER_LABELS[name] ?? name,
		required: false,
		schema: { type: 'string' as const },
		paging: false,
		idempotency: false,
	}));
	const fields = [...values, ...headers];
	const names = fields.map(({ name }) => name);
	// A name that stands in two parts says in which.
	return fields.map((field) =>
		names.filter((name) => name === field.name).length > 1
			? { ...field, label: `${field.label} (${field.part})` }
			: field,
	);
}

/** Names of the request's paging parameters. */
export function pagingNames({ paging }: Endpoint): { token: string; size: string } {
	return { token: paging?.tokenParam ?? 'page_token', size: 'page_size' };
}

function partFields(endpoint: Endpoint, part: (typeof PARTS)[number]): EndpointField[] {
	const schema = endpoint.request?.[part];
	if (!schema) return [];
	if (!schema.properties) {
		const required = endpoint.request?.need?.includes(part) ?? false;
		return [{ id: part, part, name: part, label: part, required, schema, paging: false, idempotency: false }];
	}
	const { token, size } = pagingNames(endpoint);
	return Object.entries(schema.properties).map(([name, value]) => {
		const fromFile = endpoint.upload && part === 'body' ? filledFrom(name, value) : undefined;
		const idempotency = part !== 'path' && isIdempotencyKey(endpoint, name);
		const listed = part === 'path' || (schema.required?.includes(name) ?? false);
		return {
			id: `${part}.${name}`,
			part,
			name,
			label: name,
			required: listed && fromFile === undefined && !idempotency,
			schema: value,
			paging: endpoint.paging?.in === part && (name === token || name === size),
			fromFile,
			idempotency,
		};
	});
}

/** Domains in which `uuid` is such a key; elsewhere it is the name of something. */
const UUID_DOMAINS = new Set(['im', 'cardkit', 'approval', 'vc']);

function isIdempotencyKey({ method, domain }: Endpoint, name: string): boolean {
	return method !== 'GET' && (name === 'client_token' || (name === 'uuid' && UUID_DOMAINS.has(domain)));
}

/** An upload's own name and size are known from the file. */
function filledFrom(name: string, { type }: ParameterSchema): EndpointField['fromFile'] {
	if (name === 'file_name' && type === 'string') return 'name';
	return name === 'size' && type === 'integer' ? 'size' : undefined;
}
