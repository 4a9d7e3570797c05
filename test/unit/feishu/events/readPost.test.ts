import fc from '../../../support/generated';

import { readPost, type EventSecrets } from '../../../../feishu/events/readPost';
import { REFUSALS, type RefusalReason } from '../../../../feishu/events/eventRefusals';
import {
	APP_ID,
	delivered,
	encrypt,
	ENCRYPT_KEY,
	messageEvent,
	NOW,
	plain,
	type Post,
	sealed,
	signed,
	TOKEN,
	v1Event,
} from '../../../support/events';

const WITH_KEY: EventSecrets = { encryptKey: ENCRYPT_KEY, appId: APP_ID };
const WITH_BOTH: EventSecrets = { ...WITH_KEY, verificationToken: TOKEN };
const WITH_TOKEN: EventSecrets = { verificationToken: TOKEN, appId: APP_ID };
const HOUR = 3_600_000;

const check = { challenge: 'ajls384kdjx98XX', token: TOKEN, type: 'url_verification' };
const legacyCard = {
	open_id: 'ou_clicker',
	user_id: 'u1',
	open_message_id: 'om_card',
	open_chat_id: 'oc_group',
	tenant_key: '736588c9260f175d',
	token: 'c-295ee57216a5dc9de90fefd0aadb4b1d7dxxxxxx',
	action: { value: { go: 'yes' }, tag: 'button' },
};
const legacyPost = (at = NOW) => signed(plain(legacyCard), { key: TOKEN, algorithm: 'sha1', at });

const read = (post: Post, secrets: EventSecrets, options = {}) =>
	readPost(post.body, post.headers, secrets, NOW, options);

describe('the URL check', () => {
	it.each<[string, Post, EventSecrets]>([
		['plain, with a token', plain(check), WITH_TOKEN],
		['plain, with both secrets', plain(check), WITH_BOTH],
		['encrypted', sealed(check), WITH_KEY],
		['encrypted, with both secrets', sealed(check), WITH_BOTH],
		['encrypted and signed', delivered(check), WITH_BOTH],
	])('is answered: %s', (_name, post, secrets) => {
		expect(read(post, secrets)).toEqual({ kind: 'challenge', challenge: check.challenge });
	});

	it.each<[string, Post, EventSecrets, RefusalReason]>([
		['another token', plain({ ...check, token: 'guess' }), WITH_TOKEN, 'verification_token'],
		['another token, encrypted', sealed({ ...check, token: 'guess' }), WITH_BOTH, 'verification_token'],
		['no challenge', plain({ ...check, challenge: undefined }), WITH_TOKEN, 'malformed'],
		['a challenge that is no text', plain({ ...check, challenge: { $ne: 1 } }), WITH_TOKEN, 'malformed'],
		['another key', sealed(check, 'other key'), WITH_KEY, 'signature'],
		['no secrets in the credential', plain(check), {}, 'not_configured'],
	])('is refused: %s', (_name, post, secrets, reason) => {
		expect(read(post, secrets)).toEqual({ kind: 'refused', reason });
	});
});

