import { rangeOf } from './range';

/**
 * A refusal of the platform: its code, words, HTTP status (400 unless the endpoint's page says otherwise) and `error` details;
 * `oauth` is the `error` of RFC 6749, for the endpoints that follow it.
 */
export class PlatformError extends Error {
	constructor(
		readonly code: number,
		readonly msg: string,
		readonly options: {
			http?: number;
			error?: object;
			headers?: Record<string, string>;
			bare?: boolean;
			oauth?: string;
			plain?: boolean;
		} = {},
	) {
		super(`${code} ${msg}`);
	}
}

/**
 * What an endpoint answers: `data` in the usual envelope, `top` beside code and msg (auth v3, bot v3), `oauth` beside the code
 * alone, bytes, or for a browser a page or another address.
 */
export type Result =
	| { data: object }
	| { top: object }
	| { oauth: object }
	| File
	| { page: string; http?: number }
	| { location: string };

/** Bytes; `range` is the header of the caller where the endpoint gives parts. */
interface File {
	bytes: Buffer;
	contentType: string;
	name?: string;
	range?: string;
}

/** An answer ready for the wire. */
export interface Answer {
	http: number;
	code?: number;
	headers: Record<string, string>;
	body: Buffer;
}

const JSON_TYPE = 'application/json; charset=utf-8';

export function jsonAnswer(
	http: number,
	body: { code: number; [name: string]: unknown },
	headers: Record<string, string> = {},
): Answer {
	return {
		http,
		code: body.code,
		headers: { 'content-type': JSON_TYPE, ...headers },
		body: Buffer.from(JSON.stringify(body)),
	};
}

/** How the header of a download spells names that are not ASCII. */
export type NameForm = 'bytes' | 'encoded' | 'both';

const quotedName = (name: string, unknown: RegExp) => `filename="${name.replace(unknown, '_')}"`;
const extendedName = (name: string) => `filename*=UTF-8''${encodeURIComponent(name)}`;

const NAME_FORMS: Readonly<Record<NameForm, (name: string) => string>> = {
	// The bytes of UTF-8 as they are, one character each for who writes the header.
	bytes: (name) => quotedName(Buffer.from(name, 'utf8').toString('latin1'), /[^\x20-\x7e\x80-\xff]|["\\]/g),
	encoded: extendedName,
	both: (name) => `${quotedName(name, /[^\x20-\x7e]|["\\]/g)}; ${extendedName(name)}`,
};

export function resultAnswer(result: Result, names: NameForm): Answer {
	if ('data' in result) return jsonAnswer(200, { code: 0, msg: 'success', data: result.data });
	if ('top' in result) return jsonAnswer(200, { code: 0, msg: 'ok', ...result.top });
	if ('oauth' in result) return jsonAnswer(200, { code: 0, ...result.oauth }, { 'cache-control': 'no-store' });
	if ('page' in result) return pageAnswer(result.http ?? 200, result.page);
	if ('location' in result) return { ...pageAnswer(302, ''), headers: { location: result.location } };
	return fileAnswer(result, names);
}

function fileAnswer({ bytes, contentType, name, range }: File, names: NameForm): Answer {
	const headers: Record<string, string> = { 'content-type': contentType };
	if (name !== undefined) headers['content-disposition'] = `attachment; ${NAME_FORMS[names](name)}`;
	const part = rangeOf(range, bytes.length);
	if (!part) return { http: 200, code: 0, headers, body: bytes };
	const [http, said] = part === 'outside' ? [416, '*'] : [206, `${part.from}-${part.to}`];
	headers['content-range'] = `bytes ${said}/${bytes.length}`;
	const body = part === 'outside' ? Buffer.alloc(0) : bytes.subarray(part.from, part.to + 1);
	return { http, code: 0, headers, body };
}

const pageAnswer = (http: number, page: string): Answer => ({
	http,
	headers: { 'content-type': 'text/html; charset=utf-8' },
	body: Buffer.from(page),
});

export function errorAnswer(problem: PlatformError, logId: string): Answer {
	const { http = 400, error, headers, bare, oauth, plain } = problem.options;
	if (plain) return notFoundAnswer();
	if (oauth !== undefined)
		return jsonAnswer(http, { code: problem.code, error: oauth, error_description: problem.msg }, headers);
	if (bare) return jsonAnswer(http, { code: problem.code, data: {}, msg: problem.msg }, headers);
	const troubleshooter = `排查建议查看(Troubleshooting suggestions): https://open.feishu.cn/search?from=openapi&log_id=${logId}&code=${problem.code}`;
	const body = { code: problem.code, msg: problem.msg, error: { log_id: logId, troubleshooter, ...error } };
	return jsonAnswer(http, body, headers);
}

/** For what is not there on some platforms: the answer of a path that nobody knows. */
export const notFound = () => new PlatformError(404, '404 page not found', { http: 404, plain: true });

export const notFoundAnswer = (): Answer => ({
	http: 404,
	headers: { 'content-type': 'text/plain' },
	body: Buffer.from('404 page not found'),
});
