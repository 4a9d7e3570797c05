/** Feishu Open API → Custom Request: what comes back. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';

import { keepBinaries, picture, usePlatform } from '../../support/engine';
import { answer, ECHO, requesterOf, rows } from '../../support/engine/requester';

const platform = usePlatform();
const { run, out, accept } = requesterOf(platform);

describe('response', () => {
	test('Data, and for older endpoints what stands beside code', async () => {
		const [item] = await out({ path: '/open-apis/bot/v3/info' });
		expect(item?.json).toMatchObject({ bot: { app_name: 'n8n Bot' } });
		expect(item?.json).not.toHaveProperty('code');
	});

	test('Full Answer', async () => {
		const [item] = await out({ path: '/open-apis/im/v1/chats', response: 'full' });
		expect(item?.json).toMatchObject({ code: 0, msg: 'success', data: { has_more: false } });
	});

	test.each(['memory', 'stored'] as const)('File, binary data in %s', async (where) => {
		await keepBinaries(where);
		const [item] = await out({
			path: '/open-apis/im/v1/images/:key',
			pathParameters: rows(['key', platform.image()]),
			response: 'file',
			outputField: 'picture',
		});
		const binary = item?.binary?.picture;
		if (!binary) throw new Error('There is no file');
		expect(binary.mimeType).toBe('image/png');
		expect((await Container.get(BinaryDataService).getAsBuffer(binary)).equals(picture.bytes)).toBe(true);
		await keepBinaries('memory');
	});

	test('Records over all pages, one item each', async () => {
		platform.addChats(130);
		const found = await out({ path: '/open-apis/im/v1/chats', response: 'records', returnAll: true });
		expect(found.map(({ json }) => json.chat_id)).toEqual(platform.chats.map(({ chat_id }) => chat_id));
		expect(found.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
	});

	test('Records of an answer without a list is the answer, and of an empty page nothing', async () => {
		const [bot, ...others] = await out({ path: '/open-apis/bot/v3/info', response: 'records' });
		expect(bot?.json).toMatchObject({ bot: { app_name: 'n8n Bot' } });
		expect(others).toEqual([]);
		accept({ has_more: false });
		expect(await out({ path: ECHO, response: 'records' })).toEqual([]);
	});

	test.each([
		['/open-apis/bot/v3/info', 'Its data has: bot'],
		['/open-apis/im/v1/chats', 'Its data has: items'],
	])('Records in a list of a name that %s lacks are refused', async (path, advice) => {
		const { error } = await run({ path, response: 'records', options: { itemsKey: 'rows' } });
		expect(error?.message).toBe("The field 'Records Are In' names 'rows', and the answer has no list of that name");
		expect(error?.description).toContain(advice);
	});

	test('Records up to the limit, with the page size that was set', async () => {
		const found = await out({
			path: '/open-apis/im/v1/chats',
			response: 'records',
			limit: 25,
			options: { pageSize: 20 },
		});
		expect(found).toHaveLength(25);
		expect(platform.calls).toHaveLength(2);
		expect(new URLSearchParams(platform.calls[0]?.query).get('page_size')).toBe('20');
	});

	test('Records with page parameters in the body, from a list of another name', async () => {
		platform.simulator.faults.add({
			path: ECHO,
			times: 1,
			action: answer({ code: 0, data: { widgets: [{ id: 1 }], tags: ['x'], has_more: true, page_token: 'next' } }),
		});
		accept({ widgets: [{ id: 2 }], has_more: false });
		const found = await out({
			method: 'POST',
			path: '/open-apis/demo/search',
			bodyType: 'json',
			bodyJson: '{"filter":"x"}',
			response: 'records',
			returnAll: true,
			options: { pagingIn: 'body', itemsKey: 'widgets', pageSize: 1, idempotent: true },
		});
		expect(found.map(({ json }) => json)).toEqual([{ id: 1 }, { id: 2 }]);
		const bodies = platform.calls.map(({ bodyText }) => JSON.parse(bodyText ?? '') as object);
		expect(bodies[0]).toMatchObject({ filter: 'x' });
		expect(bodies[0]).not.toHaveProperty('page_token');
		expect(bodies[1]).toMatchObject({ filter: 'x', page_token: 'next' });
	});
});

describe('failures', () => {
	test.each([200, 400])('a code at HTTP %i is an error, whatever the response is to be', async (http) => {
		for (const response of ['data', 'full', 'file', 'records']) {
			platform.reset();
			platform.simulator.faults.add({ path: ECHO, action: answer({ code: 1254302, msg: 'Permission denied.' }, http) });
			const { error, items } = await run({ path: '/open-apis/demo/x', response });
			expect(error?.message).toBe('The app may not open this base');
			expect(error?.description).toContain('Add document app');
			expect(items).toEqual([]);
		}
	});

	test('a path that the platform does not have', async () => {
		const { error } = await run({ path: '/open-apis/none/v1/such' });
		expect(error?.message).toBe('The platform does not know this address');
		expect(error?.description).toContain('unknown path and a wrong method');
	});

	test('POST is repeated after a broken connection when it is safe, else reported', async () => {
		const parameters = {
			method: 'POST',
			path: '/open-apis/contact/v3/users/batch_get_id',
			bodyType: 'json',
			bodyJson: `{"emails":["${platform.user.email}"]}`,
		};
		platform.simulator.faults.add({ path: '/open-apis/contact/*', times: 1, action: { type: 'dropAfter' } });
		expect((await run(parameters)).error?.description).toContain('so it was not sent again');
		expect(platform.calls).toHaveLength(1);
		platform.reset();
		platform.simulator.faults.add({ path: '/open-apis/contact/*', times: 1, action: { type: 'dropAfter' } });
		expect((await run({ ...parameters, options: { idempotent: true } })).error).toBeUndefined();
		expect(platform.calls).toHaveLength(2);
	});

	test('a refused token is renewed, form and all', async () => {
		await out({ path: '/open-apis/bot/v3/info' });
		platform.simulator.revokeTokens();
		platform.reset();
		const formFields = {
			field: [
				{ name: 'image_type', kind: 'text', value: 'message' },
				{ name: 'image', kind: 'file', binaryPropertyName: 'data' },
			],
		};
		const [item] = await out(
			{ method: 'POST', path: '/open-apis/im/v1/images', bodyType: 'form', formFields },
			{ items: [{ files: { data: picture } }] },
		);
		expect(platform.store.images.get(String(item?.json.image_key))?.bytes.equals(picture.bytes)).toBe(true);
		expect(platform.tokenRequests).toHaveLength(1);
	});

	test('failed items go to the error output', async () => {
		const items = [platform.chat.chat_id, 'oc_unknown'].map((chat) => ({ json: { chat } }));
		const result = await run(
			{ path: '/open-apis/im/v1/chats/:chat_id', pathParameters: rows(['chat_id', '={{ $json.chat }}']) },
			{ items, onError: 'continueErrorOutput' },
		);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
		expect(result.errorItems).toMatchObject([
			{ json: { chat: 'oc_unknown', error: 'The chat ID is not valid' }, pairedItem: { item: 1 } },
		]);
	});

	describe('a redirect to another host', () => {
		let elsewhere: Server;
		const seen: Array<string | undefined> = [];

		beforeAll(async () => {
			elsewhere = createServer((request, response) => {
				seen.push(request.headers.authorization);
				response.setHeader('content-type', 'application/json').end('{"code":0,"data":{"here":true}}');
			});
			await new Promise<void>((resolve) => void elsewhere.listen(0, '127.0.0.1', resolve));
		});

		afterAll(() => void elsewhere.close());

		test('is not followed', async () => {
			const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/file`;
			platform.simulator.faults.add({
				path: ECHO,
				action: { type: 'raw', http: 302, contentType: 'text/plain', body: '', headers: { location } },
			});
			const { error } = await run({ path: '/open-apis/demo/x' });
			expect(error?.message).toBe('The platform sends the call on to another address');
			expect(seen).toEqual([]);
		});
	});
});
