/** What strangers may send to the request URL: nothing of it starts a workflow. */
import { randomBytes, randomUUID } from 'node:crypto';
import fc from '../../support/generated';

import {
	APP_ID,
	delivered,
	encrypt,
	ENCRYPT_KEY,
	messageEvent,
	plain,
	type Post,
	sealed,
	signed,
	TOKEN,
} from '../../support/events';
import { type Answer, TriggerInWorkflow } from '../../support/engine/webhookTrigger';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SECRETS = { appId: APP_ID, encryptKey: ENCRYPT_KEY, verificationToken: TOKEN };

const message = () => messageEvent({ now: Date.now(), message: { message_id: `om_${randomUUID()}` } });
const trigger = () =>
	new TriggerInWorkflow({ events: ['*'], answerCallbacks: 'workflow' }, SECRETS, { id: randomUUID() });
const started = ({ workflowData }: Answer) => workflowData !== undefined;

const good = () => delivered(message(), Date.now());
const withHeader = (post: Post, name: string, value: string): Post => ({
	...post,
	headers: { ...post.headers, [name]: value },
});
const without = ({ body, headers }: Post, name: string): Post => ({
	body,
	headers: Object.fromEntries(Object.entries(headers).filter(([one]) => one !== name)),
});
const flipped = ({ body, headers }: Post, at: number): Post => {
	const changed = Buffer.from(body);
	const index = Math.abs(at) % changed.length;
	changed[index] = (changed[index] ?? 0) ^ 1;
	return { body: changed, headers };
};
const click = () => ({
	open_id: 'ou_1',
	open_message_id: 'om_1',
	open_chat_id: 'oc_1',
	token: `c-${randomUUID()}`,
	action: { tag: 'button', value: { approve: true } },
});

/** Ten of each kind. */
const FORGERIES: ReadonlyArray<readonly [string, (round: number) => Post]> = [
	['signed with a guessed key', (round) => signed(sealed(message()), { key: `guess ${round}`, at: Date.now() })],
	['encrypted with a guessed key', (round) => signed(sealed(message(), `guess ${round}`), { at: Date.now() })],
	['changed by one bit', (round) => flipped(good(), round * 37)],
	['without a signature', () => without(good(), 'x-lark-signature')],
	['with another nonce', (round) => withHeader(good(), 'x-lark-request-nonce', `nonce ${round}`)],
	[
		'with a time that was moved to now',
		() => {
			const old = delivered(message(), Date.now() - 2 * HOUR);
			return withHeader(old, 'x-lark-request-timestamp', String(Math.floor(Date.now() / 1000)));
		},
	],
	['stale', (round) => delivered(message(), Date.now() - (61 + round) * MINUTE)],
	['from the future', (round) => delivered(message(), Date.now() + (61 + round) * MINUTE)],
	['plain with the right token', () => plain(message())],
	[
		'of another app',
		() => delivered(messageEvent({ now: Date.now(), header: { app_id: 'cli_fedcba9876543210' } }), Date.now()),
	],
	[
		'a legacy click signed with a guessed token',
		(round) => signed(plain(click()), { key: `guess ${round}`, at: Date.now(), algorithm: 'sha1' }),
	],
	['a legacy click that is not signed', () => plain(click())],
];

test.each(FORGERIES)('ten posts %s start nothing', async (_name, forge) => {
	const node = trigger();
	for (let round = 0; round < 10; round++) {
		const answer = await node.post(forge(round));
		expect(started(answer)).toBe(false);
		expect(answer).toMatchObject({ noWebhookResponse: true, status: 401 });
	}
	expect(started(await node.post(good()))).toBe(true);
});

test('fifty replays of genuine posts start nothing more', async () => {
	const node = trigger();
	const genuine = Array.from({ length: 10 }, good);
	for (const post of genuine) expect(started(await node.post(post))).toBe(true);
	for (let round = 0; round < 5; round++)
		for (const post of genuine) expect(await node.post(post)).toEqual({ webhookResponse: {} });
});

test('a key that is changed works with the next post, and the old one no more, although the trigger keeps what it has read', async () => {
	const secrets = { ...SECRETS };
	const node = new TriggerInWorkflow({ events: ['*'] }, secrets, { id: randomUUID() });
	const post = (key: string) => signed(sealed(message(), key), { key, at: Date.now() });
	expect(started(await node.post(post(ENCRYPT_KEY)))).toBe(true);
	secrets.encryptKey = 'the next key';
	expect(started(await node.post(post('the next key')))).toBe(true);
	expect((await node.post(post(ENCRYPT_KEY))).status).toBe(401);
	expect(started(await node.post(post('the next key')))).toBe(true);
});

test('ten thousand malformed bodies start nothing and crash nothing', async () => {
	const node = trigger();
	const json = fc.json();
	const frame = fc
		.record(
			{
				schema: fc.constantFrom('2.0', '1.0', 2),
				header: fc.oneof(fc.jsonValue(), fc.record({ event_type: fc.string(), token: fc.constant(TOKEN) })),
				event: fc.jsonValue(),
				type: fc.constantFrom('event_callback', 'url_verification', ''),
				token: fc.constantFrom(TOKEN, ''),
				action: fc.jsonValue(),
				open_message_id: fc.string(),
				encrypt: fc.oneof(fc.string(), fc.base64String()),
			},
			{ requiredKeys: [] },
		)
		.map((value) => JSON.stringify(value));
	const body = fc.oneof(
		fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
		fc.oneof(json, frame).map((text) => Buffer.from(text)),
		// A genuine frame around nonsense, as somebody who has recorded posts could make it.
		fc.oneof(json, frame).map((text) => Buffer.from(JSON.stringify({ encrypt: encrypt('guess', text) }))),
		fc.nat().map((at) => flipped(sealed(message()), at).body),
	);
	const signature = fc.constantFrom('', randomBytes(32).toString('hex'), 'x'.repeat(64));
	let posts = 0;
	await fc.assert(
		fc.asyncProperty(body, signature, async (bytes, value) => {
			posts += 1;
			const headers = { 'x-lark-signature': value, 'x-lark-request-timestamp': String(Math.floor(Date.now() / 1000)) };
			return !started(await node.post({ body: bytes, headers }));
		}),
		{ numRuns: 10_000 },
	);
	expect(posts).toBeGreaterThanOrEqual(10_000);
}, 60_000);