describe('an authentic event', () => {
	it('of version 2.0, encrypted and signed', () => {
		const body = messageEvent();
		expect(read(delivered(body), WITH_BOTH)).toEqual({
			kind: 'event',
			raw: body,
			envelope: {
				schema: '2.0',
				event_type: 'im.message.receive_v1',
				event_id: body.header.event_id,
				create_time: '2026-09-11T07:59:59.000Z',
				app_id: APP_ID,
				tenant_key: '736588c9260f175d',
				event: body.event,
			},
		});
	});

	it('of version 1.0 has the same shape', () => {
		const body = v1Event();
		expect(read(plain(body), WITH_TOKEN)).toEqual({
			kind: 'event',
			raw: body,
			envelope: {
				schema: '1.0',
				event_type: 'approval_instance',
				event_id: body.uuid,
				create_time: '2026-09-11T07:59:58.717Z',
				app_id: APP_ID,
				tenant_key: '736588c9260f175d',
				event: body.event,
			},
		});
	});

	it.each<[string, Post, EventSecrets]>([
		['1.0, encrypted', delivered(v1Event()), WITH_KEY],
		['2.0, with a token only', plain(messageEvent()), WITH_TOKEN],
		['2.0, without a check of the app', delivered(messageEvent()), { encryptKey: ENCRYPT_KEY }],
		['redelivered 7.1 hours later without a key', plain(messageEvent({ now: NOW - 7.1 * HOUR })), WITH_TOKEN],
		['redelivered 7.1 hours later, signed anew', delivered(messageEvent({ now: NOW - 7.1 * HOUR })), WITH_KEY],
		['an upper-case signature', upperCaseSignature(delivered(messageEvent())), WITH_KEY],
		['at the edge of the window', delivered(messageEvent(), NOW - HOUR), WITH_KEY],
		['from a clock that is ahead', delivered(messageEvent(), NOW + HOUR), WITH_KEY],
	])('is accepted: %s', (_name, post, secrets) => {
		expect(read(post, secrets)).toMatchObject({ kind: 'event' });
	});

	it('is a legacy card callback, although an Encrypt Key is set', () => {
		const received = read(legacyPost(), WITH_BOTH);
		expect(received).toMatchObject({
			kind: 'event',
			envelope: {
				event_type: 'card.action.trigger_v1',
				event_id: legacyCard.token,
				create_time: null,
				event: legacyCard,
			},
		});
	});
});

describe('anything else is refused', () => {
	const event = messageEvent();
	const good = delivered(event);
	const withHeader = (name: string, value: string) => ({ ...good, headers: { ...good.headers, [name]: value } });

	it.each<[string, Post, EventSecrets, RefusalReason]>([
		['no secrets', good, { appId: APP_ID }, 'not_configured'],
		['empty secrets', good, { encryptKey: '', verificationToken: '' }, 'not_configured'],
		['no signature', sealed(event), WITH_BOTH, 'signature'],
		['a signature with another key', signed(sealed(event), { key: 'guess' }), WITH_KEY, 'signature'],
		['another nonce', withHeader('x-lark-request-nonce', 'other'), WITH_KEY, 'signature'],
		['another timestamp', withHeader('x-lark-request-timestamp', String(NOW / 1000 - 1)), WITH_KEY, 'signature'],
		['a changed body', { ...good, body: Buffer.concat([good.body, Buffer.from(' ')]) }, WITH_KEY, 'signature'],
		['the body of another post', { ...good, body: sealed(event).body }, WITH_KEY, 'signature'],
		['signed, but encrypted with another key', signed(sealed(event, 'other key')), WITH_KEY, 'signature'],
		['older than the window', delivered(event, NOW - HOUR - 1000), WITH_KEY, 'stale'],
		['a day old', delivered(event, NOW - 24 * HOUR), WITH_KEY, 'stale'],
		['further ahead than the window', delivered(event, NOW + HOUR + 1000), WITH_KEY, 'stale'],
		['a plain body with an Encrypt Key', plain(event), WITH_BOTH, 'not_encrypted'],
		['a plain signed body with an Encrypt Key', signed(plain(event)), WITH_BOTH, 'not_encrypted'],
		['an encrypted body without an Encrypt Key', good, WITH_TOKEN, 'encrypt_key_missing'],
		['a wrong token', plain(messageEvent({ header: { token: 'guess' } })), WITH_TOKEN, 'verification_token'],
		['no token', plain(messageEvent({ header: { token: undefined } })), WITH_TOKEN, 'verification_token'],
		['a token that is no text', plain(messageEvent({ header: { token: [TOKEN] } })), WITH_TOKEN, 'verification_token'],
		['a wrong token of 1.0', plain(v1Event({ token: 'guess' })), WITH_TOKEN, 'verification_token'],
		['nine hours old without a key', plain(messageEvent({ now: NOW - 9 * HOUR })), WITH_TOKEN, 'stale'],
		['another app', delivered(messageEvent({ header: { app_id: 'cli_fedcba9876543210' } })), WITH_KEY, 'other_app'],
		['another app of 1.0', plain(v1Event({}, { app_id: 'cli_fedcba9876543210' })), WITH_TOKEN, 'other_app'],
		['no event type', delivered(messageEvent({ header: { event_type: '' } })), WITH_KEY, 'malformed'],
		['1.0 of an unknown kind', plain(v1Event({ type: 'something' })), WITH_TOKEN, 'malformed'],
		['no JSON', { ...good, body: Buffer.from('hello') }, WITH_KEY, 'malformed'],
		['nothing', { ...good, body: Buffer.alloc(0) }, WITH_KEY, 'malformed'],
		['an array', plain([event]), WITH_TOKEN, 'malformed'],
		['null', plain(null), WITH_TOKEN, 'malformed'],
		['a legacy card callback without signature', plain(legacyCard), WITH_BOTH, 'signature'],
		['a stale legacy card callback', legacyPost(NOW - 2 * HOUR), WITH_BOTH, 'stale'],
		['a legacy card callback, but no token to check it', legacyPost(), WITH_KEY, 'verification_token_missing'],
	])('%s', (_name, post, secrets, reason) => {
		expect(read(post, secrets)).toEqual({ kind: 'refused', reason });
	});

	it('with a narrower window when asked', () => {
		const post = delivered(event, NOW - 120_000);
		expect(read(post, WITH_KEY, { signatureWindowMs: 60_000 })).toEqual({ kind: 'refused', reason: 'stale' });
		expect(read(post, WITH_KEY, { signatureWindowMs: 180_000 })).toMatchObject({ kind: 'event' });
	});

	it('and no sentence tells a secret', () => {
		expect(Object.values(REFUSALS).join()).not.toMatch(new RegExp(`${ENCRYPT_KEY}|${TOKEN}`));
	});
});

