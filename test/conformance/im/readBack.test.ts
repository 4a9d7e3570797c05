/** Messages are not read as they were sent: Markdown has become nodes, cards are reduced, styles of texts are gone. */
import { type Fixture, PNG, type Reply, startFixture } from '../../support/conformance/harness';

const MESSAGES = '/open-apis/im/v1/messages';

describe('what is read', () => {
	let fixture: Fixture;
	beforeEach(async () => {
		fixture = await startFixture();
	});
	afterEach(() => fixture.simulator.close());

	const item = ({ data }: Reply) => (data.items as Array<{ body: { content: string }; mentions?: object[] }>)[0];
	async function read(type: string, content: object, query = '') {
		const sent = await fixture.http.send(fixture.chatId, type, content);
		expect(sent.code).toBe(0);
		const message = item(await fixture.http.get(`${MESSAGES}/${String(sent.data.message_id)}${query}`));
		return { content: JSON.parse(message?.body.content ?? '') as Record<string, unknown>, mentions: message?.mentions };
	}
	const upload = async () => {
		const form = new FormData();
		form.set('image_type', 'message');
		form.set('image', new Blob([new Uint8Array(PNG)]), 'a.png');
		return String((await fixture.http.post('/open-apis/im/v1/images', form)).data.image_key);
	};
	const card = (...elements: object[]) => ({ elements });
	const words = (text: string, ...style: string[]) => ({ tag: 'text', text, ...(style.length > 0 && { style }) });
	const markdown = (content: string) => ({ tag: 'lark_md', content });
	const plain = (content: string) => ({ tag: 'plain_text', content });

	it('of the Markdown of a post are nodes, line by line', async () => {
		const [person] = fixture.members;
		const text = `**b** [l](https://x.y)\n- a ~~b~~\n<at user_id="${person}"></at>\n---\n\`\`\`ts\nlet a;\n\`\`\``;
		const { content, mentions } = await read('post', {
			zh_cn: { title: 'T', content: [[{ tag: 'text', text: 'x' }], [{ tag: 'md', text }]] },
		});
		expect(content).toEqual({
			title: 'T',
			content: [
				[{ tag: 'text', text: 'x', style: [] }],
				[
					{ tag: 'text', text: 'b', style: ['bold'] },
					{ tag: 'text', text: ' ', style: [] },
					{ tag: 'a', text: 'l', href: 'https://x.y', style: [] },
				],
				[
					{ tag: 'text', text: '- a ', style: [] },
					{ tag: 'text', text: 'b', style: ['lineThrough'] },
				],
				[expect.objectContaining({ tag: 'at', user_id: '@_user_1' })],
				[{ tag: 'hr' }],
				[{ tag: 'code_block', language: 'ts', text: 'let a;' }],
			],
		});
		expect(mentions).toEqual([expect.objectContaining({ key: '@_user_1', id: person })]);
	});

	it('of a text are its words without the tags of styles', async () => {
		expect((await read('text', { text: '<b>bold</b> and <u>so</u> on' })).content).toEqual({ text: 'bold and so on' });
	});

	it('of a card are rows with links, people and what can be chosen', async () => {
		const [person] = fixture.members;
		const select = { tag: 'select_static', placeholder: plain('Who'), options: [{ text: plain('Ann'), value: 'a' }] };
		const { content, mentions } = await read('interactive', {
			...card(
				{ tag: 'div', text: markdown(`[飞书](https://www.feishu.cn) **粗** <at id=${person}></at>`), extra: select },
				{ tag: 'div', text: plain('**as it is**') },
			),
		});
		expect(content.elements).toEqual([
			[
				{ tag: 'a', text: '飞书', href: 'https://www.feishu.cn' },
				words(' '),
				words('粗', 'bold'),
				words(' '),
				expect.objectContaining({ tag: 'at', user_id: '@_user_1' }),
				{ tag: 'select_static', options: ['Ann'], placeholder: 'Who' },
			],
			[words('**as it is**')],
		]);
		expect(mentions).toEqual([expect.objectContaining({ key: '@_user_1' })]);
	});

	it('of a card are pictures with their titles, and what is picked and hidden in menus', async () => {
		const picture = await upload();
		const { content } = await read('interactive', {
			...card(
				{ tag: 'img', img_key: picture, alt: plain(''), title: plain('A picture') },
				{
					tag: 'action',
					actions: [
						{ tag: 'overflow', options: [{ text: plain('Delete'), value: 'd' }] },
						{ tag: 'date_picker', initial_date: '2026-01-01', placeholder: plain('When') },
					],
				},
			),
		});
		expect(content.elements).toEqual([
			[words('A picture'), { tag: 'img', image_key: picture }],
			[
				{ tag: 'overflow', options: ['Delete'] },
				{ tag: 'date_picker', initial_date: '2026-01-01', placeholder: 'When' },
			],
		]);
	});

	it('of a picture in Markdown is a node', async () => {
		const picture = await upload();
		const { content } = await read('post', {
			zh_cn: { title: '', content: [[{ tag: 'md', text: `see ![it](${picture})` }]] },
		});
		expect(content.content).toEqual([
			[
				{ tag: 'text', text: 'see ', style: [] },
				{ tag: 'img', image_key: picture },
			],
		]);
	});

	it.each([
		['unread', '', false],
		['words', '', true],
		['unread', '?card_msg_content_type=user_card_content', true],
	])('of a newer card, %s%s', async (newCards, query, hasWords) => {
		await fixture.http.admin('PUT', '/settings', { newCards });
		const newer = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'Hello' }] } };
		const { content } = await read('interactive', newer, query);
		expect(JSON.stringify(content).includes('Hello')).toBe(hasWords);
	});
});
