import { type Fixture, first, startFixture } from '../../support/conformance/harness';

type Json = Record<string, unknown>;

const plain = (content = 'x') => ({ tag: 'plain_text', content });
const second = (...elements: unknown[]) => ({ schema: '2.0', body: { elements } });
const older = (...elements: unknown[]) => ({ elements });
const button = (more: Json = {}) => ({ tag: 'button', text: plain('Go'), ...more });
const submit = button({ name: 'ok', form_action_type: 'submit' });
const form = (...elements: unknown[]) => ({ tag: 'form', name: 'f', elements: [...elements, submit] });
const opening = (default_url: string) => button({ behaviors: [{ type: 'open_url', default_url }] });
const markdown = (content: string) => ({ tag: 'markdown', content });
const table = (more: Json) => ({ tag: 'table', columns: [{ name: 'a', data_type: 'text' }], rows: [], ...more });
const options = (...values: string[]) => values.map((value) => ({ value, text: plain(value) }));
const GRID = '|a|\n|-|\n|1|\n\n';

/** What the pages of cards say beside the forms of their properties, in both directions. */
describe('cards as the pages have them', () => {
	let fixture: Fixture;
	let person: string;
	beforeAll(async () => {
		fixture = await startFixture();
		person = first(fixture.members);
	});
	afterAll(() => fixture.simulator.close());
	afterEach(() => settings({ requiredInCards: 'samples', unknownCardValues: 'refused', cardTables: 'together' }));

	const settings = (change: Json) => fixture.http.admin('PUT', '/settings', change);
	const send = (card: unknown) => fixture.http.send(fixture.chatId, 'interactive', card);
	const codeOf = async (card: unknown) => {
		const { code, msg } = await send(card);
		return code === 0 ? 0 : Number(/ErrCode: (\d+)/.exec(msg)?.[1] ?? code);
	};
	const image = () => {
		const key = 'img_v3_page';
		fixture.simulator.store.im.images.set(key, {
			key,
			name: 'a.png',
			bytes: Buffer.from(''),
			content_type: 'image/png',
		} as never);
		return key;
	};

	it.each<[string, unknown]>([
		['another scheme', second(opening('mailto:a@b.c'))],
		['the client’s own scheme', second(opening('lark://client/chat'))],
		['an address with blanks', second(opening('https://a.com/?t=31/12/2014 23:59'))],
		['another scheme in JSON 1.0', older({ tag: 'action', actions: [button({ url: 'weixin://x' })] })],
		['a link of the card for one device', { ...second(), card_link: { pc_url: 'https://a.com' } }],
		['an address that runs into words', second(markdown('详情见https://a.com/b中文'))],
		['an unknown type of a button', second(button({ type: 'warning' }))],
		['an unknown type of a column', second(table({ columns: [{ name: 'a', data_type: 'link' }] }))],
		['an unknown width', { ...second(), config: { width_mode: 'huge' } }],
		['too much weight', second({ tag: 'column_set', columns: [{ tag: 'column', weight: 9, elements: [] }] })],
		['a page of 20 rows', second(table({ page_size: 20 }))],
		['no lines', second({ tag: 'person_list', persons: [], lines: 0 })],
		['pictures in no order', second({ tag: 'img_combination', img_list: [] })],
		['pictures in an unknown order', second({ tag: 'img_combination', combination_mode: 'x', img_list: [] })],
		['a text among the elements', second(plain())],
		['an icon among the elements', second({ tag: 'standard_icon', token: 'x' })],
		['a column among the elements', second({ tag: 'column', elements: [] })],
		['a text among columns', second({ tag: 'column_set', columns: [markdown('x')] })],
		['Markdown as title', { ...second(), header: { title: markdown('x') } }],
		['the card builder’s own tag', second({ tag: 'repeat', elements: [] })],
		['several choices outside a form', second({ tag: 'multi_select_static', options: options('a') })],
		['several people outside a form', second({ tag: 'multi_select_person', options: [] })],
		['two choices of one value', second({ tag: 'select_static', options: options('a', 'a') })],
		['a size that has gone', second({ tag: 'img', img_key: 'img_v3_page', size: 'stretch_without_padding' })],
		['a chart in a container of JSON 1.0', older({ tag: 'interactive_container', elements: [{ tag: 'chart' }] })],
		['a text directly in a form of JSON 1.0', older(form({ tag: 'div', text: plain() }))],
		['a chart in a form of JSON 1.0', older(form({ tag: 'chart', chart_spec: { type: 'bar' } }))],
	])('%s is refused', async (_name, card) => {
		image();
		expect(await codeOf(card)).toBe(200621);
	});

	it('audio in Markdown keeps a card from being forwarded', async () => {
		const card = second(markdown('<audio file_key="file_x"></audio>'));
		expect(await codeOf(card)).toBe(300220);
		expect(await codeOf({ ...card, config: { enable_forward: false } })).toBe(0);
	});

	it.each<[string, unknown]>([
		['a device that is switched off', second(opening('lark://msgcard/unsupported_action'))],
		['an address in a link, before words', second(markdown('[https://a.com](https://a.com)中文'))],
		['a link of the card for all devices', { ...second(), card_link: { url: 'https://a.com' } }],
		['no link', { ...second(), card_link: { url: '', pc_url: '', ios_url: '', android_url: '' } }],
		['an address of Markdown', second({ ...markdown('x'), href: { url: { url: 'https://a.com' } } })],
		['the header’s languages', { ...second(), i18n_header: { en_us: { title: plain() } } }],
		['what JSON 1.0 does not know', older({ tag: 'dance' })],
		['an unknown color in JSON 1.0', { ...older(), header: { title: plain(), template: 'brown' } }],
		['several choices in a form', second(form({ tag: 'multi_select_static', name: 'm', options: options('a') }))],
	])('%s is taken', async (_name, card) => expect(await codeOf(card)).toBe(0));

	describe('what the pages leave open', () => {
		it('unknown values may be ignored', async () => {
			await settings({ unknownCardValues: 'ignored' });
			expect(await codeOf(second(button({ type: 'warning' }), table({ page_size: 20 })))).toBe(0);
			expect(await codeOf({ ...second(), header: { title: plain(), template: 'brown' } })).toBe(0);
			// A type is no value.
			expect(await codeOf(second(button({ type: 5 })))).toBe(200621);
		});

		it('what samples leave out may be required', async () => {
			const card = second({ tag: 'img', img_key: image() });
			expect(await codeOf(card)).toBe(0);
			await settings({ requiredInCards: 'pages' });
			expect(await codeOf(card)).toBe(200621);
			expect(await codeOf(second({ tag: 'interactive_container', elements: [] }))).toBe(200621);
		});

		it('tables may be counted apart', async () => {
			const card = second(markdown(GRID.repeat(3)), markdown(GRID.repeat(3)));
			expect(await codeOf(card)).toBe(11310);
			await settings({ cardTables: 'apart' });
			expect(await codeOf(card)).toBe(0);
		});

		it('a stranger in a text may be shown by name', async () => {
			const text = () => fixture.http.send(fixture.chatId, 'text', { text: '<at user_id="ou_nobody">Tom</at> hi' });
			expect((await text()).code).toBe(230001);
			await settings({ unknownMention: 'shown' });
			const { data } = await text();
			expect((data.body as Json).content).toBe('{"text":"@Tom hi"}');
			await settings({ unknownMention: 'refused' });
		});
	});

	it('a body without schema shows nothing', async () => {
		for (const schema of [undefined, 2]) {
			const { data } = await send({ schema, header: { title: plain('T') }, body: { elements: [markdown('lost')] } });
			expect(JSON.parse(String((data.body as Json).content))).toEqual({ title: 'T', elements: [] });
		}
	});

	it('unknown styles of a post have no effect', async () => {
		const content = [[{ tag: 'text', text: 'x', style: ['bold', 'blinking'] }]];
		const { code, data } = await fixture.http.send(fixture.chatId, 'post', { zh_cn: { title: '', content } });
		expect(code).toBe(0);
		expect(JSON.parse(String((data.body as Json).content))).toMatchObject({ content: [[{ style: ['bold'] }]] });
	});

	it.each<[string, unknown]>([
		['audio', { ...second({ tag: 'audio', file_key: 'x' }), config: { enable_forward: false } }],
		['languages of its texts', second({ tag: 'markdown', content: 'x', i18n_content: { en_us: 'y' } })],
	])('a card for one person takes no %s', async (_name, card) => {
		const body = { chat_id: fixture.chatId, open_id: person, msg_type: 'interactive', card };
		expect((await fixture.http.post('/open-apis/ephemeral/v1/send', body)).code).toBe(230001);
	});

	describe('forwarding', () => {
		const forward = async (messageId: unknown) =>
			(
				await fixture.http.post(`/open-apis/im/v1/messages/${String(messageId)}/forward?receive_id_type=open_id`, {
					receive_id: person,
				})
			).code;

		it.each<[string, Json]>([
			['a card that says so', { ...second(), config: { enable_forward: false } }],
			['a card that streams', { ...second(), config: { streaming_mode: true } }],
		])('%s is not forwarded', async (_name, card) => {
			expect(await forward((await send(card)).data.message_id)).toBe(230061);
		});

		it('a voice message is not forwarded, and is left out of merged ones', async () => {
			const written = await fixture.http.admin('POST', `/chats/${fixture.chatId}/messages`, {
				open_id: person,
				msg_type: 'audio',
				content: { file_key: 'file_x', duration: 1000 },
			});
			expect(await forward(written.message_id)).toBe(230061);
			const other = await fixture.http.text(fixture.chatId, 'x');
			const merged = await fixture.http.post('/open-apis/im/v1/messages/merge_forward?receive_id_type=open_id', {
				receive_id: person,
				message_id_list: [written.message_id, other],
			});
			expect(merged.data).toMatchObject({ invalid_message_id_list: [written.message_id] });
		});
	});

	describe('clicks', () => {
		const card = (config: Json = {}) => ({
			...second(button({ behaviors: [{ type: 'callback', value: { a: 1 } }] })),
			config,
		});
		const click = (messageId: unknown) =>
			fixture.http.admin<Json>('POST', `/messages/${String(messageId)}/card-actions`, {
				open_id: person,
				action: { tag: 'button', value: { a: 1 } },
			});

		it('of a batch message call nobody', async () => {
			const { data } = await fixture.http.post('/open-apis/message/v4/batch_send/', {
				open_ids: [person],
				msg_type: 'interactive',
				card: card(),
			});
			const [messageId] = fixture.simulator.store.im.batches.get(String(data.message_id))?.message_ids ?? [];
			expect(await click(messageId)).toMatchObject({ statusCode: 400 });
			expect(fixture.simulator.push.deliveries.filter(({ kind }) => kind === 'callback')).toEqual([]);
		});

		it('do not change a card that streams', async () => {
			const { data } = await send(card({ streaming_mode: true }));
			const { clickCard } = await import('../../../simulator/events/callbacks');
			const { push, store, appId } = fixture.simulator;
			const app = store.apps.get(appId);
			if (!app) throw new Error('no app');
			const answer = { card: { type: 'raw', data: second({ tag: 'hr' }) } };
			jest.spyOn(push, 'callback').mockResolvedValue({
				attempts: [{ at: 0, status: 200, body: JSON.stringify(answer) }],
				status: 'delivered',
			} as never);
			const clicked = { message_id: String(data.message_id), open_id: person, action: { tag: 'button' } };
			expect(await clickCard({ store, push }, clicked)).toMatchObject({ updated: false, error: { code: 200673 } });
			jest.restoreAllMocks();
		});
	});

	describe('custom bots', () => {
		const post = async (body: Json) => {
			const hook = first([...fixture.simulator.store.im.customBots.values()].filter(({ secret }) => !secret));
			return (await fixture.http.post(`/open-apis/bot/v2/hook/${hook.hook_id}`, body)).code;
		};
		const posting = (node: Json) => post({ msg_type: 'post', content: { post: { zh_cn: { content: [[node]] } } } });

		it.each<[string, Json]>([
			['style', { tag: 'text', text: 'x', style: ['bold'] }],
			['hr', { tag: 'hr' }],
			['code_block', { tag: 'code_block', text: 'x' }],
			['emotion', { tag: 'emotion', emoji_type: 'OK' }],
		])('take no %s in a post', async (_name, node) => {
			expect(await posting(node)).toBe(9499);
			expect(await posting({ tag: 'text', text: 'x' })).toBe(0);
			const batch = { open_ids: [person], msg_type: 'post', content: { post: { zh_cn: { content: [[node]] } } } };
			expect((await fixture.http.post('/open-apis/message/v4/batch_send/', batch)).code).toBe(10002);
		});

		it('mention by open_id and user_id only', async () => {
			const user = fixture.simulator.store.contact.users.get(person);
			const said = (at: string) => post({ msg_type: 'interactive', card: second(markdown(`<at ${at}></at> hi`)) });
			expect(await said(`id=${person}`)).toBe(0);
			expect(await said(`id=${user?.user_id}`)).toBe(0);
			expect(await said(`id=${user?.union_id}`)).toBe(11246);
			expect(await said(`email=${user?.email}`)).toBe(11246);
		});
	});
});
