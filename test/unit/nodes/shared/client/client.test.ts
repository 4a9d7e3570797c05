import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { CallError } from '../../../../../feishu/api/call';
import { TOKEN_CODES } from '../../../../../feishu/api/codes';
import { CancelledError } from '../../../../../feishu/api/wait';
import { FeishuClient, type ClientOptions } from '../../../../../nodes/shared/client/client';
import { rejectionOf } from '../../../../support/feishuCalls';
import { execution, freshCredential, goodCredential, type Setting } from '../../../../support/nodes/execution';
import { data, drop, FakePlatform, json, type Answering } from '../../../../support/nodes/fakePlatform';

const OPTIONS: ClientOptions = {
	longestWaitMs: 5000,
	maxAttempts: 3,
	keepToLimits: true,
	headers: {},
	privateAddresses: false,
	timeoutMs: 5000,
};
const READ = 'GET /open-apis/im/v1/chats/:chat_id';
const WRITE = 'POST /open-apis/im/v1/messages';

let platform: FakePlatform;
let credential: ICredentialDataDecryptedObject;
let scene = 0;

beforeAll(async () => {
	platform = await FakePlatform.start();
});

afterAll(async () => await platform.stop());

/** Waits between tries take no time; the limit of a request, and longer waits, do. */
beforeEach(() => {
	const timeout = AbortSignal.timeout.bind(AbortSignal);
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(ms < 4000 ? 0 : ms));
});

afterEach(() => jest.restoreAllMocks());

beforeEach(() => {
	scene += 1;
	platform.reset();
	credential = goodCredential(platform.url);
});

function client(options: Partial<ClientOptions> = {}, setting: Setting = {}): FeishuClient {
	const context = execution({ credential, credentialId: `client-${scene}`, ...setting });
	return new FeishuClient(context, { ...OPTIONS, ...options });
}

const limited = (seconds: string) => json({ code: 99991400, msg: 'slow' }, 429, { 'x-ogw-ratelimit-reset': seconds });

describe('what goes out', () => {
	it('fills the path, repeats query keys, and carries the token', async () => {
		platform.answers = [data({ name: 'Ops' })];
		const query = { ids: ['a', 'b'], empty: '', on: true };
		await expect(client().call(READ, { path: { chat_id: 'oc/1' }, query })).resolves.toEqual({ name: 'Ops' });
		const [request] = platform.requests;
		expect(request).toMatchObject({
			method: 'GET',
			path: '/open-apis/im/v1/chats/oc%2F1',
			query: [
				['ids', 'a'],
				['ids', 'b'],
				['on', 'true'],
			],
		});
		expect(request?.headers.authorization).toBe('Bearer t-good');
		expect(request?.body).toHaveLength(0);
	});

	it.each([[{}], [{ a: { b: '飞书' } }], [[1, 2]]])('sends %j as JSON', async (body) => {
		await client().call(WRITE, { body, headers: { 'X-Own': 'yes' } });
		const [request] = platform.requests;
		expect(JSON.parse(request?.body.toString() ?? '')).toEqual(body);
		expect(request?.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'x-own': 'yes' });
	});

	it('builds a form anew for every try', async () => {
		platform.answers = [limited('0')];
		let built = 0;
		const form = async () => {
			const whole = new FormData();
			whole.append('file', new File([`try ${(built += 1)}`], '报告.txt'));
			return await Promise.resolve(whole);
		};
		await client().call(WRITE, { form });
		expect(platform.requests.map(({ body }) => /try \d/.exec(body.toString())?.[0])).toEqual(['try 1', 'try 2']);
		expect(platform.requests[1]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
		expect(platform.requests[1]?.body.toString()).toContain('filename="报告.txt"');
	});

	it('uses the app’s own token when asked to', async () => {
		await client().call(WRITE, { identity: 'app' });
		expect(platform.requests[0]?.headers.authorization).toBe('Bearer app-t-good');
	});

	it.each([
		['feishu', undefined, 'https://open.feishu.cn'],
		['feishu', 'www', 'https://www.feishu.cn'],
		['lark', undefined, 'https://open.larksuite.com'],
		['lark', 'www', 'https://www.larksuite.com'],
		['custom', 'www', 'https://open.example.com'],
	] as const)('of %s at the host %s goes to %s', async (region, host, origin) => {
		const sent = jest.spyOn(globalThis, 'fetch');
		sent.mockImplementation(async () => await Promise.resolve(Response.json({ code: 0, data: { done: true } })));
		credential = { ...goodCredential('https://open.example.com'), region };
		const feishu = client();
		const endpoint = 'POST /approval/openapi/v2/x/:id';
		const request = { host, path: { id: '1' } };
		await expect(feishu.call(endpoint, request)).resolves.toEqual({ done: true });
		await feishu.list(endpoint, { ...request, limit: 1 });
		expect(sent.mock.calls.map(([url]) => url)).toEqual(Array(2).fill(`${origin}/approval/openapi/v2/x/1`));
		expect(new Headers(sent.mock.calls[0]?.[1]?.headers).get('authorization')).toBe('Bearer t-good');
	});

	it('makes no call with an unusable path or address', async () => {
		expect((await rejectionOf(client().call(READ))).message).toBe("The path parameter 'chat_id' is empty");
		credential.baseUrl = 'http://open.example.com';
		expect((await rejectionOf(client().call(WRITE))).message).toContain('must start with https://');
		expect(platform.requests).toEqual([]);
	});
});

