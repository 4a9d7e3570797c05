import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../platform/envelope';
import { newId } from '../platform/ids';
import type { Endpoint } from './endpoints';

type Data = Record<string, unknown>;

const FOLDER = join(__dirname, 'responses');
const domains = new Map<string, Record<string, Data>>();

/** Answers that the SDK does not declare and that a next call needs, by endpoint id. */
const UNDECLARED: Readonly<Record<string, () => Data>> = {
	// https://open.feishu.cn/document/ukTMukTMukTM/uUDOyUjL1gjM14SN4ITN: the code goes into the approval's form.
	'POST /approval/openapi/v2/file/upload': () => ({ code: randomUUID().toUpperCase(), url: '' }),
};

/** The `data` of an endpoint's empty answer, as `scripts/responses.ts` wrote it; endpoints without one give nothing. */
function emptyData({ domain, id }: Endpoint): Data {
	const undeclared = UNDECLARED[id];
	if (undeclared) return undeclared();
	let answers = domains.get(domain);
	if (!answers) {
		const file = join(FOLDER, `${domain}.json`);
		answers = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Data>) : {};
		domains.set(domain, answers);
	}
	return structuredClone(answers[id] ?? {});
}

/** A first page that is the last: an empty list where the endpoint has its list, and no more. */
function asLastPage(data: Data, { itemsKey = 'items', itemsJson }: NonNullable<Endpoint['paging']>): Data {
	data.has_more = false;
	if (itemsKey === null) return data;
	const path = itemsKey.split('.');
	const name = path.pop() ?? '';
	let parent = data;
	for (const step of path) parent = parent[step] = { ...(parent[step] as Data | undefined) };
	parent[name] = itemsJson ? '[]' : [];
	return data;
}

/** Names under which an upload's answer says what it stored. */
const MADE_UP: readonly { name: RegExp; value: () => string }[] = [
	{ name: /^(image|avatar)_key$/, value: newId.image },
	{ name: /(^|_)url$/, value: () => `https://files.example.com/${newId.userId()}` },
	{ name: /(^|_)(key|token|id|guid)$/, value: newId.file },
];

function withMadeUp(value: unknown, name = ''): unknown {
	if (Array.isArray(value)) return value.map((entry) => withMadeUp(entry, name));
	if (typeof value === 'object' && value !== null)
		return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withMadeUp(entry, key)]));
	if (value !== '') return value;
	return MADE_UP.find((rule) => rule.name.test(name))?.value() ?? '';
}

/** A valid 1 × 1 PNG. */
const PICTURE = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

function download({ id, path }: Endpoint): Result {
	if (/photo|face|image/.test(path)) return { bytes: PICTURE, contentType: 'image/png', name: 'download.png' };
	return { bytes: Buffer.from(`${id}\n`), contentType: 'text/plain; charset=utf-8', name: 'download.txt' };
}

/** A well-formed answer of the documented shape with nothing in it; a small file for a download. */
export function answerOf(endpoint: Endpoint): Result {
	if (endpoint.download) return download(endpoint);
	const data = emptyData(endpoint);
	if (endpoint.upload) return { data: withMadeUp(data) as Data };
	return { data: endpoint.paging ? asLastPage(data, endpoint.paging) : data };
}
