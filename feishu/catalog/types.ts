/** The rows of `catalog/`, as `catalog/README.md` describes them. */

export type ParameterType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'file';

/** What the platform says about one value. */
export interface ParameterSchema {
	/** Absent where any JSON value goes. */
	type?: ParameterType;
	/** A moment: seconds or milliseconds since 1970, or a day as 2026-01-31. */
	format?: 'timestamp-s' | 'timestamp-ms' | 'date';
	enum?: ReadonlyArray<string | number>;
	default?: string | number | boolean;
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	minItems?: number;
	maxItems?: number;
	/** Names of the mandatory ones among `properties`. */
	required?: readonly string[];
	properties?: Readonly<Record<string, ParameterSchema>>;
	items?: ParameterSchema;
	additionalProperties?: ParameterSchema;
	anyOf?: readonly ParameterSchema[];
	/** Pairs of properties that can't be given together. */
	exclusive?: ReadonlyArray<readonly [string, string]>;
	/** Pairs of properties of which the platform takes the first where both are given, and leaves the second out. */
	prevails?: ReadonlyArray<readonly [string, string]>;
	/** The official SDK sends it, and neither the documentation nor the API explorer knows it. */
	undocumented?: boolean;
}

export type RequestPart = 'path' | 'query' | 'body';

export type TokenKind = 'tenant' | 'user' | 'app';

export interface EndpointPaging {
	in: 'query' | 'body';
	/** The request's name for the token, where it is not `page_token`. */
	tokenParam?: string;
	/** The answer's name for the next token, where it is not `page_token`. */
	tokenKey?: string;
	/** Largest page. */
	sizeMax?: number;
	/** Where the list stands in `data` when not under `items`; null where there is no single list. */
	itemsKey?: string | null;
	/** The list comes as JSON text. */
	itemsJson?: boolean;
}

/** Requests; `special` where the documentation gives words only. */
export type EndpointRate = { perMinute?: number; perSecond?: number } | 'special';

export interface Endpoint {
	/** `METHOD /open-apis/…/:name` */
	id: string;
	method: string;
	path: string;
	domain: string;
	version?: string;
	/** Set where the address is not the open platform's own host. */
	host?: 'www' | 'accounts';
	name: { en: string; zh?: string };
	/** Method of the official SDK. */
	sdk?: string;
	/** Absent where nobody says; empty where it takes none. */
	tokens?: readonly TokenKind[];
	/** One of them suffices. */
	scopes?: readonly string[];
	/** All of them, besides one of `scopes`. */
	needScopes?: readonly string[];
	/** Each opens some fields of the answer, or a kind of id. */
	fieldScopes?: readonly string[];
	rate?: EndpointRate;
	errors?: readonly number[];
	risk?: 'read' | 'write' | 'high-risk-write';
	/** Names of further headers. */
	headers?: readonly string[];
	upload?: boolean;
	download?: boolean;
	paging?: EndpointPaging;
	/** The name in `data` of the one object, or of the one list of objects, of an answer without pages. */
	answer?: { record: string } | { records: string };
	/** Link to the documentation. */
	doc?: string;
	historical?: boolean;
	/** Known from the official CLI alone: what its body takes is not known. */
	undocumented?: boolean;
	/** Fields that hold ids, by field id: of what, and after a colon the parameter that says which kind. */
	ids?: Readonly<Record<string, string>>;
	request?: Partial<Record<RequestPart, ParameterSchema>> & { need?: readonly RequestPart[] };
}

/** What the index says about an endpoint. */
export interface IndexEntry {
	id: string;
	domain: string;
	en: string;
	/** Empty where the platform has no Chinese name for it. */
	zh: string;
	/** Kept for who uses it; the platform has newer ones. */
	historical: boolean;
	/** Known from the official CLI alone. */
	undocumented: boolean;
	/** Takes the tenant's token. */
	tenant: boolean;
}

export interface DomainName {
	en: string;
	zh: string;
	count: number;
}