describe('tokens', () => {
	const cases = [...TOKEN_CODES].flatMap((code) => [200, 400].map((status) => ({ code, status })));

	it('fetches the first one together with the first call', async () => {
		credential = freshCredential(platform.url);
		const feishu = client();
		await Promise.all([feishu.call(WRITE), feishu.call(WRITE), feishu.call(WRITE)]);
		expect(platform.signIns).toBe(1);
		expect(platform.requests.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill('Bearer t-1'));
		expect(credential.accessToken).toBe('t-1');
	});

	it.each(cases)('renews after $code at HTTP $status, and loses nothing', async ({ code, status }) => {
		platform.answers = [json({ code, msg: 'token' }, status), data({ done: true })];
		await expect(client().call(WRITE)).resolves.toEqual({ done: true });
		expect(platform.signIns).toBe(1);
		expect(platform.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer t-good', 'Bearer t-1']);
	});

	it('renews once when the token ends in the middle of fifty calls', async () => {
		const old: Answering = (request, response) => {
			const refused = request.headers.authorization === 'Bearer t-good' && platform.requests.length > 10;
			(refused ? json({ code: 99991663, msg: 'token' }, 400) : data({ ok: true }))(request, response);
		};
		platform.answers = Array.from({ length: 100 }, () => old);
		const feishu = client();
		const results = await Promise.all(Array.from({ length: 50 }, async () => await feishu.call(WRITE)));
		expect(results).toEqual(Array(50).fill({ ok: true }));
		expect(platform.signIns).toBe(1);
		expect(platform.requests.filter(({ headers }) => headers.authorization === 'Bearer t-1')).toHaveLength(40);
	});

	it('ends when the new one is refused as well', async () => {
		platform.answers = Array.from({ length: 9 }, () => json({ code: 99991663, msg: 'token' }, 400));
		const error = await rejectionOf(client().call(WRITE));
		expect(error).toMatchObject({
			name: 'CallError',
			failure: { code: 99991663 },
			history: { renewed: true, attempts: 1 },
		});
		expect(platform.requests).toHaveLength(2);
		expect(platform.signIns).toBe(1);
	});

	it('passes on why there is none, through n8n’s wrapping', async () => {
		credential = freshCredential(platform.url);
		const before = platform.signIn;
		platform.signIn = json({ code: 10014, msg: 'app secret invalid' });
		const error = await rejectionOf(client().call(WRITE));
		platform.signIn = before;
		expect(error).toMatchObject({ name: 'FeishuTokenError', feishuCode: 10014 });
		expect(platform.requests).toEqual([]);
	});

	it('tries again when the network failed while it was fetched, a write as well: nothing was sent', async () => {
		credential = freshCredential(platform.url);
		const before = platform.signIn;
		platform.signIn = (request, response) => {
			platform.signIn = before;
			drop(request, response);
		};
		await expect(client().call(WRITE)).resolves.toEqual({});
		expect(platform.signIns).toBe(2);
		expect(platform.requests).toHaveLength(1);
	});
});

describe('what fails', () => {
	const truncated: Answering = (_request, response) => {
		response.writeHead(200, { 'content-type': 'application/json' }).end('{"code":0,"da');
	};

	it.each([
		['a dropped connection', drop, { kind: 'network', delivered: true }],
		['a gateway’s page', json({ x: 1 }, 502), { kind: 'http', status: 502 }],
		['a truncated answer', truncated, { kind: 'unreadable' }],
	])('%s: a read is repeated, a write is not', async (_what, answer, failure) => {
		platform.answers = [answer, data({ ok: true })];
		await expect(client().call(READ, { path: { chat_id: 'a' } })).resolves.toEqual({ ok: true });
		platform.answers = [answer];
		const error = await rejectionOf(client().call(WRITE));
		expect(error).toMatchObject({ name: 'CallError', failure, history: { attempts: 1, unrepeatable: true } });
		expect(platform.requests).toHaveLength(3);
		platform.answers = [answer, data({ ok: true })];
		await expect(client().call(WRITE, { idempotent: true })).resolves.toEqual({ ok: true });
	});

	it('repeats a write that could not connect, and tells it in the end without an address', async () => {
		const gone = await FakePlatform.start();
		credential.baseUrl = gone.url;
		await gone.stop();
		const error = await rejectionOf(client({ maxAttempts: 2 }).call(WRITE));
		expect(error).toMatchObject({ failure: { kind: 'network', delivered: false }, history: { attempts: 2 } });
		expect(error.message).not.toContain('127.0.0.1');
	});

	it('takes a rate limit’s time, and refuses ten minutes', async () => {
		platform.answers = [limited('0'), limited('600')];
		const error = await rejectionOf(client().call(WRITE));
		expect(error).toMatchObject({ name: 'CallError', history: { attempts: 2, refusedWaitMs: 600_000 } });
		expect(error).toBeInstanceOf(CallError);
	});

	it('ends at once when the execution is cancelled, while it waits and while it is under way', async () => {
		for (const answer of [limited('4'), (() => undefined) as Answering]) {
			const cancel = new AbortController();
			platform.answers = [
				(request, response) => {
					answer(request, response);
					setImmediate(() => cancel.abort());
				},
			];
			expect(await rejectionOf(client({}, { cancel: cancel.signal }).call(WRITE))).toBeInstanceOf(CancelledError);
		}
		expect(platform.requests).toHaveLength(2);
	});

	it('passes on what is no failure of the call', async () => {
		const form = async () => await Promise.reject<FormData>(new TypeError('a mistake'));
		expect(await rejectionOf(client().call(WRITE, { form }))).toBeInstanceOf(TypeError);
	});
});

describe('lists', () => {
	const page = (ids: number[], next?: string) =>
		data({ items: ids.map((id) => ({ id })), has_more: next !== undefined, page_token: next });

	it('walks the pages up to the limit, and asks for no more than is wanted', async () => {
		platform.answers = [page([1, 2], 'p2'), page([3], 'p3')];
		const request = { query: { sort: 'a' }, limit: 3, pageSize: 2 };
		await expect(client().list('GET /open-apis/im/v1/chats', request)).resolves.toEqual(
			[1, 2, 3].map((id) => ({ id })),
		);
		expect(platform.requests.map(({ query }) => Object.fromEntries(query))).toEqual([
			{ sort: 'a', page_size: '2' },
			{ sort: 'a', page_size: '1', page_token: 'p2' },
		]);
	});

	it('pages in the body where the endpoint wants that', async () => {
		platform.answers = [page([1], 'p2'), page([2])];
		const request = { body: { filter: 'x' }, limit: Infinity, pageSize: 100, pagingIn: 'body' as const };
		await client().list('POST /open-apis/x/v1/search', request);
		expect(platform.requests.map(({ body }) => JSON.parse(body.toString()) as unknown)).toEqual([
			{ filter: 'x', page_size: 100 },
			{ filter: 'x', page_size: 100, page_token: 'p2' },
		]);
	});

	it('takes the records from where it is told', async () => {
		platform.answers = [data({ items: [], rows: [{ id: 9 }] })];
		await expect(client().list('GET /open-apis/x', { limit: 5, pageSize: 5, itemsKey: 'rows' })).resolves.toEqual([
			{ id: 9 },
		]);
	});
});

describe('jobs', () => {
	const TASK = 'GET /open-apis/drive/v1/import_tasks/:ticket';
	const request = { path: { ticket: 't1' } };
	const job = {
		until: ({ status }: { status: number }) => status === 0,
		failed: ({ status }: { status: number }) => (status === 3 ? 'The file could not be read' : undefined),
		everyMs: 1_000,
		longestMs: 60_000,
	};
	const states = (...all: number[]) => all.map((status) => data({ status }));

	it('are asked about until they are done; the log says how long it takes', async () => {
		const logged: unknown[][] = [];
		platform.answers = states(1, 2, 0);
		const feishu = client({}, { log: (...line) => logged.push(line) });
		await expect(feishu.poll(TASK, request, job)).resolves.toEqual({ status: 0 });
		expect(platform.requests.map(({ path }) => path)).toEqual(Array(3).fill('/open-apis/drive/v1/import_tasks/t1'));
		expect(logged).toEqual([
			[
				'info',
				expect.stringMatching(/^Waiting for Feishu: \d seconds? of at most 60 seconds$/),
				{ node: 'Feishu', endpoint: TASK },
			],
		]);
	});

	it('that fail say why', async () => {
		platform.answers = states(1, 3);
		const error = await rejectionOf(client().poll(TASK, request, job));
		expect(error).toMatchObject({ name: 'JobError', message: 'The file could not be read' });
	});

	it('are waited for no longer when the execution is stopped', async () => {
		const cancel = new AbortController();
		platform.answers = states(1);
		const feishu = client({}, { cancel: cancel.signal, log: () => setImmediate(() => cancel.abort()) });
		const polling = feishu.poll(TASK, request, { ...job, everyMs: 60_000 });
		expect(await rejectionOf(polling)).toBeInstanceOf(CancelledError);
		expect(platform.requests).toHaveLength(1);
	});

	it('pass on what the platform refuses', async () => {
		platform.answers = [json({ code: 1061002, msg: 'params error' }, 400)];
		expect(await rejectionOf(client().poll(TASK, request, job))).toMatchObject({ failure: { code: 1061002 } });
	});
});

describe('downloads', () => {
	const FILE = 'GET /open-apis/im/v1/files/:file_key';
	const bytes = Buffer.from([0, 255, 1, 254]);
	const file =
		(headers: Record<string, string>, body: Buffer | string = bytes): Answering =>
		(_request, response) => {
			response.writeHead(200, headers).end(body);
		};
	const download = async (fileName?: string) => await client().download(FILE, { path: { file_key: 'f' }, fileName });

	it('keeps bytes, name and type', async () => {
		platform.answers = [
			file({ 'content-type': 'image/png; x=y', 'content-disposition': 'attachment; filename="a.png"' }),
		];
		await expect(download()).resolves.toEqual({
			data: bytes.toString('base64'),
			fileName: 'a.png',
			mimeType: 'image/png',
		});
	});

	it('takes another name when given, and leaves an unknown type to n8n', async () => {
		platform.answers = [file({ 'content-type': 'application/octet-stream' })];
		await expect(download('b.bin')).resolves.toMatchObject({ fileName: 'b.bin', mimeType: 'text/plain' });
	});

	it('takes a JSON file for a file, by its name', async () => {
		const headers = { 'content-type': 'application/json', 'content-disposition': 'attachment; filename="a.json"' };
		platform.answers = [file(headers, '{"code":7}')];
		await expect(download()).resolves.toMatchObject({ data: Buffer.from('{"code":7}').toString('base64') });
	});

	it.each([200, 400])('tells an error that comes in place of the file at HTTP %d', async (status) => {
		platform.answers = [json({ code: 234008, msg: 'not the owner' }, status)];
		expect(await rejectionOf(download())).toMatchObject({ name: 'CallError', failure: { code: 234008, status } });
	});

	it('tells a page that comes in place of the file', async () => {
		platform.answers = [
			(_request, response) => void response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found'),
		];
		expect(await rejectionOf(download())).toMatchObject({ failure: { kind: 'http', msg: '404 page not found' } });
	});

	it('takes an envelope without a file for no success', async () => {
		platform.answers = [json({ code: 0, msg: 'ok' })];
		// Asking again would bring the same.
		expect(await rejectionOf(download())).toMatchObject({ failure: { kind: 'noFile' }, history: { attempts: 1 } });
	});

	it('repeats a download that broke off', async () => {
		const broken: Answering = (_request, response) => {
			response.writeHead(200, { 'content-type': 'image/png', 'content-length': '100' });
			response.write('half', () => response.destroy());
		};
		platform.answers = [broken, file({ 'content-type': 'image/png' })];
		await expect(download()).resolves.toMatchObject({ data: bytes.toString('base64') });
	});
});
