import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { signature } from '../../../simulator/events/crypto';
import { type Fixture, first, startFixture } from '../../support/conformance/harness';

describe('event push', () => {
	let fixture: Fixture;
	let server: Server;
	let answer: (request: IncomingMessage, response: ServerResponse, count: number) => void;
	const received: Array<{ headers: IncomingMessage['headers']; body: string }> = [];

	beforeEach(async () => {
		received.length = 0;
		answer = (_request, response) => response.end('{}');
		fixture = await startFixture({ encryptKey: 'fake encrypt key' });
		server = createServer((request, response) => {
			void text(request).then((body) => {
				received.push({ headers: request.headers, body });
				answer(request, response, received.length);
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, {
			event_url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		});
	});
	afterEach(async () => {
		await fixture.simulator.close();
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});

	const push = () => fixture.simulator.push.event(fixture.simulator.appId, 'im.chat.disbanded_v1', { chat_id: 'oc_x' });

	it('repeats with the same event id until 200, signed over the body as sent', async () => {
		answer = (_request, response, count) => response.writeHead(count < 3 ? 500 : 200).end(`answer ${count}`);
		const delivery = push();
		await fixture.simulator.push.idle();
		expect(delivery).toMatchObject({
			status: 'delivered',
			attempts: [{ status: 500, body: 'answer 1' }, { status: 500 }, { status: 200, body: 'answer 3' }],
		});
		for (const { headers, body } of received) {
			expect(headers['content-type']).toBe('application/json;charset=utf-8');
			expect(headers['x-lark-signature']).toBe(
				signature(
					String(headers['x-lark-request-timestamp']),
					String(headers['x-lark-request-nonce']),
					'fake encrypt key',
					body,
				),
			);
			expect(body).toBe(JSON.stringify(JSON.parse(body)));
		}
	});

	it.each<['absent' | 'present', boolean]>([
		['absent', false],
		['present', true],
	])('to an app without an Encrypt Key a signature may be %s', async (signatureWithoutKey, isThere) => {
		await fixture.http.admin('PUT', '/settings', { signatureWithoutKey });
		await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, { encrypt_key: null });
		push();
		await fixture.simulator.push.idle();
		expect(received.map(({ headers }) => headers['x-lark-signature'] !== undefined)).toEqual([isThere]);
	});

	it('a link preview may come without an event id, as on its page', async () => {
		await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, { encrypt_key: null });
		const preview = () => fixture.http.admin('POST', '/events', { type: 'url.preview.get', event: {}, callback: true });
		await preview();
		await fixture.http.admin('PUT', '/settings', { linkPreviewId: 'absent' });
		await preview();
		const ids = received.map(({ body }) => (JSON.parse(body) as { header: { event_id?: string } }).header.event_id);
		expect(ids).toEqual([expect.any(String), undefined]);
	});

	it('gives up after four repeats; a redirect is not 200', async () => {
		answer = (_request, response) => response.writeHead(302, { location: '/elsewhere' }).end();
		const delivery = push();
		await fixture.simulator.push.idle();
		expect([delivery.status, delivery.attempts.map((attempt) => attempt.status)]).toEqual([
			'failed',
			[302, 302, 302, 302, 302],
		]);
	});

	it('never repeats a callback, and keeps its answer', async () => {
		answer = (_request, response) => response.writeHead(500).end('{"toast":{}}');
		const delivery = await fixture.http.admin('POST', '/events', {
			type: 'card.action.trigger',
			event: {},
			callback: true,
		});
		expect(delivery).toMatchObject({ status: 'failed', attempts: [{ status: 500, body: '{"toast":{}}' }] });
		expect(received).toHaveLength(1);
	});

	it('waits 3 s for an answer', async () => {
		const timeout = jest
			.spyOn(AbortSignal, 'timeout')
			.mockImplementation((ms) =>
				ms === 3000 ? AbortSignal.abort(new Error('deadline')) : new AbortController().signal,
			);
		const delivery = await fixture.simulator.push.callback(fixture.simulator.appId, 'card.action.trigger', {});
		timeout.mockRestore();
		expect(delivery).toMatchObject({ status: 'failed', attempts: [{ status: 0, error: 'deadline' }] });
	});

	it('waits 2 s for the connection, and no longer matters once it is there', async () => {
		const over = new AbortController();
		const timeout = jest
			.spyOn(AbortSignal, 'timeout')
			.mockImplementation((ms) => (ms === 2000 ? over.signal : new AbortController().signal));
		const callback = () => fixture.simulator.push.callback(fixture.simulator.appId, 'card.action.trigger', {});
		answer = (_request, response) => {
			over.abort(new Error('no connection'));
			response.end('{}');
		};
		expect(await callback()).toMatchObject({ status: 'delivered' });
		expect(await callback()).toMatchObject({ status: 'failed', attempts: [{ status: 0, error: 'no connection' }] });
		expect(received).toHaveLength(1);
		timeout.mockRestore();
	});

	it('the events of one approval come in order: one that is not acknowledged holds the next', async () => {
		const types: string[] = [];
		const read = ({ body }: { body: string }) => (JSON.parse(body) as { event: { type: string } }).event.type;
		await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, { encrypt_key: null });
		fixture.simulator.store.subscriptions.add({
			app_id: fixture.simulator.appId,
			kind: 'approval',
			resource: 'A',
			created_at: 0,
		});
		answer = (_request, response, count) => {
			types.push(read(received[count - 1] ?? { body: '{}' }));
			response.writeHead(count < 3 ? 500 : 200).end('{}');
		};
		const tell = (type: string, instance: string) =>
			fixture.http.admin('POST', '/events', {
				type,
				schema: '1.0',
				event: { approval_code: 'A', instance_code: instance },
			});
		await tell('approval_instance', 'one');
		await tell('approval_task', 'one');
		await fixture.simulator.push.idle();
		expect(types).toEqual(['approval_instance', 'approval_instance', 'approval_instance', 'approval_task']);
	});

	it('sends plain JSON without a signature when there is no encrypt key', async () => {
		await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, {
			encrypt_key: null,
			verification_token: 'fake-token',
		});
		push();
		await fixture.simulator.push.idle();
		expect(JSON.parse(first(received).body)).toMatchObject({
			schema: '2.0',
			header: { token: 'fake-token', event_type: 'im.chat.disbanded_v1' },
			event: { chat_id: 'oc_x' },
		});
		expect(first(received).headers['x-lark-signature']).toBeUndefined();
	});

	it('keeps events of an app without a URL, unsent', async () => {
		await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, { event_url: null });
		expect(push().status).toBe('no_url');
		expect(received).toHaveLength(0);
	});

	it('tells an app without the scope for group messages only of those that name its bot', async () => {
		const write = (words: string) =>
			fixture.http.admin('POST', `/chats/${fixture.chatId}/messages`, { open_id: first(fixture.members), text: words });
		await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, {
			scopes: ['im:message.group_at_msg:readonly'],
		});
		await write('to nobody');
		await write('@n8n Bot to you');
		expect(fixture.simulator.push.deliveries).toHaveLength(1);
		await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, { scopes: ['im:message.group_msg'] });
		await write('to nobody');
		expect(fixture.simulator.push.deliveries).toHaveLength(2);
	});

	it('reports a URL that does not answer the challenge', async () => {
		answer = (_request, response) => response.end('{"challenge":"another"}');
		expect(await fixture.http.admin('POST', `/apps/${fixture.simulator.appId}/verify-url`)).toMatchObject({
			ok: false,
			status: 200,
		});
	});
});
