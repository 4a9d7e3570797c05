/** Broken connections, failing servers and answers that are not the platform's. */

import type { FaultAction } from '../../../simulator';
import { byId, list, only, usePlatform } from '../../support/engine';
import { failingOn, SEND } from '../../support/engine/failing';

const platform = usePlatform();
const { send, fail, warmUp } = failingOn(platform);

beforeEach(warmUp);

const raw = (http: number, contentType: string, body: string): FaultAction => ({
	type: 'raw',
	http,
	contentType,
	body,
});

/** Failures for the moment, after which nobody knows whether the work was done. */
const UNSURE: ReadonlyArray<readonly [string, FaultAction, boolean]> = [
	['the connection drops before', { type: 'dropBefore' }, false],
	['the connection drops after', { type: 'dropAfter' }, true],
	['the answer breaks off', { type: 'truncate' }, true],
	['HTTP 502 with a page', raw(502, 'text/html', '<h1>Bad Gateway</h1>'), false],
	['HTTP 503 without words', raw(503, 'text/plain', ''), false],
	['HTTP 500 with a code', { type: 'code', http: 500, code: 2200, msg: 'internal error' }, false],
	['code 2200 at HTTP 200', { type: 'code', http: 200, code: 2200, msg: 'internal error' }, false],
	['code 2200 at HTTP 400', { type: 'code', http: 400, code: 2200, msg: 'internal error' }, false],
];

describe('failures for the moment', () => {
	test.each(UNSURE)('Send: %s, and it is sent again under the same uuid', async (_, action) => {
		const before = platform.messages().length;
		fail(action, { times: 1 });
		const { error } = await send();
		expect(error).toBeUndefined();
		expect(platform.calls).toHaveLength(2);
		const [first, second] = platform.calls.map(({ bodyText }) => bodyText);
		expect(first).toBe(second);
		expect(platform.messages()).toHaveLength(before + 1);
	});

	test.each(UNSURE)('Edit: %s, and it is reported, not repeated', async (_, action, done) => {
		const message = platform.botMessage('before');
		fail(action, { path: `${SEND}/:id`, method: 'PUT' });
		const { error } = await platform.run({
			parameters: { resource: 'message', operation: 'edit', messageId: byId(message.message_id), text: 'after' },
		});
		expect(error?.description).toContain('It may have been carried out all the same, so it was not sent again.');
		expect(platform.calls).toHaveLength(1);
		expect(message.edits).toBe(done ? 1 : 0);
	});

	test.each(UNSURE)('Recall: %s, and it is reported, not repeated', async (_, action, done) => {
		const message = platform.botMessage();
		fail(action, { path: `${SEND}/:id`, method: 'DELETE' });
		const { error } = await platform.run({
			parameters: { resource: 'message', operation: 'recall', messageId: byId(message.message_id) },
		});
		expect(error?.description).toContain('It may have been carried out all the same, so it was not sent again.');
		expect(platform.calls).toHaveLength(1);
		expect(message.deleted).toBe(done);
	});

	test.each(UNSURE)('Get Many: %s on the second page, and that page alone is fetched again', async (_, action) => {
		const chat = only(platform.addChats(1));
		for (let index = 0; index < 60; index += 1) platform.userMessage(`message ${index}`, 'text', chat);
		fail(action, { method: 'GET', skip: 1, times: 1 });
		const { items, error } = await platform.run({
			parameters: { resource: 'message', operation: 'getAll', chat: list(chat.chat_id), returnAll: true },
		});
		expect(error).toBeUndefined();
		expect(new Set(items.map(({ json }) => json.text)).size).toBe(60);
		expect(platform.calls).toHaveLength(3);
		expect(platform.calls[1]?.query).toBe(platform.calls[2]?.query);
	});

	test('an answer that does not come in time', async () => {
		fail({ type: 'delay', ms: 3_000 }, { path: '/open-apis/im/v1/chats' });
		const { error } = await platform.run({
			parameters: { resource: 'chat', operation: 'getAll', requestOptions: { timeout: 1, tries: 1 } },
		});
		expect(error?.message).toBe('The platform did not answer in time');
		expect(error?.description).toContain('raise the timeout in Request Options');
	});

	test('what never ends is given up after 5 tries, with how often and how long', async () => {
		fail(raw(502, 'text/html', '<html><title>nginx</title><h1>502 Bad Gateway</h1></html>'));
		const { error } = await send();
		expect(platform.calls).toHaveLength(5);
		expect(error?.message).toBe('The platform failed to answer');
		expect(error?.description).toMatch(/Tried 5 times over \d+ s\./);
		expect(error?.description).toContain('HTTP 502');
	});
});

describe('strange answers are told as such, once', () => {
	test.each<[string, FaultAction, string, string]>([
		[
			'a page at HTTP 200',
			raw(200, 'text/html', '<html><script>x()</script><body>Please <b>sign in</b></body></html>'),
			'Something other than the platform answered',
			'The answer began: Please sign in',
		],
		[
			'a page at HTTP 403',
			raw(403, 'text/html', '<h1>Forbidden</h1>'),
			'Something other than the platform answered',
			'HTTP 403',
		],
		[
			'404 page not found',
			raw(404, 'text/plain', '404 page not found'),
			'The platform does not know this address',
			'404 page not found',
		],
	])('%s', async (_, action, message, hint) => {
		fail(action);
		const { error } = await send();
		expect(error?.message).toBe(message);
		expect(error?.description).toContain(hint);
		expect(platform.calls).toHaveLength(1);
	});
});
