/** Feishu Open API → Endpoint: Call: endpoints that are not at the open platform's own host. */
import type { IDataObject } from 'n8n-workflow';

import { FeishuClient, type CallRequest } from '../../../nodes/shared/client/client';
import { only, report, usePlatform } from '../../support/engine';
import { callerOf } from '../../support/engine/caller';

const platform = usePlatform();
const { run, out } = callerOf(platform);

const UPLOAD = 'POST /approval/openapi/v2/file/upload';
const GET = 'POST /approval/openapi/v2/instance/get';

/** What the client is asked to send; it goes out all the same. */
const asked = jest.spyOn(FeishuClient.prototype, 'call');
const hosts = () => asked.mock.calls.map(([id, request]: [string, CallRequest?]) => [id, request?.host]);

beforeEach(() => asked.mockClear());
afterAll(() => asked.mockRestore());

test('an older approval endpoint is called with the same token, at its own host', async () => {
	const [item] = await out(GET, {
		'body.instance_code': '81D31358-93AF-92D6-7425-01A5D67C4E71',
		'body.locale': 'en-US',
	});
	expect(item).toMatchObject({ json: {}, pairedItem: { item: 0 } });
	expect(platform.routes).toEqual([GET]);
	const { bodyText, headers, status } = only(platform.calls);
	expect(status).toBe(200);
	expect(JSON.parse(bodyText ?? '')).toEqual({
		instance_code: '81D31358-93AF-92D6-7425-01A5D67C4E71',
		locale: 'en-US',
	});
	expect(headers.authorization).toMatch(/^Bearer t-/);
	expect(hosts()).toEqual([[GET, 'www']]);
});

describe('the upload of a file for an approval', () => {
	const values: IDataObject = { 'body.name': '报告 Q3.pdf', 'body.type': 'attachment', 'body.content': 'doc' };
	const items = [{ files: { doc: report } }];

	test('is a form of name, type and content', async () => {
		let form: FormData | undefined;
		asked.mockImplementationOnce(async function (this: FeishuClient, id, request) {
			form = await request?.form?.();
			return await this.envelope(id, request).then(({ data }) => data as never);
		});
		const [item] = await out(UPLOAD, values, { items });
		expect(item?.json).toEqual({ code: expect.stringMatching(/^[0-9A-F-]{36}$/), url: expect.any(String) });
		expect([...(form ?? [])].map(([name]) => name)).toEqual(['name', 'type', 'content']);
		expect([form?.get('name'), form?.get('type')]).toEqual(['报告 Q3.pdf', 'attachment']);
		const content = form?.get('content') as File;
		expect([content.name, Buffer.from(await content.arrayBuffer()).equals(report.bytes)]).toEqual([
			'报告 Q3.pdf',
			true,
		]);
		// The platform has checked the same three on its side.
		const { status, headers } = only(platform.calls);
		expect([status, headers['content-type']]).toEqual([200, expect.stringMatching(/^multipart\/form-data; boundary=/)]);
		expect(hosts()).toEqual([[UPLOAD, 'www']]);
	});

	test.each([
		['a type that is none', { 'body.type': 'video' }, "The field 'type' can't be 'video'"],
		['no name', { 'body.name': '' }, "The field 'name' is empty"],
		['a file that is not there', { 'body.content': 'other' }, "The item has no file in 'other'"],
	])('with %s is refused before any call', async (_, wrong, message) => {
		const { error } = await run(UPLOAD, { ...values, ...wrong }, { items });
		expect(error?.message).toContain(message);
		expect(platform.calls).toEqual([]);
	});
});

test('an endpoint of the open platform is asked for without another host', async () => {
	await out('GET /open-apis/contact/v3/users/:user_id', { 'path.user_id': platform.user.open_id });
	expect(hosts()).toEqual([['GET /open-apis/contact/v3/users/:user_id', undefined]]);
});

test('its whole address stands for it too', async () => {
	const code = { 'body.instance_code': 'x' };
	await out('https://www.feishu.cn/approval/openapi/v2/instance/get', code);
	await out('https://www.larksuite.com/approval/openapi/v2/instance/get', code);
	expect(platform.routes).toEqual([GET, GET]);
});

test('the page for a browser is refused with advice', async () => {
	const { error } = await run('GET /open-apis/authen/v1/authorize');
	expect(error?.message).toContain('a page that a person opens in a browser');
	expect(error?.description).toContain('See https://open.feishu.cn/');
	expect(platform.calls).toEqual([]);
});
