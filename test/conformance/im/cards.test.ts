import { newId } from '../../../simulator/platform/ids';
import { type Fixture, first, PNG, startFixture } from '../../support/conformance/harness';

type Json = Record<string, unknown>;

const KB = 1024;
const plain = (content = 'x') => ({ tag: 'plain_text', content });
const second = (elements: unknown[], more: Json = {}) => ({ schema: '2.0', body: { elements }, ...more });
const markdown = (content: string) => ({ tag: 'markdown', content });
const button = (more: Json = {}) => ({ tag: 'button', text: plain('Go'), ...more });
const submit = (more: Json = {}) => button({ name: 'ok', form_action_type: 'submit', ...more });
const form = (...elements: unknown[]) => ({ tag: 'form', name: 'form_1', elements });
const table = (more: Json = {}) => ({ tag: 'table', columns: [{ name: 'a', data_type: 'text' }], rows: [], ...more });
const chart = (chart_spec: unknown) => ({ tag: 'chart', chart_spec });
const nested = (levels: number): Json => ({
	tag: 'collapsible_panel',
	header: { title: plain() },
	elements: levels > 1 ? [nested(levels - 1)] : [markdown('x')],
});
const times = (count: number, element: unknown) => Array.from({ length: count }, () => element);
const GRID = '| a | b |\n| --- | --- |\n| 1 | 2 |\n\n';

