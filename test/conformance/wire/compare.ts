import { isDeepStrictEqual } from 'node:util';

import { APP_TOKEN, TENANT_TOKEN, USER_TOKEN, type Recorded } from './recorder';

/** A request in terms that two HTTP clients must agree on. */
export interface Wire {
	method: string;
	path: string;
	/** `name=value`, decoded, sorted. */
	query: string[];
	authorization: string;
	/** Those of the platform beside Authorization: `x-lark-…`, `x-aily-…`. */
	headers: Record<string, unknown>;
	contentType: string;
	/** Parsed JSON, or the parts of a form sorted by name. */
	body: unknown;
}

export interface Difference {
	/** `form`: what the form lacks; `requests`: how many were made; `answer`: what became of a download. */
	what: keyof Wire | 'form' | 'requests' | 'answer';
	sdk: unknown;
	node: unknown;
}

const AUTHORIZATIONS: Readonly<Record<string, string>> = {
	[`Bearer ${TENANT_TOKEN}`]: 'tenant token',
	[`Bearer ${APP_TOKEN}`]: 'app token',
	[`Bearer ${USER_TOKEN}`]: 'user token',
};

export async function wireOf(request: Recorded): Promise<Wire> {
	const { pathname, searchParams } = new URL(request.url, 'http://platform');
	const { contentType, body } = await bodyOf(request);
	const authorization = request.headers.authorization ?? 'none';
	return {
		method: request.method,
		path: decodeURIComponent(pathname),
		query: [...searchParams].map(([name, value]) => `${name}=${value}`).sort(),
		authorization: AUTHORIZATIONS[authorization] ?? authorization,
		headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => /^x-(lark|aily)-/.test(name))),
		contentType,
		body,
	};
}

export function differences(sdk: Wire, node: Wire): Difference[] {
	return (Object.keys(sdk) as Array<keyof Wire>)
		.filter((what) => !isDeepStrictEqual(sdk[what], node[what]))
		.map((what) => ({ what, sdk: sdk[what], node: node[what] }));
}

async function bodyOf({ method, headers, body }: Recorded): Promise<Pick<Wire, 'contentType' | 'body'>> {
	const contentType = (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
	if (contentType === 'multipart/form-data') {
		return { contentType, body: body.length > 0 ? await partsOf(headers['content-type'] ?? '', body) : undefined };
	}
	const value = body.length > 0 ? parsed(body.toString()) : undefined;
	// These need no body, but the SDK sends `{}` with every request.
	const isEmpty = ['GET', 'DELETE'].includes(method) && (value === undefined || isDeepStrictEqual(value, {}));
	return isEmpty ? { contentType: '', body: undefined } : { contentType, body: value };
}

/** Line ends of texts are CRLF in a form by the HTML standard, which n8n's form follows and the SDK's does not: they count as equal. */
async function partsOf(contentType: string, body: Buffer): Promise<unknown[]> {
	const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
	const parts = [...form].map(async ([name, value]) =>
		typeof value === 'string'
			? { name, value: value.replace(/\r\n/g, '\n') }
			: {
					name,
					fileName: value.name,
					type: value.type,
					bytes: Buffer.from(await value.arrayBuffer()).toString('latin1'),
				},
	);
	const read = await Promise.all(parts);
	return read.sort((one, other) => one.name.localeCompare(other.name));
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
