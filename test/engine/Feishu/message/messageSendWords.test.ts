/** Message → Send: texts, posts and cards, as they then stand in the chat. */
import { DEMO_TEMPLATE } from '../../../../simulator';
import { byEmail, byId, list, usePlatform } from '../../../support/engine';
import { mention, senderOf } from '../../../support/engine/sender';

const platform = usePlatform();
const { send, sent, wireContent } = senderOf(platform);

describe('text', () => {
	test('stands in the chat word for word', async () => {
		const text = '  第一行\n"quoted" \\ <b>bold</b> 🎉 {{ not an expression }}\n';
		const { message, content } = await sent({ text });
		expect(content).toEqual({ text });
		expect(message).toMatchObject({ chat_id: platform.chat.chat_id, msg_type: 'text', sender: { sender_type: 'app' } });
		expect(platform.messages().at(-1)).toBe(message);
	});

	test('is simplified unless asked otherwise', async () => {
		const { json, message } = await sent({ text: 'Hello' });
		expect(json).toEqual({
			message_id: message.message_id,
			chat_id: platform.chat.chat_id,
			msg_type: 'text',
			text: 'Hello',
			content: { text: 'Hello' },
			sender_id: platform.simulator.appId,
			sender_type: 'app',
			create_time: new Date(message.create_time).toISOString(),
			deleted: false,
		});
		const raw = await sent({ text: 'Hello', simple: false });
		expect(raw.json).toMatchObject({
			body: { content: '{"text":"Hello"}' },
			sender: { id_type: 'app_id' },
			updated: false,
		});
	});

	test('mentions people by any ID, by e-mail address, and everyone', async () => {
		const [a, b, c, d] = platform.users;
		const { message, content } = await sent({
			text: 'look',
			...mention(
				{ who: 'everyone' },
				{ who: 'person', user: byId(a?.open_id ?? '') },
				{ who: 'person', user: byId(b?.union_id ?? '') },
				{ who: 'person', user: byId(c?.user_id ?? '') },
				{ who: 'person', user: byEmail(d?.email ?? '') },
			),
		});
		expect(content.text).toBe('@_all @_user_1 @_user_2 @_user_3 @_user_4 look');
		expect(message.mentions.map(({ open_id }) => open_id)).toEqual([a, b, c, d].map((user) => user?.open_id));
	});

	test('may be mentions alone', async () => {
		for (const text of ['', '={{ "" }}']) {
			const { content } = await sent({ text, ...mention({ who: 'everyone' }) });
			expect(content).toEqual({ text: '@_all' });
			platform.reset();
		}
	});

	test('up to 150 KB goes out, more is refused before any call', async () => {
		const limit = 150 * 1024 - '{"text":""}'.length;
		const { content } = await sent({ text: 'x'.repeat(limit) });
		expect(content.text).toHaveLength(limit);
		platform.reset();
		const { error } = await send({ text: 'x'.repeat(limit + 1) });
		expect(error?.message).toBe("The content of 'Text' has 150.1 KB; Feishu takes at most 150 KB");
		expect(platform.simulator.requests).toEqual([]);
	});
});

describe('post', () => {
	test('from Markdown, with title and mentions', async () => {
		const { message, content } = await sent({
			messageType: 'post',
			postTitle: 'Weekly report',
			postMarkdown: '**Revenue** is up\n- 12 %',
			...mention({ who: 'person', user: list(platform.user.open_id) }),
		});
		expect(message.msg_type).toBe('post');
		expect(wireContent()).toEqual({
			zh_cn: {
				title: 'Weekly report',
				content: [
					[{ tag: 'at', user_id: platform.user.open_id }],
					[{ tag: 'md', text: '**Revenue** is up\n\n- 12 %' }],
				],
			},
		});
		expect(content.title).toBe('Weekly report');
		expect(message.mentions.map(({ open_id }) => open_id)).toEqual([platform.user.open_id]);
	});

	test.each([
		['bare', (post: object) => post],
		['inside post, as custom bots want it', (post: object) => ({ post })],
	])('from JSON, %s', async (_, wrap) => {
		const post = {
			en_us: {
				title: 'Title',
				content: [
					[
						{ tag: 'text', text: 'Hello' },
						{ tag: 'a', text: 'link', href: 'https://example.com' },
					],
				],
			},
		};
		await sent({ messageType: 'post', postFormat: 'json', postJson: JSON.stringify(wrap(post)) });
		expect(wireContent()).toEqual(post);
	});

	test('from an expression that gives an object', async () => {
		const post = { zh_cn: { title: 'T', content: [[{ tag: 'text', text: 'from the item' }]] } };
		await sent({ messageType: 'post', postFormat: 'json', postJson: '={{ $json.post }}' }, [{ json: { post } }]);
		expect(wireContent()).toEqual(post);
	});
});

const CARD_1 = {
	config: { wide_screen_mode: true },
	header: { title: { tag: 'plain_text', content: 'One' } },
	elements: [{ tag: 'div', text: { tag: 'lark_md', content: '**1.0**' } }],
};
const CARD_2 = {
	schema: '2.0',
	header: { title: { tag: 'plain_text', content: 'Two' } },
	body: { elements: [{ tag: 'markdown', content: '**2.0**' }] },
};