describe('the content of a card', () => {
	let fixture: Fixture;
	let image: string;
	let audio: string;
	let person: string;

	const upload = async (kind: 'images' | 'files', fields: Record<string, string>, bytes: Buffer) => {
		const body = new FormData();
		for (const [name, value] of Object.entries(fields)) body.append(name, value);
		body.append(kind === 'images' ? 'image' : 'file', new Blob([new Uint8Array(bytes)]), 'x');
		const { data } = await fixture.http.post(`/open-apis/im/v1/${kind}`, body);
		return String(data.image_key ?? data.file_key);
	};
	const send = (card: unknown) => fixture.http.send(fixture.chatId, 'interactive', card);

	beforeAll(async () => {
		fixture = await startFixture();
		person = first(fixture.members);
		image = await upload('images', { image_type: 'message' }, PNG);
		audio = await upload('files', { file_type: 'opus', file_name: 'a.opus', duration: '1000' }, Buffer.from('opus'));
	});
	afterAll(() => fixture.simulator.close());

	it.each<[string, unknown, number, string]>([
		['elements that are no list in JSON 1.0', { elements: {} }, 200621, 'expected array for elements'],
		// Properties of JSON 2.0
		[
			'elements at the top',
			{ schema: '2.0', elements: [] },
			200621,
			'unknown property, property: elements, path: ROOT',
		],
		['a wrapper around a card', { card: second([]) }, 200621, 'elements is required'],
		['a tag in the header', second([], { header: { tag: 'header', title: plain() } }), 200621, 'path: ROOT -> header'],
		[
			'an unknown property of an element',
			second([markdown('x'), { tag: 'input', multiline: true }]),
			200621,
			'unknown property, property: multiline, path: ROOT -> body -> elements -> [1](tag: input)',
		],
		[
			'an unknown property of a text',
			second([{ tag: 'div', text: { ...plain(), text_weight: 'bold' } }]),
			200621,
			'property: text_weight, path: ROOT -> body -> elements -> [0](tag: div) -> text(tag: plain_text)',
		],
		[
			'an unknown property of a text without tag',
			second([{ tag: 'div', text: { words: 'x' } }]),
			200621,
			'property: words',
		],
		[
			'an unknown property of an option',
			second([{ tag: 'select_static', options: [{ label: 'x' }] }]),
			200621,
			'label',
		],
		['an unknown property of a column', second([table({ columns: [{ name: 'a', title: 'A' }] })]), 200621, 'title'],
		[
			'an unknown key of config',
			second([], { config: { wide: true } }),
			200621,
			'property: wide, path: ROOT -> config',
		],
		[
			'a value of another type',
			second([{ tag: 'select_static', initial_option: { text: 'x' } }]),
			200621,
			'expected string',
		],
		['a list that is none', second([{ tag: 'column_set', columns: {} }]), 200621, 'expected array for columns'],
		['an element that is text', second(['x']), 200621, 'expected object'],
		['an element without a tag', second([{ content: 'x' }]), 200621, 'tag is required'],
		['a container without its elements', second([{ tag: 'interactive_container' }]), 200621, 'elements is required'],
		['Markdown without text', second([{ tag: 'markdown' }]), 200621, 'content is required'],
		['languages of JSON 1.0', second([], { i18n_elements: {} }), 200621, 'i18n_elements'],
		// Tags
		['a note', second([{ tag: 'note', elements: [] }]), 200861, 'ErrPath: ROOT -> body -> elements -> [0](tag: note)'],
		['an unknown tag', second([{ tag: 'blink' }]), 200621, 'unknown tag blink'],
		// Header and config
		['a header without title', second([], { header: { template: 'blue' } }), 200621, 'title is required'],
		[
			'a color that the header has not',
			second([], { header: { title: plain(), template: 'pink' } }),
			200621,
			'template pink',
		],
		['a private card', second([], { config: { update_multi: false } }), 300302, 'update_multi'],
		// Ids
		[
			'an element_id that starts with a digit',
			second([{ tag: 'hr', element_id: '1a' }]),
			200621,
			'invalid element_id 1a',
		],
		['an element_id with a dash', second([{ tag: 'hr', element_id: 'a-b' }]), 200621, 'invalid element_id'],
		[
			'an element_id of 21 characters',
			second([{ tag: 'hr', element_id: 'a'.repeat(21) }]),
			200621,
			'invalid element_id',
		],
		[
			'one element_id for an element and a text',
			second([
				{ tag: 'hr', element_id: 'a' },
				{ tag: 'div', text: { ...plain(), element_id: 'a' } },
			]),
			300301,
			'duplicate element_id',
		],
		// Numbers
		[
			'201 elements, texts counted',
			second(times(100, { tag: 'div', text: plain() }).concat({ tag: 'hr' })),
			11310,
			'element exceeds the limit; ErrorValue: element;',
		],
		['six tables', second(times(6, table())), 11310, 'card table number over limit; ErrorValue: table;'],
		[
			'six tables, some written',
			second([...times(3, table()), markdown(GRID.repeat(3))]),
			11310,
			'table number over limit',
		],
		['five tables in one text', second([markdown(GRID.repeat(5))]), 11310, 'card table number over limit'],
		['six tables in JSON 1.0', { elements: times(6, table()) }, 11310, 'card table number over limit'],
		// Places
		[
			'a table in a column',
			second([{ tag: 'column_set', columns: [{ tag: 'column', elements: [table()] }] }]),
			200621,
			'table can not stand in column',
		],
		['a form in a panel', second([{ ...nested(1), elements: [form(submit())] }]), 200621, 'form can not stand in'],
		['six containers one in another', second([nested(6)]), 200621, 'nested more than 5 levels deep'],
		// Forms
		['a form without name', second([{ tag: 'form', elements: [submit()] }]), 200530, 'name of form element is empty'],
		[
			'a field without name',
			second([form({ tag: 'input' }, submit())]),
			200530,
			'name of form element is empty; ErrorValue: input',
		],
		['a button without name in a form', second([form(submit({ name: '' }))]), 200530, 'ErrorValue: button'],
		[
			'two fields of one name',
			second([form({ tag: 'input', name: 'a' }, { tag: 'date_picker', name: 'a' }, submit())]),
			200530,
			'duplicate; ErrorValue: a',
		],
		['a field named as its form', second([form({ tag: 'input', name: 'form_1' }, submit())]), 200530, 'duplicate'],
		[
			'a form without submit button',
			second([form({ tag: 'input', name: 'a' }, button({ name: 'no', form_action_type: 'reset' }))]),
			200621,
			'no submit button',
		],
		['a field without name in JSON 1.0', { elements: [form({ tag: 'input' }, submit())] }, 200530, 'empty'],
		[
			'several images to choose outside a form',
			second([{ tag: 'select_img', multi_select: true, options: [] }]),
			200621,
			'multi_select',
		],
		// Tables
		['a table without rows', second([table({ rows: undefined })]), 200621, 'rows is required'],
		['rows that are no list', second([table({ rows: {} })]), 200914, 'table rows is invalid'],
		['a row that is text', second([table({ rows: ['x'] })]), 200914, 'table rows is invalid'],
		[
			'a cell without column',
			second([table({ rows: [{ b: 1 }] })]),
			200915,
			'table rows name is invalid; ErrorValue: b',
		],
		['a column without name', second([table({ columns: [{}] })]), 200621, 'name is required'],
		[
			'text for a number',
			second([table({ columns: [{ name: 'a', data_type: 'number' }], rows: [{ a: '1' }] })]),
			200914,
			'row 0, column a',
		],
		[
			'text for a date',
			second([table({ columns: [{ name: 'a', data_type: 'date' }], rows: [{ a: '2024-01-01' }] })]),
			200914,
			'row 0',
		],
		[
			'options without text',
			second([table({ columns: [{ name: 'a', data_type: 'options' }], rows: [{ a: [{ color: 'red' }] }] })]),
			200914,
			'row 0',
		],
		[
			'a number for people',
			second([table({ columns: [{ name: 'a', data_type: 'persons' }], rows: [{ a: 1 }] })]),
			200914,
			'row 0',
		],
		// Charts
		['a chart without definition', second([{ tag: 'chart' }]), 200550, 'chart spec is invalid'],
		['a chart without type', second([chart({})]), 200550, 'ErrPath: ROOT -> body -> elements -> [0](tag: chart)'],
		['a chart whose axes are no list', second([chart({ type: 'bar', axes: null })]), 200550, 'axes: Invalid type'],
		// Images
		['an unknown image', second([{ tag: 'img', img_key: 'img_v3_unknown' }]), 200570, 'image key img_v3_unknown'],
		[
			'an unknown image in Markdown',
			second([markdown('![x](img_v3_unknown)')]),
			200570,
			'card contains invalid image keys',
		],
		[
			'an address of an image in Markdown',
			second([markdown('![x](https://example.com/x.png "x")')]),
			200570,
			'https://example.com/x.png',
		],
		[
			'an unknown image in a table',
			second([table({ columns: [{ name: 'a', data_type: 'markdown' }], rows: [{ a: '![x](y)' }] })]),
			200570,
			'image key y',
		],
		[
			'an unknown image among several',
			second([{ tag: 'img_combination', combination_mode: 'double', img_list: [{ img_key: 'x' }] }]),
			200570,
			'image key x',
		],
		[
			'an unknown image to choose',
			second([{ tag: 'select_img', options: [{ img_key: 'x', value: 'x' }] }]),
			200570,
			'image key x',
		],
		[
			'an unknown image as icon',
			second([{ tag: 'div', icon: { tag: 'custom_icon', img_key: 'x' } }]),
			200570,
			'image key x',
		],
		// People
		['a mention of nobody', second([markdown('<at id=ou_nobody></at>')]), 100290, 'ErrorValue: ou_nobody'],
		[
			'a mention of nobody in the header',
			second([], { header: { title: { tag: 'lark_md', content: '<at id=ou_nobody></at>' } } }),
			100290,
			'ou_nobody',
		],
		['a mention of several, one unknown', second([markdown('<at ids=all,ou_nobody></at>')]), 100290, 'ou_nobody'],
		[
			'a mention of an unknown address',
			second([markdown('<at email=nobody@example.com></at>')]),
			100290,
			'nobody@example.com',
		],
		['an unknown person', second([{ tag: 'person', user_id: 'ou_nobody' }]), 100290, 'ou_nobody'],
		[
			'an unknown person in a list',
			second([{ tag: 'person_list', persons: [{ id: 'ou_nobody' }] }]),
			100290,
			'ou_nobody',
		],
		// Audio
		[
			'an audio that can be forwarded',
			second([{ tag: 'audio', file_key: 'file_v3_unknown' }]),
			300220,
			"audio elem don't support forward",
		],
		[
			'an unknown audio',
			second([{ tag: 'audio', file_key: 'file_v3_unknown' }], { config: { enable_forward: false } }),
			300240,
			'cannot retrieve audio',
		],
		// Entities
		['an unknown entity', { type: 'card', data: { card_id: '7000000000000000000' } }, 11310, 'cardid is invalid'],
	])('%s is refused', async (_name, card, code, words) => {
		const { status, code: outer, msg } = await send(card);
		expect([status, outer]).toEqual([400, 230099]);
		expect(msg).toContain(`ext=ErrCode: ${code};`);
		expect(msg).toContain(words);
	});

	it('two audios of one audio_id are refused with 300230', async () => {
		const element = { tag: 'audio', file_key: audio, audio_id: 'a' };
		const { msg } = await send(second([element, element], { config: { enable_forward: false } }));
		expect(msg).toContain(
			'ErrCode: 300230; ErrPath: ROOT -> body -> elements -> [1](tag: audio); ErrMsg: duplicate audio id',
		);
	});

	it.each<[string, () => unknown]>([
		['an empty card', () => ({})],
		['a card of 200 elements, texts counted', () => second(times(100, { tag: 'div', text: plain() }))],
		['five tables', () => second(times(5, table()))],
		['tables in code', () => second([markdown(`\`\`\`\n${GRID.repeat(6)}\n\`\`\``)])],
		['five containers one in another', () => second([nested(5)])],
		['a header with a subtitle only', () => second([], { header: { subtitle: plain() } })],
		['wide_screen_mode, as many send it', () => second([], { config: { wide_screen_mode: true } })],
		['code that looks like an image', () => second([markdown('`![x](y)` and `<at id=nobody></at>`')])],
		['mentions of people', () => second([markdown(`<at ids=${person},all></at>`)])],
		[
			'unknown people in a list that drops them',
			() => second([{ tag: 'person_list', drop_invalid_user_id: true, persons: [{ id: 'x' }] }]),
		],
		[
			'unknown people in a table',
			() => second([table({ columns: [{ name: 'a', data_type: 'persons' }], rows: [{ a: 'x' }] })]),
		],
		[
			'an empty cell of any type',
			() => second([table({ columns: [{ name: 'a', data_type: 'number' }], rows: [{ a: null }, {}] })]),
		],
		['an audio', () => second([{ tag: 'audio', file_key: audio }], { config: { enable_forward: false } })],
		['a header alone in JSON 1.0', () => ({ header: { title: plain() } })],
		['what JSON 1.0 does not know', () => ({ elements: [{ tag: 'hr', blink: true }], whatever: 1 })],
		['more than 200 elements in JSON 1.0', () => ({ elements: times(201, { tag: 'hr' }) })],
		['text that is only there in other languages', () => second([{ tag: 'markdown', i18n_content: { en_us: 'x' } }])],
	])('%s is accepted', async (_name, card) => {
		const { code, msg } = await send(card());
		expect([code, msg]).toEqual([0, 'success']);
	});

	it('a card with every component of JSON 2.0 is accepted', async () => {
		const icon = { tag: 'standard_icon', token: 'chat_outlined', color: 'blue' };
		const behaviors = [
			{ type: 'open_url', default_url: 'https://example.com', pc_url: '', ios_url: '', android_url: '' },
			{ type: 'callback', value: { anything: { tag: 'is data' } } },
		];
		const confirm = { title: plain(), text: plain() };
		const options = [{ text: plain(), value: 'a', icon }];
		const card = second(
			[
				{
					tag: 'div',
					element_id: 'text_1',
					margin: '4px',
					width: 'fill',
					icon,
					text: { ...plain(), lines: 2, text_size: 'normal' },
				},
				{ ...markdown(`**x** ![y](${image})`), text_align: 'left', text_size: 'heading', icon },
				{
					tag: 'img',
					img_key: image,
					alt: plain(),
					title: plain(),
					scale_type: 'crop_top',
					size: '100px 100px',
					preview: true,
				},
				{ tag: 'img_combination', combination_mode: 'double', img_list: [{ img_key: image }] },
				{ tag: 'person', user_id: person, show_name: true, style: 'capsule' },
				{ tag: 'person_list', persons: [{ id: person }], lines: 1, size: 'small', show_avatar: true },
				{ tag: 'hr', element_id: 'line_1' },
				{
					...chart({ type: 'bar', data: [{ values: [{ tag: 'x', y: 1 }] }], axes: [] }),
					aspect_ratio: '16:9',
					height: 'auto',
				},
				table({
					page_size: 5,
					row_height: 'low',
					freeze_first_column: true,
					header_style: { bold: true, lines: 1, text_align: 'left' },
					columns: [
						{
							name: 'n',
							data_type: 'number',
							display_name: 'N',
							format: { precision: 2, symbol: '¥', separator: true },
						},
						{ name: 'd', data_type: 'date', date_format: 'YYYY/MM/DD', width: '120px' },
						{ name: 'o', data_type: 'options' },
						{ name: 'p', data_type: 'persons' },
						{ name: 't', data_type: 'text' },
						{ name: 'm', data_type: 'markdown' },
					],
					rows: [
						{ n: 1, d: 1699341315000, o: [{ text: 'S', color: 'blue' }], p: [person], t: true, m: `![x](${image})` },
						{ o: 'S', p: person },
					],
				}),
				{
					tag: 'column_set',
					flex_mode: 'stretch',
					columns: [
						{
							tag: 'column',
							width: 'weighted',
							weight: 2,
							elements: [markdown('x')],
							action: { multi_url: { url: 'https://example.com' } },
						},
					],
				},
				{
					tag: 'collapsible_panel',
					expanded: true,
					header: {
						title: markdown('x'),
						icon: { ...icon, size: '16px 16px' },
						icon_position: 'right',
						icon_expanded_angle: -180,
					},
					border: { color: 'grey', corner_radius: '5px' },
					elements: [
						{
							tag: 'interactive_container',
							has_border: true,
							behaviors,
							confirm,
							hover_tips: plain(),
							elements: [{ tag: 'hr' }],
						},
					],
				},
				button({
					type: 'primary_filled',
					size: 'small',
					width: 'fill',
					icon,
					behaviors,
					confirm,
					disabled: true,
					disabled_tips: plain(),
					hover_tips: {},
				}),
				{
					tag: 'overflow',
					options: [{ text: plain(), value: 'a', multi_url: { url: 'https://example.com' } }],
					behaviors,
				},
				{ tag: 'select_static', placeholder: plain(), options, initial_index: 1, behaviors },
				{ tag: 'select_person', options: [{ value: person }], initial_option: person },
				form(
					{
						tag: 'input',
						name: 'i',
						required: true,
						input_type: 'multiline_text',
						rows: 3,
						auto_resize: true,
						max_rows: 5,
						max_length: 10,
						label: plain(),
						label_position: 'left',
					},
					{ tag: 'multi_select_static', name: 'm', options, selected_values: ['a'] },
					{ tag: 'multi_select_person', name: 'p', options: [{ value: person }] },
					{ tag: 'date_picker', name: 'd', initial_date: '2024-01-01', placeholder: plain() },
					{ tag: 'picker_time', name: 't', initial_time: '10:00' },
					{ tag: 'picker_datetime', name: 'dt', initial_datetime: '2024-01-01 10:00' },
					{
						tag: 'select_img',
						name: 's',
						multi_select: true,
						layout: 'bisect',
						options: [{ img_key: image, value: 'a' }],
					},
					{
						tag: 'checker',
						name: 'c',
						checked: true,
						text: { ...plain(), tag: 'lark_md' },
						button_area: { pc_display_rule: 'always', buttons: [button({ type: 'text' })] },
						checked_style: { show_strikethrough: true, opacity: 1 },
					},
					{
						tag: 'column_set',
						columns: [
							{ tag: 'column', elements: [submit()] },
							{ tag: 'column', elements: [button({ name: 'no', form_action_type: 'reset' })] },
						],
					},
				),
			],
			{
				config: {
					streaming_mode: true,
					streaming_config: { print_frequency_ms: { default: 70 }, print_step: { default: 1 }, print_strategy: 'fast' },
					summary: { content: 'x' },
					update_multi: true,
					width_mode: 'fill',
					style: {
						color: { mine: { light_mode: 'rgba(0,0,0,1)', dark_mode: 'rgba(0,0,0,1)' } },
						text_size: { big: { default: 'normal' } },
					},
					locales: ['en_us'],
				},
				card_link: { url: 'https://example.com' },
				header: {
					title: plain(),
					subtitle: { tag: 'lark_md', content: `<at id=${person}></at>` },
					template: 'blue',
					icon,
					padding: '12px',
					text_tag_list: [{ tag: 'text_tag', text: plain(), color: 'neutral', element_id: 'tag_1' }],
				},
			},
		);
		const { code, msg } = await send(card);
		expect([code, msg]).toEqual([0, 'success']);
	});

	describe('updated with PATCH', () => {
		const patch = (messageId: unknown, card: unknown) =>
			fixture.http.call('PATCH', `/open-apis/im/v1/messages/${String(messageId)}`, { content: JSON.stringify(card) });

		it('is checked as strictly, up to 30 KB', async () => {
			const { data } = await send(second([markdown('one')]));
			const wrong = await patch(data.message_id, second([{ tag: 'blink' }]));
			expect([wrong.code, wrong.msg]).toEqual([230099, expect.stringContaining('ErrCode: 200621')]);
			expect((await patch(data.message_id, second([markdown('x'.repeat(30 * KB))]))).code).toBe(230025);
			expect((await patch(data.message_id, { config: { update_multi: true }, elements: [] })).msg).toContain('200830');
			expect((await patch(data.message_id, second([markdown('two')]))).code).toBe(0);
			expect(fixture.simulator.store.im.messages.get(String(data.message_id))?.card).toEqual(second([markdown('two')]));
		});

		it('is refused while a click waits for its answer, and five times a second is enough', async () => {
			const limited = await startFixture({ rateLimits: true });
			try {
				const { store } = limited.simulator;
				const sent = await limited.http.send(limited.chatId, 'interactive', second([markdown('x')]));
				const id = String(sent.data.message_id);
				const update = () =>
					limited.http.call('PATCH', `/open-apis/im/v1/messages/${id}`, {
						content: JSON.stringify(second([markdown('y')])),
					});
				const token = `c-${newId.event()}`;
				const now = jest.spyOn(store.clock, 'now').mockReturnValue(store.clock.now());
				const click = {
					token,
					app_id: limited.simulator.appId,
					message_id: id,
					open_id: first(limited.members),
					created_at: store.clock.now(),
					uses: 0,
					answered: false,
				};
				store.cards.tokens.set(token, click);
				expect((await update()).msg).toContain('ErrCode: 11310; ErrMsg: card action is lock');
				click.answered = true;
				const answers = [];
				for (let count = 0; count < 6; count += 1) answers.push((await update()).code);
				expect(answers).toEqual([0, 0, 0, 0, 0, 230020]);
				now.mockReturnValue(store.clock.now() + 1000);
				expect((await update()).code).toBe(0);
			} finally {
				await limited.simulator.close();
			}
		});
	});
});
