import type { Platform } from './platform';
import type { PlatformError, Result } from '../platform/envelope';
import type { Tier } from '../platform/rate';
import type { TokenKind } from './tokens';
import type { Shape, Values } from '../platform/validate';
import type { App } from '../state/apps';
import type { Operator } from '../state/operator';
import type { Settings } from '../state/settings';

export interface UploadedPart {
	name: string;
	/** Set for files. */
	filename?: string;
	/** Text of a field. */
	value?: string;
	/** The bytes of a file as they come; must be read to the end. */
	stream?: AsyncIterable<Buffer>;
}

/** One request that has passed the gateway. */
export interface Call<Q = Record<string, unknown>, B = Record<string, unknown>> {
	platform: Platform;
	/** The app whose token it is; on routes with `auth: 'none'` there is none and this throws. */
	app: App;
	/** Who acts: the app's bot, or the person whose token it is. */
	by: Operator;
	/** Path parameters, decoded. */
	params: Record<string, string>;
	query: Q;
	body: B;
	/** The body as it came; empty for forms. */
	raw: Buffer;
	/** Address of the caller. */
	ip: string;
	/** Name and port under which the caller knows the platform. */
	host: string;
	/** The name that the caller asked for, where something before the platform leads other names to it. */
	askedHost: string;
	/** Content type of the request; empty when it has none. */
	contentType: string;
	/** As it came. */
	authorization: string | undefined;
	/** Which part of a file is asked for, as it came. */
	range: string | undefined;
	/** The page from which a browser comes. */
	referer: string | undefined;
	parts: () => AsyncIterable<UploadedPart>;
}

export interface Route {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** With `:name` parameters. */
	path: string;
	/** `none` for the token endpoints. */
	auth: 'tenant' | 'none';
	/** The kinds of token that the endpoint takes; tenant tokens when it doesn't say. */
	tokens?: readonly TokenKind[];
	/** One of these suffices; none for endpoints that need no scope. */
	scopes: readonly string[];
	tier?: Tier;
	/** Path parameters that the gateway checks. */
	params?: Shape;
	query: Shape;
	body: Shape;
	multipart?: boolean;
	/** The endpoint has a code of its own for apps that are switched off. */
	readonly knowsStopped?: boolean;
	/** What the endpoint says in place of the gateway's refusal of a token. */
	refusesToken?(problem: PlatformError, settings: Settings): PlatformError;
	/** Refusals are spelled as RFC 6749 has them. */
	oauth?: boolean;
	handle(call: Call): Result | Promise<Result>;
}

type Optional = 'auth' | 'scopes' | 'query' | 'body';

/** Declares an endpoint; query and body reach the handler in the types of their shapes. */
export function defineRoute<Q extends Shape = Record<never, never>, B extends Shape = Record<never, never>>(
	route: Omit<Route, Optional | 'handle'> & {
		auth?: Route['auth'];
		scopes?: readonly string[];
		query?: Q;
		body?: B;
		handle(call: Call<Values<Q>, Values<B>>): Result | Promise<Result>;
	},
): Route {
	return {
		auth: 'tenant',
		scopes: [],
		query: {},
		body: {},
		...route,
		handle: (call) => route.handle(call as Call<Values<Q>, Values<B>>),
	};
}
