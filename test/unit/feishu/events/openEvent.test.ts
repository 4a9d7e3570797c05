import { openEvent } from '../../../../feishu/events/openEvent';
import type { EventSecrets } from '../../../../feishu/events/readPost';
import { APP_ID, encrypt, ENCRYPT_KEY, messageEvent, TOKEN } from '../../../support/events';

const sealed = (body: object) => ({ encrypt: encrypt(ENCRYPT_KEY, JSON.stringify(body)) });
const both: EventSecrets = { encryptKey: ENCRYPT_KEY, verificationToken: TOKEN, appId: APP_ID };
const keyOnly: EventSecrets = { encryptKey: ENCRYPT_KEY, appId: APP_ID };
const tokenOnly: EventSecrets = { verificationToken: TOKEN, appId: APP_ID };
const neither: EventSecrets = { appId: APP_ID };
const forged = messageEvent({ header: { token: 'another token' } });
const legacyCard = { open_message_id: 'om_1', open_id: 'ou_1', token: 'c-1', action: { tag: 'button', value: {} } };

it.each<[string, object, EventSecrets, string]>([
	['encrypted, with both secrets', sealed(messageEvent()), both, 'token'],
	['encrypted, with the key alone', sealed(messageEvent()), keyOnly, 'encryption'],
	['plain, with the token', messageEvent(), tokenOnly, 'token'],
	['plain with the right token, where a key is set too', messageEvent(), both, 'token'],
	['plain, where nothing can be compared', messageEvent(), neither, 'nothing'],
])('reads an event %s', (_, body, secrets, verifiedBy) => {
	expect(openEvent({ ...body }, secrets)).toMatchObject({
		kind: 'event',
		verifiedBy,
		envelope: { event_type: 'im.message.receive_v1', app_id: APP_ID },
		raw: messageEvent(),
	});
});

it.each<[string, object, EventSecrets, string]>([
	['a forged token, encrypted', sealed(forged), both, 'verification_token'],
	['a forged token', forged, tokenOnly, 'verification_token'],
	['a plain event where only a key is set', messageEvent(), keyOnly, 'not_encrypted'],
	['an encrypted event without a key', sealed(messageEvent()), tokenOnly, 'encrypt_key_missing'],
	['another key', { encrypt: encrypt('another key', '{}') }, both, 'signature'],
	['what is no cipher text', { encrypt: 'AAAA' }, both, 'signature'],
	['another app', messageEvent({ header: { app_id: 'cli_other' } }), tokenOnly, 'other_app'],
	['no event', { hello: 'world' }, tokenOnly, 'malformed'],
	['a card callback of the old kind, which only its signature proves', legacyCard, tokenOnly, 'signature'],
	[
		'a challenge with a forged token',
		{ type: 'url_verification', challenge: 'c', token: 'x' },
		both,
		'verification_token',
	],
])('refuses %s', (_, body, secrets, reason) => {
	expect(openEvent({ ...body }, secrets)).toEqual({ kind: 'refused', reason });
});

it('gives the challenge, plain and encrypted', () => {
	const body = { type: 'url_verification', challenge: 'c-123', token: TOKEN };
	expect(openEvent(body, both)).toEqual({ kind: 'challenge', challenge: 'c-123' });
	expect(openEvent(sealed(body), both)).toEqual({ kind: 'challenge', challenge: 'c-123' });
});

it('reads a card callback of the old kind where nothing can be compared', () => {
	expect(openEvent(legacyCard, neither)).toMatchObject({ kind: 'event', verifiedBy: 'nothing' });
});
