import { DEMO_STICKER, DEMO_TEMPLATE } from '../../../simulator';
import { type Fixture, first, PNG, startFixture } from '../../support/conformance/harness';

const KB = 1024;
const card = (...elements: object[]) => ({ config: { update_multi: true }, elements });
const card2 = (...elements: object[]) => ({ schema: '2.0', body: { elements } });

describe('the content of a message', () => {
	let fixture: Fixture;
	let imageKey: string;
	let fileKeys: Record<'stream' | 'opus' | 'mp4', string>;

	const upload = async (kind: 'images' | 'files', fields: Record<string, string>, bytes: Buffer) => {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		form.append(kind === 'images' ? 'image' : 'file', new Blob([new Uint8Array(bytes)]), 'x');
		const { data } = await fixture.http.post(`/open-apis/im/v1/${kind}`, form);
		return String(data.image_key ?? data.file_key);
	};

	beforeAll(async () => {
		fixture = await startFixture();
		imageKey = await upload('images', { image_type: 'message' }, PNG);
		const file = (type: string) => upload('files', { file_type: type, file_name: `a.${type}` }, Buffer.from('bytes'));
		fileKeys = { stream: await file('stream'), opus: await file('opus'), mp4: await file('mp4') };
	});
	afterAll(() => fixture.simulator.close());

	const refused: Array<[string, string, unknown, number, string?]> = [
		['empty', 'text', '', 230001],
		['not JSON', 'text', 'hello', 230001],
		['a JSON array', 'text', '[]', 230001],
		['without text', 'text', {}, 230001],
		['with empty text', 'text', { text: '' }, 230001],
		['naming nobody', 'text', { text: '<at user_id="ou_nobody">x</at>' }, 230001],
		['of an unknown type', 'richtext', { text: 'x' }, 230001],
		['a text above 150 KB', 'text', { text: 'x'.repeat(150 * KB) }, 230025],
		['a post above 30 KB', 'post', { zh_cn: { content: [[{ tag: 'text', text: 'x'.repeat(30 * KB) }]] } }, 230025],
		['a card above 30 KB', 'interactive', card({ tag: 'markdown', content: 'x'.repeat(30 * KB) }), 230025],
		[
			'a template above 30 KB when filled in',
			'interactive',
			{
				type: 'template',
				data: { template_id: DEMO_TEMPLATE, template_variable: { content: 'x'.repeat(29.95 * KB) } },
			},
			230025,
		],
		['a post inside "post"', 'post', { post: { zh_cn: { content: [[{ tag: 'text', text: 'x' }]] } } }, 230001],
		['a post without paragraphs', 'post', { zh_cn: { title: 'x', content: [] } }, 230001],
		[
			'a post with an unknown tag',
			'post',
			{ zh_cn: { content: [[{ tag: 'h1', text: 'x' }]] } },
			230001,
			'message_content has wrong tag',
		],
		[
			'a mention of nobody in a post',
			'post',
			{ zh_cn: { content: [[{ tag: 'at' }]] } },
			230001,
			"message_content_at_tag's user_id field can't be nil",
		],
		[
			'a post whose image is not alone',
			'post',
			{
				zh_cn: {
					content: [
						[
							{ tag: 'img', image_key: 'img_x' },
							{ tag: 'text', text: 'x' },
						],
					],
				},
			},
			230001,
			'paragraph of its own',
		],
		['an unknown image', 'image', { image_key: 'img_v3_unknown' }, 230001],
		['an unknown file', 'file', { file_key: 'file_v3_unknown' }, 230001],
		['a sticker never received', 'sticker', { file_key: 'file_v3_unknown' }, 230001],
		['a person by another id than open_id', 'share_user', { user_id: 'on_unknown' }, 230001],
		['a divider in a group', 'system', { type: 'divider', params: { divider_text: { text: 'x' } } }, 230001],
		['a card that is not JSON', 'interactive', '{"elements":', 230099, 'ext=ErrCode: 200621'],
		['a card without elements', 'interactive', { header: {} }, 230099, 'ErrCode: 200621'],
		[
			'an unknown template',
			'interactive',
			{ type: 'template', data: { template_id: 'AAqUnknown' } },
			230099,
			'ErrCode: 200380',
		],
		[
			'an unknown version of a template',
			'interactive',
			{ type: 'template', data: { template_id: DEMO_TEMPLATE, template_version_name: '9' } },
			230099,
			'ErrCode: 200380',
		],
		['action in card 2.0', 'interactive', card2({ tag: 'action', actions: [] }), 230099, 'ErrCode: 200861'],
		['note in card 2.0', 'interactive', card2({ tag: 'note', elements: [] }), 230099, 'ErrCode: 200861'],
		['elements that are no list in card 1.0', 'interactive', { elements: {} }, 230099, 'ErrCode: 200621'],
		[
			'a card with an unknown image',
			'interactive',
			card({ tag: 'img', img_key: 'img_x', alt: { tag: 'plain_text', content: '' } }),
			230099,
			'ErrCode: 200570',
		],
		[
			'a card naming nobody',
			'interactive',
			card({ tag: 'markdown', content: '<at id=ou_nobody></at>' }),
			230099,
			'ErrCode: 100290',
		],
		[
			'a card of 201 elements',
			'interactive',
			card2(...Array.from({ length: 201 }, () => ({ tag: 'hr' }))),
			230099,
			'ErrCode: 11310',
		],
		[
			'two elements with one element_id',
			'interactive',
			card2({ tag: 'hr', element_id: 'a' }, { tag: 'hr', element_id: 'a' }),
			230099,
			'duplicate element_id',
		],
	];
	for (const [name, msgType, content, code, words = ''] of refused) {
		it(`${name} is refused`, async () => {
			const answer = await fixture.http.send(fixture.chatId, msgType, content);
			expect([answer.status, answer.code]).toEqual([400, code]);
			expect(answer.msg).toContain(words);
		});
	}

	it.each([
		['audio', 'stream'],
		['audio', 'mp4'],
		['media', 'opus'],
		['file', 'mp4'],
	] as const)('%s of an upload of type %s is refused with 230055', async (msgType, type) => {
		expect((await fixture.http.send(fixture.chatId, msgType, { file_key: fileKeys[type] })).code).toBe(230055);
	});

	it("refuses another app's image with 230017 and a p2p chat as a card of a group with 230015", async () => {
		const other = await fixture.http.admin<{ app_id: string }>('POST', '/apps', {});
		const image = fixture.simulator.store.im.images.get(imageKey);
		fixture.simulator.store.im.images.set('img_v3_other', { ...image!, key: 'img_v3_other', app_id: other.app_id });
		expect((await fixture.http.send(fixture.chatId, 'image', { image_key: 'img_v3_other' })).code).toBe(230017);
		const direct = await fixture.http.post('/open-apis/im/v1/messages?receive_id_type=open_id', {
			receive_id: first(fixture.members),
			msg_type: 'text',
			content: '{"text":"x"}',
		});
		expect((await fixture.http.send(fixture.chatId, 'share_chat', { chat_id: direct.data.chat_id })).code).toBe(230015);
	});

	it.each<[string, string, () => unknown]>([
		['a text of 150 KB', 'text', () => ({ text: 'x'.repeat(150 * KB - 11) })],
		[
			'a post with every tag',
			'post',
			() => ({
				en_us: {
					title: 'All',
					content: [
						[
							{ tag: 'text', text: 'a', style: ['bold', 'lineThrough'] },
							{ tag: 'a', text: 'b', href: 'https://example.com' },
							{ tag: 'at', user_id: 'all' },
							{ tag: 'emotion', emoji_type: 'SMILE' },
						],
						[{ tag: 'img', image_key: imageKey }],
						[{ tag: 'media', file_key: fileKeys.mp4, image_key: imageKey }],
						[{ tag: 'hr' }],
						[{ tag: 'code_block', language: 'GO', text: 'x' }],
					],
				},
			}),
		],
		['a card of 200 elements', 'interactive', () => card2(...Array.from({ length: 200 }, () => ({ tag: 'hr' })))],
		[
			'a card 1.0 with note and action',
			'interactive',
			() =>
				card(
					{ tag: 'note', elements: [{ tag: 'plain_text', content: 'x' }] },
					{
						tag: 'action',
						actions: [
							{ tag: 'button', text: { tag: 'plain_text', content: 'x' }, value: { tag: 'data, not an element' } },
						],
					},
				),
		],
		['a shared group', 'share_chat', () => ({ chat_id: fixture.chatId })],
		['a shared person', 'share_user', () => ({ user_id: first(fixture.members) })],
		['a sticker that was received', 'sticker', () => ({ file_key: DEMO_STICKER })],
	])('%s is accepted', async (_name, msgType, content) => {
		const answer = await fixture.http.send(fixture.chatId, msgType, content());
		expect([answer.code, answer.msg]).toEqual([0, 'success']);
	});

	it('a template is filled in with its variables', async () => {
		const answer = await fixture.http.send(fixture.chatId, 'interactive', {
			type: 'template',
			data: {
				template_id: DEMO_TEMPLATE,
				template_version_name: '1.0.0',
				template_variable: { title: 'Deploy', content: '**done**', owner: '张三' },
			},
		});
		expect(JSON.parse((answer.data.body as { content: string }).content)).toEqual({
			title: 'Deploy',
			elements: [
				[{ tag: 'text', text: 'done', style: ['bold'] }],
				[{ tag: 'hr' }],
				[{ tag: 'note', elements: [{ tag: 'text', text: 'Owner: 张三' }] }],
			],
		});
	});
});
