/** The shape of the catalog's rows. `catalog/README.md` describes it in words, `catalog/endpoint.schema.json` as JSON Schema. */

export type Scalar = string | number | boolean;

export interface Schema {
	/** Absent where the platform takes any JSON value there. */
	type?: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'file';
	format?: 'timestamp-s' | 'timestamp-ms' | 'date';
	enum?: Scalar[];
	default?: Scalar;
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	minItems?: number;
	maxItems?: number;
	/** Names of the mandatory ones among `properties`. */
	required?: string[];
	properties?: Record<string, Schema>;
	items?: Schema;
	additionalProperties?: Schema;
	anyOf?: Schema[];
	/** Pairs of properties that can't be given together. */
	exclusive?: [string, string][];
	/** Pairs of properties of which the platform takes the first where both are given, and leaves the second out. */
	prevails?: [string, string][];
	/** The SDK sends it, and neither the documentation nor the API explorer knows it. */
	undocumented?: true;
}

/**
 * The shape of an answer: `string`, `integer`, `number`, `boolean` or `any`, a list as `[entry]`, an object by its names
 * (`*` stands for any name), or `#n` for a shape that several answers of a file share.
 */
export type Shape = string | [Shape] | { [name: string]: Shape };

export const PARTS = ['path', 'query', 'body'] as const;
export type Part = (typeof PARTS)[number];

/** `need` names the parts that can't be left out. */
export type Request = { [part in Part]?: Schema } & { need?: Part[] };

export interface Paging {
	in: 'query' | 'body';
	/** The request's name for the token, where it is not `page_token`. */
	tokenParam?: string;
	/** The answer's name for the next token, where it is not `page_token`. */
	tokenKey?: string;
	/** Largest page size the platform takes. */
	sizeMax?: number;
	/** The list's place in `data` (`files`, `minutes.sentences`) where it is not `items`; null where there is no single list. */
	itemsKey?: string | null;
	/** The list is JSON text, to be parsed. */
	itemsJson?: true;
}

export type Token = 'tenant' | 'user' | 'app';
export type Risk = 'read' | 'write' | 'high-risk-write';
/** The name in `data` of the one object, or of the one list of objects. */
export type AnswerKey = { record: string } | { records: string };
export type Rate = { perMinute?: number; perSecond?: number } | 'special';

export interface Endpoint {
	id: string;
	method: string;
	path: string;
	domain: string;
	version?: string;
	/** Absent: the open platform's own host. */
	host?: 'www' | 'accounts';
	name: { en: string; zh?: string };
	sdk?: string;
	tokens?: Token[];
	scopes?: string[];
	/** All of them are needed, besides one of `scopes`. */
	needScopes?: string[];
	/** Not needed: each opens some fields of the answer, or a kind of id. */
	fieldScopes?: string[];
	rate?: Rate;
	errors?: number[];
	/** How much a call may change, where somebody judged it. */
	risk?: Risk;
	headers?: string[];
	upload?: true;
	download?: true;
	paging?: Paging;
	/** What a person wants of the answer's `data`, where there is one such thing. */
	answer?: AnswerKey;
	doc?: string;
	historical?: true;
	undocumented?: true;
	/** Fields that hold ids, by path: of what, and after a colon the parameter that says which kind. */
	ids?: Record<string, string>;
	request?: Request;
}

/** The order in which a row's keys are written. */
export const ENDPOINT_KEYS: readonly (keyof Endpoint)[] = [
	'id',
	'method',
	'path',
	'domain',
	'version',
	'host',
	'name',
	'sdk',
	'tokens',
	'scopes',
	'needScopes',
	'fieldScopes',
	'rate',
	'errors',
	'risk',
	'headers',
	'upload',
	'download',
	'paging',
	'answer',
	'doc',
	'historical',
	'undocumented',
	'ids',
	'request',
];

export const SCHEMA_KEYS: readonly (keyof Schema)[] = [
	'type',
	'format',
	'enum',
	'default',
	'minimum',
	'maximum',
	'minLength',
	'maxLength',
	'minItems',
	'maxItems',
	'required',
	'properties',
	'items',
	'additionalProperties',
	'anyOf',
	'exclusive',
	'prevails',
	'undocumented',
];

/** What the official SDK says about an endpoint. */
export interface SdkEndpoint {
	method: string;
	path: string;
	sdk: string;
	zh?: string;
	doc?: string;
	upload: boolean;
	download: boolean;
	iterator: boolean;
	request: Request;
	answer: Answer;
}

/** Names of what stands directly in the answer's `data`, as far as paging needs them. */
export interface Answer {
	names: string[];
	arrays: string[];
	texts: string[];
}

/** What the official MCP package says about an endpoint, with its help texts apart by field path (`body.children[].name`). */
export interface McpEndpoint {
	id: string;
	descriptions: { en?: string; zh?: string };
	tokens: Token[];
	request: Request;
	texts: Record<string, string>;
	/** The same in Chinese, which often says more. */
	zhTexts: Record<string, string>;
}

/** A field's facts as the documentation states them; `required` is the field's own here, not a list of names. */
export type FieldFacts = Omit<Partial<Schema>, 'required' | 'properties'> & { required?: boolean };

/** A row of `catalog/facts/<domain>.json`: what the packages don't say about an endpoint. */
export interface Facts {
	id: string;
	zh?: string;
	en?: string;
	tokens?: Token[];
	scopes?: string[];
	rate?: Rate;
	errors?: number[];
	headers?: string[];
	upload?: true;
	doc?: string;
	host?: 'www' | 'accounts';
	historical?: true;
	/** Fields that the SDK has, by path, and what it doesn't say about them. */
	fields?: Record<string, FieldFacts>;
	/** The whole request, for endpoints that only the documentation has. */
	request?: Request;
}

/** A row of `catalog/facts/explorer/<domain>.json`: what the API explorer and the official CLI's registry say. */
export interface ExplorerFacts {
	id: string;
	en?: string;
	zh?: string;
	tokens?: Token[];
	scopes?: string[];
	needScopes?: string[];
	fieldScopes?: string[];
	rate?: Rate;
	errors?: number[];
	risk?: Risk;
	historical?: true;
	undocumented?: true;
	doc?: string;
	ids?: Record<string, string>;
	/** What it says of fields beyond the other sources, by path; a field that they lack, whole. */
	fields?: Record<string, Partial<Schema>>;
	/** Fields of the SDK that it doesn't know, by path. */
	undocumentedFields?: string[];
	/** The whole request, for endpoints that nobody else has. */
	request?: Request;
}

/** An entry of `catalog/facts/notExclusive.json`: a text that speaks of two values and rules neither out. */
export interface NotExclusive {
	id: string;
	fields: string[];
	reason: string;
}

/** An entry of `catalog/facts/corrections.json`. */
export interface Correction {
	id: string;
	reason: string;
	/** Values of the row's own keys; null takes the key away. */
	set?: { [key in keyof Endpoint]?: Endpoint[key] | null };
	/** Fields by path (`body.content`) to add or replace; null takes the field away. */
	fields?: Record<string, (Schema & { isRequired?: boolean }) | null>;
}
