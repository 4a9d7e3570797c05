import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Simulator, startSimulator } from '../../../simulator';
import type { Endpoint } from '../../../simulator/catalog/endpoints';
import { roleOf } from '../../../simulator/catalog/families';
import { seeded, validRequest } from '../../../simulator/catalog/generate';
import { sdkClient } from '../../support/conformance/harness';
import { endpoint, endpoints, isStored, send, tokenFor, tokensOf } from './caller';

const ROOT = join(__dirname, '../../..');
const open = endpoints.filter((each) => each.host !== 'accounts' && !isStored(each));

/** The value at a dotted path. */
const at = (data: unknown, path: string): unknown =>
	path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], data);

/** Every text in a value, by the name it stands under. */
function texts(value: unknown, name = ''): [string, string][] {
	if (typeof value === 'string') return [[name, value]];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, each]) => texts(each, Array.isArray(value) ? name : key));
}

describe('answers of catalogued endpoints', () => {
	let simulator: Simulator;
	let tokens: { tenant: string; user: string };
	beforeAll(async () => {
		simulator = await startSimulator({ rateLimits: false });
		tokens = tokensOf(simulator);
	});
	afterAll(() => simulator.close());

	const ask = (target: Endpoint) => send(simulator, target, validRequest(target, seeded(11)), tokenFor(target, tokens));

	it.each([
		['POST /open-apis/vc/v1/reserves/apply', 'reserve.password', ''],
		['GET /open-apis/bitable/v1/apps/:app_token/dashboards', 'total', 0],
		['GET /open-apis/tenant/v2/tenant/query', 'tenant.tenant_tag', 0],
	])('%s has the shape of its page', async (id, path, value) => {
		const answer = await ask(endpoint(id));
		expect(answer).toMatchObject({ status: 200, code: 0, msg: 'success' });
		expect(at(answer.data, path)).toEqual(value);
	});

	it('are the last page and empty wherever there are pages, as long as nothing was created', async () => {
		const depth = ({ path }: Endpoint) => path.split('/').length;
		const paged = open
			.filter((one) => one.paging && !roleOf(one, isStored)?.batch)
			.sort((a, b) => depth(a) - depth(b));
		await simulator.close();
		simulator = await startSimulator({ rateLimits: false });
		tokens = tokensOf(simulator);
		expect(paged.length).toBeGreaterThan(200);
		for (const target of paged) {
			const { itemsKey = 'items', itemsJson } = target.paging ?? {};
			const { data } = await ask(target);
			expect([target.id, data.has_more]).toEqual([target.id, false]);
			if (itemsKey) expect([target.id, at(data, itemsKey)]).toEqual([target.id, itemsJson ? '[]' : []]);
		}
	});

	it('are a named file for every download', async () => {
		const downloads = open.filter(({ download }) => download);
		expect(downloads.length).toBeGreaterThan(12);
		for (const target of downloads) {
			const { status, type, disposition, bytes } = await ask(target);
			expect([target.id, status, type]).toEqual([target.id, 200, expect.stringMatching(/^(image\/png|text\/plain)/)]);
			expect(disposition).toMatch(/^attachment; filename="download\.(png|txt)"/);
			expect(bytes.length).toBeGreaterThan(10);
		}
	});

	it('name what an upload stored', async () => {
		const uploads = open.filter(({ upload }) => upload);
		expect(uploads.length).toBeGreaterThan(30);
		for (const target of uploads) {
			const { data } = await ask(target);
			const keys = texts(data).filter(([name]) => /(^|_)(key|token|id|guid|url)$/.test(name));
			for (const [name, value] of keys)
				expect([target.id, name, value]).toEqual([target.id, name, expect.stringMatching(/^(file_v3|img_v3|https:)/)]);
		}
		const file = await ask(endpoint('POST /open-apis/okr/v1/images/upload'));
		expect(file.data.file_token).toMatch(/^file_v3_/);
	});

	it('are read by the official SDK: a page, an upload and a download', async () => {
		const sdk = sdkClient(simulator);
		const made = await sdk.bitable.v1.app.create({ data: { name: 'Base' } });
		const path = { app_token: made.data?.app?.app_token ?? '' };
		const page = await sdk.bitable.v1.appTable.list({ path, params: { page_size: 10 } });
		expect(page).toMatchObject({ code: 0, data: { items: [{ table_id: expect.stringMatching(/^tbl/) }], has_more: false } });
		const uploaded = await sdk.attendance.v1.file.upload({
			params: { file_name: 'a.txt' },
			data: { file: Buffer.from('text') },
		});
		expect(uploaded?.file?.file_id).toMatch(/^file_v3_/);
		const downloaded = await sdk.attendance.v1.file.download({ path: { file_id: uploaded?.file?.file_id ?? '' } });
		expect(downloaded.headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8' });
		const chunks: Buffer[] = [];
		for await (const chunk of downloaded.getReadableStream()) chunks.push(Buffer.from(chunk as Uint8Array));
		expect(Buffer.concat(chunks).toString()).toBe('GET /open-apis/attendance/v1/files/:file_id/download\n');
	});

	it('stand in the files as scripts/responses.ts writes them', () => {
		const printed = execFileSync(join(ROOT, 'node_modules/.bin/tsx'), ['scripts/responses.ts', '--check'], {
			cwd: ROOT,
		});
		expect(printed.toString()).toMatch(/ 0 differ\n$/);
	});
});