describe('card', () => {
	test.each([
		['JSON 1.0', CARD_1, CARD_1],
		['JSON 2.0', CARD_2, CARD_2],
		['as the body of a custom bot', { msg_type: 'interactive', card: CARD_2 }, CARD_2],
		['as a message with content as text', { msg_type: 'interactive', content: JSON.stringify(CARD_1) }, CARD_1],
		['as the card builder exports it', { name: 'card', dsl: CARD_2, variables: [] }, CARD_2],
	])('%s', async (_, entered, expected) => {
		const { message } = await sent({ messageType: 'cardJson', cardJson: JSON.stringify(entered) });
		expect(message.msg_type).toBe('interactive');
		expect(wireContent()).toEqual(expected);
		expect(message.card).toEqual(expected);
	});

	test.each([
		['1.0', CARD_1, (card: typeof CARD_1 & typeof CARD_2) => card.elements],
		['2.0', CARD_2, (card: typeof CARD_1 & typeof CARD_2) => card.body.elements],
	])('JSON %s with mentions at its beginning', async (_, card, elements) => {
		await sent({
			messageType: 'cardJson',
			cardJson: JSON.stringify(card),
			...mention({ who: 'everyone' }, { who: 'person', user: byId(platform.user.open_id) }),
		});
		const found = elements(wireContent() as never);
		expect(found).toHaveLength(2);
		expect(found[0]).toEqual({ tag: 'markdown', content: `<at id=all></at> <at id=${platform.user.open_id}></at>` });
	});

	test('by template, with version and variables', async () => {
		const { message } = await sent(
			{
				messageType: 'cardTemplate',
				templateId: DEMO_TEMPLATE,
				templateVersion: '1.0.1',
				templateVariables: '={{ { title: $json.title, content: "Text", owner: "Zhang" } }}',
			},
			[{ json: { title: 'Filled in' } }],
		);
		expect(wireContent()).toEqual({
			type: 'template',
			data: {
				template_id: DEMO_TEMPLATE,
				template_version_name: '1.0.1',
				template_variable: { title: 'Filled in', content: 'Text', owner: 'Zhang' },
			},
		});
		expect(message.card).toMatchObject({ header: { title: { content: 'Filled in' } } });
	});
});

describe('system divider', () => {
	const divider = { messageType: 'system', dividerText: 'New conversation' };

	test('stands in the chat with one person, in their language', async () => {
		const { message } = await sent({
			...divider,
			sendTo: 'user',
			user: byEmail(platform.user.email),
			dividerLanguages: '{"zh-CN": "新对话"}',
			dividerClears: true,
		});
		expect(message.msg_type).toBe('system');
		expect(wireContent()).toEqual({
			type: 'divider',
			params: { divider_text: { text: 'New conversation', i18n_text: { zh_CN: '新对话' } } },
			options: { need_rollup: true },
		});
	});

	test.each([
		[
			'of its own, by the platform’s words',
			230027,
			'Lack of necessary permissions, ext=need scope: im:message:send_sys_msg.',
		],
		['which the platform does not name', 230027, 'Lack of necessary permissions'],
		['of which the platform names none', 99991672, 'Access denied.'],
	])('says which scope it needs when one is missing (%s)', async (_which, code, msg) => {
		const path = '/open-apis/im/v1/messages';
		platform.simulator.faults.add({ path, times: 1, action: { type: 'code', http: 400, code, msg } });
		const { error } = await send({ ...divider, sendTo: 'user', user: byEmail(platform.user.email) });
		const said = `${error?.message} ${error?.description}`;
		expect(said.match(/im:message:send_sys_msg/g)).toHaveLength(1);
		platform.simulator.faults.add({ path, times: 1, action: { type: 'code', http: 400, code, msg: 'denied' } });
		const text = await send({ messageType: 'text', text: 'x' });
		expect(`${text.error?.message} ${text.error?.description}`).not.toContain('send_sys_msg');
	});

	test('is refused in a group by the platform, and when it is too long before any call', async () => {
		expect((await send(divider)).error).toBeDefined();
		platform.reset();
		const { error } = await send({ ...divider, dividerText: '这是一条很长的分隔线文字' });
		expect(error?.message).toContain('The text of the divider is too long');
		expect(platform.simulator.requests).toEqual([]);
	});
});

describe('a post in several languages', () => {
	test('has the mentions and the words of each', async () => {
		await sent({
			messageType: 'post',
			postTitle: '周报',
			postMarkdown: '**好**',
			postLanguages: '{"en-US": {"title": "Report", "markdown": "**Good**"}}',
			...mention({ who: 'everyone' }),
		});
		const everyone = [{ tag: 'at', user_id: 'all' }];
		expect(wireContent()).toEqual({
			zh_cn: { title: '周报', content: [everyone, [{ tag: 'md', text: '**好**' }]] },
			en_us: { title: 'Report', content: [everyone, [{ tag: 'md', text: '**Good**' }]] },
		});
	});

	test.each([
		['{"xx": {"markdown": "x"}}', 'has an unknown language: xx'],
		['{"en_us": {}}', 'has nothing for en_us'],
	])('is refused with %s', async (postLanguages, words) => {
		const { error } = await send({ messageType: 'post', postMarkdown: 'x', postLanguages });
		expect(error?.message).toContain(words);
		expect(platform.simulator.requests).toEqual([]);
	});
});