describe('ten thousand malformed posts', () => {
	const anyValue = fc.anything({ maxDepth: 3 });
	const json = fc.oneof(
		fc.json(),
		fc.string(),
		anyValue.map((value) => JSON.stringify(value) ?? ''),
	);
	const keyed = fc
		.record(
			{
				schema: anyValue,
				header: anyValue,
				event: anyValue,
				encrypt: anyValue,
				type: fc.constantFrom('url_verification', 'event_callback', 7),
				token: anyValue,
				challenge: anyValue,
				ts: anyValue,
				uuid: anyValue,
				action: fc.object(),
				open_message_id: fc.string(),
			},
			{ requiredKeys: [] },
		)
		.map((value) => JSON.stringify(value));
	const secrets = fc.constantFrom(WITH_KEY, WITH_BOTH, WITH_TOKEN);
	const body = fc.oneof(
		json,
		keyed,
		keyed.map((inner) => JSON.stringify({ encrypt: encrypt(ENCRYPT_KEY, inner) })),
	);

	it('start nothing and throw nothing', () => {
		fc.assert(
			fc.property(
				body,
				secrets,
				fc.dictionary(fc.constantFrom('x-lark-signature', 'x-lark-request-timestamp'), fc.string()),
				(text, with_, headers) => {
					// A well-formed URL check may come out of this; it starts nothing.
					return readPost(Buffer.from(text), headers, with_, NOW).kind !== 'event';
				},
			),
			{ numRuns: 6000 },
		);
	});

	it('throw nothing when they are signed, either', () => {
		fc.assert(
			fc.property(body, (text) => {
				const post = signed({ body: Buffer.from(text), headers: {} });
				return ['refused', 'event', 'challenge'].includes(read(post, WITH_KEY).kind);
			}),
			{ numRuns: 4000 },
		);
	});
});

function upperCaseSignature(post: Post): Post {
	return {
		...post,
		headers: { ...post.headers, 'x-lark-signature': post.headers['x-lark-signature']?.toUpperCase() ?? '' },
	};
}
