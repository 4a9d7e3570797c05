import { encrypt, signature } from '../../../simulator/events/crypto';
import { type Fixture, first, startFixture } from '../../support/conformance/harness';
import { type Receiver, startReceiver } from '../../support/conformance/receiver';

const TYPES = ['im.message.receive_v1', 'im.message.reaction.created_v1', 'approval_instance'];

describe('pushed events read by the dispatcher of the official SDK', () => {
	let fixture: Fixture;
	const receivers: Receiver[] = [];

	beforeEach(async () => {
		fixture = await startFixture({ encryptKey: 'fake encrypt key', verificationToken: 'fake-verification-token' });
	});
	afterEach(async () => {
		await fixture.simulator.close();
		for (const receiver of receivers.splice(0)) await receiver.close();
	});

	const connect = async (encrypted: boolean) => {
		const receiver = await startReceiver({ types: TYPES, ...(encrypted && { encryptKey: 'fake encrypt key' }) });
		receivers.push(receiver);
		await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, {
			event_url: receiver.url,
			...(encrypted ? {} : { encrypt_key: null }),
		});
		return receiver;
	};

	it.each([true, false])('a message written by a person arrives (encrypted: %s)', async (encrypted) => {
		const receiver = await connect(encrypted);
		const openId = first(fixture.members);
		await fixture.http.admin('POST', `/chats/${fixture.chatId}/messages`, {
			open_id: openId,
			text: '@n8n Bot 你好 @Bob Martin',
		});
		await fixture.simulator.push.idle();
		expect(receiver.received).toHaveLength(1);
		expect(receiver.received[0]).toMatchObject({
			event_type: 'im.message.receive_v1',
			app_id: fixture.simulator.appId,
			token: 'fake-verification-token',
			sender: { sender_id: { open_id: openId }, sender_type: 'user' },
			message: {
				chat_id: fixture.chatId,
				chat_type: 'group',
				message_type: 'text',
				content: '{"text":"@_user_1 你好 @_user_2"}',
				mentions: [
					{ name: 'n8n Bot', mentioned_type: 'bot' },
					{ name: 'Bob Martin', mentioned_type: 'user' },
				],
			},
		});
		expect(first(fixture.simulator.push.deliveries)).toMatchObject({
			status: 'delivered',
			attempts: [{ status: 200 }],
		});
	});

	it('a reaction arrives', async () => {
		const receiver = await connect(true);
		const messageId = await fixture.http.text(fixture.chatId, 'react to me');
		await fixture.http.admin('POST', `/messages/${messageId}/reactions`, {
			open_id: first(fixture.members),
			emoji_type: 'SMILE',
		});
		await fixture.simulator.push.idle();
		expect(receiver.received[0]).toMatchObject({
			message_id: messageId,
			reaction_type: { emoji_type: 'SMILE' },
			operator_type: 'user',
			user_id: { open_id: first(fixture.members) },
		});
	});

	it('an event of the first version arrives', async () => {
		const receiver = await connect(true);
		fixture.simulator.push.event(
			fixture.simulator.appId,
			'approval_instance',
			{ instance_code: 'X1', status: 'APPROVED' },
			{ schema: '1.0' },
		);
		await fixture.simulator.push.idle();
		expect(receiver.received[0]).toMatchObject({
			type: 'event_callback',
			uuid: expect.stringMatching(/^[0-9a-f]{32}$/),
			instance_code: 'X1',
			app_id: fixture.simulator.appId,
		});
	});

	it.each([true, false])('the challenge of the URL is answered (encrypted: %s)', async (encrypted) => {
		await connect(encrypted);
		expect(await fixture.http.admin('POST', `/apps/${fixture.simulator.appId}/verify-url`)).toMatchObject({
			ok: true,
			status: 200,
		});
	});

	it('a forged event is refused by the dispatcher, the same one with its signature is not', async () => {
		const receiver = await connect(true);
		const body = JSON.stringify({
			encrypt: encrypt(
				JSON.stringify({ schema: '2.0', header: { event_type: 'im.message.receive_v1' }, event: {} }),
				'fake encrypt key',
			),
		});
		const post = (sign: string) =>
			fetch(receiver.url, {
				method: 'POST',
				body,
				headers: { 'x-lark-request-timestamp': '1700000000', 'x-lark-request-nonce': 'n', 'x-lark-signature': sign },
			}).then((response) => response.text());
		await post(signature('1700000000', 'n', 'another key', body));
		expect(receiver.received).toHaveLength(0);
		await post(signature('1700000000', 'n', 'fake encrypt key', body));
		expect(receiver.received).toHaveLength(1);
	});
});
