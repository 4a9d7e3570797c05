import { createLarkChannel, type LarkChannel, type NormalizedMessage } from '@larksuiteoapi/node-sdk';
import { type Fixture, first, SilentLogger, startFixture } from '../../support/conformance/harness';

/** The official SDK's channel, which hears and writes as a bot does, over the long connection of the simulator. */
describe('the channel of the official SDK', () => {
	let fixture: Fixture;
	let channel: LarkChannel;
	let person: string;

	beforeAll(async () => {
		fixture = await startFixture({ rateLimits: false });
		person = first(fixture.members);
		const { appId, appSecret, url } = fixture.simulator;
		channel = createLarkChannel({ appId, appSecret, domain: url, logger: SilentLogger });
		await channel.connect();
	});
	afterAll(async () => {
		await channel.disconnect();
		await fixture.simulator.close();
	});

	const message = (id: string) => fixture.simulator.store.im.messages.get(id);
	/** A person writes; gives what the channel makes of it. */
	const write = async (body: object) => {
		const heard = new Promise<NormalizedMessage>((resolve) => channel.on('message', resolve));
		await fixture.http.admin('POST', `/chats/${fixture.chatId}/messages`, { open_id: person, ...body });
		return await heard;
	};

	it('hears a text that names the bot', async () => {
		const received = await write({ text: '@n8n Bot hello' });
		expect(received).toMatchObject({ chatId: fixture.chatId, senderId: person, mentionedBot: true });
		expect(received.content).toContain('hello');
	});

	it('writes text, Markdown and cards, edits, reacts, recalls', async () => {
		const to = fixture.chatId;
		const { messageId } = await channel.send(to, { text: 'hi' });
		expect(message(messageId)?.msg_type).toBe('text');
		expect((await channel.send(to, { markdown: '**hi**\n- a' })).messageId).toMatch(/^om_/);
		const card = { schema: '2.0', body: { elements: [{ tag: 'hr' }] } };
		const sent = await channel.send(to, { card });
		await channel.updateCard(sent.messageId, { ...card, body: { elements: [] } });
		expect(message(sent.messageId)?.updated).toBe(true);
		await channel.editMessage(messageId, 'better');
		expect(message(messageId)?.edits).toBe(1);
		const reaction = await channel.addReaction(messageId, 'OK');
		await channel.removeReaction(messageId, reaction);
		await channel.recallMessage(messageId);
		expect(message(messageId)?.deleted).toBe(true);
	});

	it('streams an answer', async () => {
		const { messageId } = await channel.stream(fixture.chatId, {
			markdown: async (writer) => {
				await writer.append('good ');
				await writer.append('morning');
			},
		});
		expect(JSON.stringify(message(messageId))).toContain('good morning');
	});

	it('reads a group', async () => {
		expect(await channel.getChatInfo(fixture.chatId)).toMatchObject({ name: expect.any(String) });
	});
});
