import { randomUUID } from 'node:crypto';
import type { Call } from '../gateway/route';
import type { Result } from '../platform/envelope';
import { newId } from '../platform/ids';
import { openIdOf } from '../state/operator';
import type { Endpoint } from './endpoints';
import { roleOf } from './families';
import { type Data, fill, type Surroundings } from './fill';
import { keep } from './keep';
import { shapeOfAnswer } from './shapes';

/** Answers that nobody declares and that a next call needs, by endpoint id. */
const UNDECLARED: Readonly<Record<string, () => Data>> = {
	// https://open.feishu.cn/document/ukTMukTMukTM/uUDOyUjL1gjM14SN4ITN: the code goes into the approval's form.
	'POST /approval/openapi/v2/file/upload': () => ({ code: randomUUID().toUpperCase(), url: '' }),
};

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

/** An upload's list names the one file. */
const withOneEntry = (data: Data, shape: Data): Data =>
	Object.fromEntries(
		Object.entries(data).map(([name, value]) => [
			name,
			Array.isArray(value) && typeof shape[name] === 'object' ? [fill((shape[name] as [never])[0], {}, NOBODY)] : value,
		]),
	);

const NOBODY: Surroundings = { now: 0, caller: '', person: '', chat: '', params: {} };

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

function surroundings({ platform: { store, clock }, by, params }: Call): Surroundings {
	const [person] = store.users.values();
	const [chat] = store.chats.values();
	const caller = openIdOf(by);
	return { now: clock.now(), caller, person: person?.open_id ?? caller, chat: chat?.chat_id ?? '', params };
}

/**
 * An answer of the documented shape: with what was created where the endpoint keeps records, else with what names tell,
 * lists empty. A small file for a download.
 */
export function answerOf(endpoint: Endpoint, call: Call, isOwn: (endpoint: Endpoint) => boolean): Result {
	if (endpoint.download) return download(endpoint);
	const undeclared = UNDECLARED[endpoint.id];
	const shape = shapeOfAnswer(endpoint);
	if (undeclared) return { data: withMadeUp(undeclared()) as Data };
	if (endpoint.upload) return { data: withMadeUp(withOneEntry(fill(shape, {}, NOBODY) as Data, shape)) as Data };
	const of = endpoint.tokens?.length === 0 ? NOBODY : surroundings(call);
	const role = roleOf(endpoint, isOwn);
	if (role) return { data: keep({ endpoint, role, call, of }) };
	const data = fill(shape, {}, of) as Data;
	return { data: endpoint.paging ? asLastPage(data, endpoint.paging) : data };
}
