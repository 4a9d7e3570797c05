import { type Fixture, first, PNG, startFixture } from '../../support/conformance/harness';
import { hushPlugin, plugin, pluginConfig } from '../../support/conformance/plugin';

/** The official plugin for chats as a client of the simulator: what it calls goes through as on the platform. */
describe('the official plugin', () => {
	let fixture: Fixture;
	let to: string;
	let cfg: ReturnType<typeof pluginConfig>;
	let person: string;

	beforeEach(hushPlugin);
	beforeAll(async () => {
		fixture = await startFixture({ rateLimits: false });
		cfg = pluginConfig(fixture.simulator);
		to = fixture.chatId;
		person = first(fixture.members);
	});
	afterAll(() => fixture.simulator.close());

	const message = (id: string) => fixture.simulator.store.im.messages.get(id);
	const said = async (text = 'hi') => (await plugin.send.sendMessageFeishu({ cfg, to, text })).messageId;
	const CARD = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'hello' }] } };

	it('writes, answers, answers in a thread, and mentions', async () => {
		const { messageId, chatId } = await plugin.send.sendMessageFeishu({ cfg, to, text: '**hi**\n- a' });
		expect([chatId, message(messageId)?.msg_type]).toEqual([to, 'post']);
		const reply = await plugin.send.sendMessageFeishu({ cfg, to, text: 'yes', replyToMessageId: messageId });
		expect(message(reply.messageId)).toMatchObject({ parent_id: messageId });
		const threaded = await plugin.send.sendMessageFeishu({
			cfg,
			to,
			text: 'there',
			replyToMessageId: messageId,
			replyInThread: true,
		});
		expect(message(threaded.messageId)?.thread_id).toMatch(/^omt_/);
		const mentions = [{ key: '@_user_1', openId: person, name: 'X', isBot: false }];
		expect((await plugin.send.sendMessageFeishu({ cfg, to, text: 'you', mentions })).messageId).toMatch(/^om_/);
	});

	it('writes to a person', async () => {
		const { messageId } = await plugin.send.sendMessageFeishu({ cfg, to: person, text: 'hi' });
		expect(fixture.simulator.store.im.chats.get(message(messageId)?.chat_id ?? '')?.chat_type).toBe('p2p');
	});

	it('writes in several languages', async () => {
		const i18nTexts = { zh_cn: '你好', en_us: 'hello' };
		expect((await plugin.send.sendMessageFeishu({ cfg, to, text: '', i18nTexts })).messageId).toMatch(/^om_/);
		const card = plugin.send.buildI18nMarkdownCard(i18nTexts);
		expect((await plugin.send.sendCardFeishu({ cfg, to, card })).messageId).toMatch(/^om_/);
	});

	it('sends cards and changes them; edits what it wrote', async () => {
		const { messageId } = await plugin.send.sendCardFeishu({ cfg, to, card: CARD });
		await plugin.send.updateCardFeishu({ cfg, messageId, card: plugin.send.buildMarkdownCard('changed') });
		expect(JSON.stringify(message(messageId)?.card)).toContain('changed');
		expect((await plugin.send.sendMarkdownCardFeishu({ cfg, to, text: '# T' })).messageId).toMatch(/^om_/);
		const written = await said();
		await plugin.send.editMessageFeishu({ cfg, messageId: written, text: 'better' });
		expect(message(written)?.edits).toBe(1);
	});

	it('streams a card', async () => {
		const card = {
			schema: '2.0',
			config: { streaming_mode: true },
			body: { elements: [{ tag: 'markdown', content: '', element_id: 'content' }] },
		};
		const cardId = (await plugin.cardkit.createCardEntity({ cfg, card })) ?? '';
		const { messageId } = await plugin.cardkit.sendCardByCardId({ cfg, to, cardId });
		await plugin.cardkit.streamCardContent({ cfg, cardId, elementId: 'content', content: 'Hel', sequence: 1 });
		await plugin.cardkit.streamCardContent({ cfg, cardId, elementId: 'content', content: 'Hello', sequence: 2 });
		expect(JSON.stringify(message(messageId)?.card)).toContain('Hello');
		await plugin.cardkit.updateCardKitCard({ cfg, cardId, card: CARD, sequence: 4 });
		expect(JSON.stringify(message(messageId)?.card)).toContain('hello');
	});

	it('ends a streamed answer, which it does without `config` around its settings', async () => {
		const card = { ...CARD, config: { streaming_mode: true } };
		const cardId = (await plugin.cardkit.createCardEntity({ cfg, card })) ?? '';
		const { messageId } = await plugin.cardkit.sendCardByCardId({ cfg, to, cardId });
		await plugin.cardkit.setCardStreamingMode({ cfg, cardId, streamingMode: false, sequence: 1 });
		expect(message(messageId)?.card).toMatchObject({ config: { streaming_mode: false } });
	});

	it('looks up what was written', async () => {
		const messageId = await said('look **here**');
		const found = await plugin.lookup.getMessageFeishu({ cfg, messageId });
		expect(found).toMatchObject({ messageId, chatId: to, contentType: 'post' });
		expect(found?.content).toContain('here');
		const { messageId: cardId } = await plugin.send.sendCardFeishu({ cfg, to, card: CARD });
		expect((await plugin.lookup.getMessageFeishu({ cfg, messageId: cardId }))?.content).toContain('hello');
		expect(await plugin.lookup.getMessageFeishu({ cfg, messageId: 'om_none' })).toBeNull();
	});

	it('reacts, counts reactions and takes its own back', async () => {
		const messageId = await said();
		const { reactionId } = await plugin.reactions.addReactionFeishu({ cfg, messageId, emojiType: 'THUMBSUP' });
		expect(await plugin.reactions.listReactionsFeishu({ cfg, messageId })).toMatchObject([
			{ reactionId, emojiType: 'THUMBSUP', operatorType: 'app' },
		]);
		await plugin.reactions.removeReactionFeishu({ cfg, messageId, reactionId });
		expect(await plugin.reactions.listReactionsFeishu({ cfg, messageId })).toEqual([]);
	});

	it('forwards', async () => {
		const { messageId } = await plugin.forward.forwardMessageFeishu({ cfg, messageId: await said(), to: person });
		expect(messageId).toMatch(/^om_/);
	});

	it('uploads, sends and downloads files and pictures', async () => {
		const { imageKey } = await plugin.media.uploadImageLark({ cfg, image: PNG });
		const image = await plugin.media.sendImageLark({ cfg, to, imageKey });
		const down = await plugin.media.downloadMessageResourceFeishu({
			cfg,
			messageId: image.messageId,
			fileKey: imageKey,
			type: 'image',
		});
		expect(down.buffer).toEqual(PNG);
		const file = Buffer.from('words');
		const { fileKey } = await plugin.media.uploadFileLark({ cfg, file, fileName: 'a.txt', fileType: 'stream' });
		const sent = await plugin.media.sendFileLark({ cfg, to, fileKey });
		const got = await plugin.media.downloadMessageResourceFeishu({
			cfg,
			messageId: sent.messageId,
			fileKey,
			type: 'file',
		});
		expect([got.buffer.toString(), got.fileName]).toEqual(['words', 'a.txt']);
	});

	it('runs a group: name, members in and out, the list', async () => {
		const { data } = await fixture.http.post('/open-apis/im/v1/chats', { name: 'Own', user_id_list: [person] });
		const chatId = String(data.chat_id);
		await plugin.chat.updateChatFeishu({ cfg, chatId, name: 'Renamed' });
		const memberIds = [fixture.members[1] ?? ''];
		await plugin.chat.addChatMembersFeishu({ cfg, chatId, memberIds });
		const listed = await plugin.chat.listChatMembersFeishu({ cfg, chatId });
		expect(listed.members.map(({ memberId }) => memberId).sort()).toEqual([person, ...memberIds].sort());
		await plugin.chat.removeChatMembersFeishu({ cfg, chatId, memberIds });
		expect(fixture.simulator.store.im.chats.get(chatId)).toMatchObject({ name: 'Renamed', members: [person] });
	});

	it.each<[string, () => Promise<unknown>]>([
		['a message that is not there', () => plugin.send.editMessageFeishu({ cfg, messageId: 'om_none', text: 'x' })],
		['a receiver that is not there', () => plugin.send.sendMessageFeishu({ cfg, to: 'ou_nobody', text: 'x' })],
		[
			'a wrong card',
			() => plugin.send.sendCardFeishu({ cfg, to, card: { schema: '2.0', body: { elements: [{ tag: 'dance' }] } } }),
		],
		[
			'an unknown emoji',
			async () => plugin.reactions.addReactionFeishu({ cfg, messageId: await said(), emojiType: 'NOPE' }),
		],
	])('is refused: %s', async (_name, call) => {
		await expect(call()).rejects.toThrow();
	});
});
