/** Message → Send → Card: blocks from fields become a card that the platform takes and people see. */
import type { INodeParameters } from 'n8n-workflow';

import { byEmail, byId, list, only, picture, usePlatform } from '../../../support/engine';
import { mention, senderOf } from '../../../support/engine/sender';

const platform = usePlatform();
const { send, sent, wireContent } = senderOf(platform);

/** Text that an expression gives, or JSON. */
const late = (value: unknown) =>
	typeof value === 'string' ? `={{ ${JSON.stringify(value)} }}` : JSON.stringify(value);

const card = (blocks: INodeParameters[], more: INodeParameters = {}): INodeParameters => ({
	messageType: 'card',
	cardTitle: 'Title',
	blocks: { block: blocks },
	...more,
});

interface Sent {
	header?: Record<string, unknown>;
	config: Record<string, unknown>;
	card_link?: unknown;
	body: { elements: Array<Record<string, unknown>> };
}

async function drawn(blocks: INodeParameters[], more?: INodeParameters, items?: Parameters<typeof sent>[1]) {
	const { message } = await sent(card(blocks, more), items);
	return message.card as unknown as Sent;
}

const tags = ({ body }: Sent) => body.elements.map(({ tag }) => tag);

describe('the header', () => {
	test('has title, color, subtitle, icon and tags', async () => {
		const { header } = await drawn([{ type: 'markdown', text: 'x' }], {
			cardTitle: 'Disk full',
			cardColor: 'red',
			cardHeader: {
				subtitle: 'eu-1',
				icon: 'bell_outlined',
				tags: {
					tag: [
						{ text: 'P1', color: 'red' },
						{ text: ' ', color: 'blue' },
					],
				},
			},
		});
		expect(header).toMatchObject({
			title: { tag: 'plain_text', content: 'Disk full' },
			subtitle: { tag: 'plain_text', content: 'eu-1' },
			template: 'red',
			icon: { tag: 'standard_icon', token: 'bell_outlined' },
			text_tag_list: [{ tag: 'text_tag', text: { tag: 'plain_text', content: 'P1' }, color: 'red' }],
		});
	});

	test('is left out without a title', async () => {
		expect((await drawn([{ type: 'markdown', text: 'x' }], { cardTitle: late('') })).header).toBeUndefined();
	});

	test('options stand in the card', async () => {
		const { config, card_link } = await drawn([{ type: 'markdown', text: 'x' }], {
			cardOptions: { forward: false, width: 'fill', summary: 'Short', link: 'https://example.com/7' },
		});
		expect(config).toMatchObject({
			enable_forward: false,
			width_mode: 'fill',
			summary: { content: 'Short' },
			update_multi: true,
		});
		expect(card_link).toMatchObject({ url: 'https://example.com/7' });
	});
});

describe('blocks', () => {
	test('words, note, divider and panel', async () => {
		const { body } = await drawn([
			{ type: 'markdown', text: '**bold**', textSize: 'heading' },
			{ type: 'divider' },
			{ type: 'panel', panelTitle: 'Details', text: 'inside', expanded: true },
			{ type: 'note', text: 'small' },
		]);
		expect(body.elements).toEqual([
			expect.objectContaining({ tag: 'markdown', content: '**bold**', text_size: 'heading' }),
			expect.objectContaining({ tag: 'hr' }),
			expect.objectContaining({
				tag: 'collapsible_panel',
				expanded: true,
				elements: [expect.objectContaining({ tag: 'markdown', content: 'inside' })],
			}),
			expect.objectContaining({ content: expect.stringContaining('small') as string }),
		]);
	});

	test('fields stand in columns, from rows and from an object', async () => {
		const shown = await drawn([
			{
				type: 'fields',
				columns: 2,
				fields: { field: [{ name: 'Service', value: 'db-1' }] },
				fieldsJson: late({ Since: '08:40', Used: 97, Extra: { a: 1 } }),
			},
		]);
		const text = JSON.stringify(shown.body);
		for (const words of ['Service', 'db-1', 'Since', '08:40', 'Used', '97', 'a', '1']) expect(text).toContain(words);
		expect(tags(shown)).toEqual(['column_set', 'column_set']);
	});

	test('a table takes the rows of an expression', async () => {
		const rows = [
			{ region: 'North', sales: 12, skipped: 1 },
			{ region: 'South', sales: 15.5 },
		];
		const { body } = await drawn(
			[
				{
					type: 'table',
					tableRows: '={{ $json.rows }}',
					tableColumns: {
						column: [
							{ key: 'region', title: 'Region' },
							{ key: 'sales', columnType: 'number' },
						],
					},
					tablePageSize: 5,
				},
			],
			{},
			[{ json: { rows } }],
		);
		expect(only(body.elements)).toMatchObject({
			tag: 'table',
			page_size: 5,
			columns: [
				{ display_name: 'Region', data_type: 'text' },
				{ display_name: 'sales', data_type: 'number' },
			],
		});
	});

	test('a chart from data or from a specification', async () => {
		const { body } = await drawn([
			{
				type: 'chart',
				chartType: 'bar',
				chartData: late([
					{ week: 'W1', sales: 1 },
					{ week: 'W2', sales: '2.5' },
				]),
				chartTitle: 'Sales',
			},
			{ type: 'chart', chartType: 'custom', chartSpec: late({ type: 'line', data: { values: [] } }) },
		]);
		expect(body.elements).toEqual([
			expect.objectContaining({
				tag: 'chart',
				chart_spec: expect.objectContaining({
					type: 'bar',
					xField: 'week',
					yField: 'sales',
					title: { text: 'Sales' },
					data: {
						values: [
							{ week: 'W1', sales: 1 },
							{ week: 'W2', sales: 2.5 },
						],
					},
				}) as object,
			}),
			expect.objectContaining({ tag: 'chart', chart_spec: { type: 'line', data: { values: [] } } }),
		]);
	});

	test('images from the input, by key and from the web', async () => {
		const key = platform.image();
		const uploaded = platform.store.images.size;
		const { body } = await drawn(
			[
				{ type: 'image', mediaSource: 'binary', binaryPropertyName: 'data', imageAlt: 'from the input' },
				{ type: 'image', mediaSource: 'key', imageKey: key },
				{ type: 'image', mediaSource: 'url', imageUrl: `${platform.simulator.url}/_sim/resources/${key}` },
			],
			{ requestOptions: { privateAddresses: true } },
			[{ files: { data: picture } }],
		);
		const keys = body.elements.map(({ img_key }) => img_key);
		expect(tags({ body } as Sent)).toEqual(['img', 'img', 'img']);
		expect(keys[1]).toBe(key);
		expect(platform.store.images.size).toBe(uploaded + 2);
		for (const one of keys) expect(platform.store.images.has(String(one))).toBe(true);
	});

	test('people by ID and address', async () => {
		const [a, b] = platform.users;
		const { body } = await drawn([
			{
				type: 'people',
				people: { person: [{ user: byId(a?.open_id ?? '') }, { user: byEmail(b?.email ?? '') }] },
			},
		]);
		expect(JSON.stringify(body)).toContain(a?.open_id);
		expect(JSON.stringify(body)).toContain(b?.open_id);
	});

	test('buttons open pages and call back', async () => {
		const { body } = await drawn([
			{
				type: 'buttons',
				buttonLayout: 'row',
				buttons: {
					button: [
						{ buttonText: 'Open', buttonAction: 'link', buttonUrl: 'https://example.com', buttonStyle: 'default' },
						{
							buttonText: 'Approve',
							buttonAction: 'callback',
							buttonStyle: 'primary_filled',
							callbackValue: late({ action: 'approve', id: 7 }),
							buttonConfirm: 'Sure?',
						},
					],
				},
			},
		]);
		const text = JSON.stringify(body);
		expect(text).toContain('{"type":"open_url","default_url":"https://example.com"}');
		expect(text).toContain('{"type":"callback","value":{"action":"approve","id":7}}');
		expect(text).toContain('"content":"Sure?"');
	});

	test('menus, dates and forms', async () => {
		const shown = await drawn([
			{ type: 'select', selectFrom: 'choices', choices: 'Yes = y, No = n', placeholder: 'Choose' },
			{ type: 'select', selectFrom: 'people' },
			{ type: 'date', datePick: 'datetime', placeholder: 'When' },
			{
				type: 'form',
				submitText: 'Send',
				inputs: {
					input: [
						{ inputLabel: 'Reason', inputName: 'reason', inputKind: 'multiline', required: true },
						{ inputLabel: 'Grade', inputName: 'grade', inputKind: 'select', choices: 'A\nB' },
						{ inputLabel: 'Who', inputName: 'who', inputKind: 'multiPerson' },
						{ inputLabel: 'Until', inputName: 'until', inputKind: 'date', required: true },
						{ inputLabel: 'Sure', inputName: 'sure', inputKind: 'checkbox' },
					],
				},
			},
		]);
		const text = JSON.stringify(shown.body);
		expect(text).toContain('"value":"y"');
		expect(tags(shown)).toContain('form');
		for (const name of ['reason', 'grade', 'who', 'until', 'sure']) expect(text).toContain(`"name":"${name}"`);
		expect(text).toContain('"form_action_type":"submit"');
		expect(text).toMatch(/Until \\*\*/);
	});

	test('elements of one’s own', async () => {
		const { body } = await drawn([{ type: 'elements', elements: late({ tag: 'markdown', content: 'mine' }) }]);
		expect(only(body.elements)).toEqual({ tag: 'markdown', content: 'mine' });
	});

	test('stand in their order, mentions first and the link to the workflow last', async () => {
		const [user] = platform.users;
		await sent(
			card(
				[
					{ type: 'markdown', text: 'one' },
					{ type: 'markdown', text: 'two' },
				],
				{
					...mention({ who: 'everyone' }, { who: 'person', user: byId(user?.open_id ?? '') }),
					messageOptions: { includeLinkToWorkflow: true },
				},
			),
		);
		const { body } = wireContent() as Sent;
		expect(body.elements.map(({ content }) => content)).toEqual([
			`<at id=all></at> <at id=${user?.open_id}></at>`,
			'one',
			'two',
			expect.stringMatching(/Automated with this \[n8n workflow\]\(http\S+workflow\/\S*\)/),
		]);
	});
});

describe('what is refused before any call', () => {
	const big = '飞'.repeat(11_000);
	const many = (count: number, block: INodeParameters) => Array.from({ length: count }, () => block);
	test.each<[string, INodeParameters[], INodeParameters, string]>([
		['an empty card', [], { cardTitle: late('') }, 'The card is empty'],
		['words that are none', [{ type: 'markdown', text: late(' ') }], {}, 'Block 1 (Text) → Text'],
		['fields without any', [{ type: 'divider' }, { type: 'fields', fields: {} }], {}, 'Block 2 (Fields) → Fields'],
		['rows that are none', [{ type: 'table', tableRows: late('nothing') }], {}, 'Block 1 (Table) → Rows'],
		['a table without rows', [{ type: 'table', tableRows: '[]' }], {}, 'Block 1 (Table) → Rows'],
		[
			'a chart without figures',
			[{ type: 'chart', chartType: 'bar', chartData: late([{ a: 'x' }]) }],
			{},
			'Block 1 (Chart) → Data',
		],
		[
			'a key that no object has',
			[{ type: 'chart', chartType: 'bar', chartData: late([{ a: 'x', b: 1 }]), chartValue: 'c' }],
			{},
			"The value key 'c'",
		],
		[
			'a button without a page',
			[{ type: 'buttons', buttons: { button: [{ buttonText: 'x', buttonAction: 'link', buttonUrl: late('') }] } }],
			{},
			'Block 1 (Buttons) → Button 1 → Link',
		],
		[
			'a button without words',
			[{ type: 'buttons', buttons: { button: [{ buttonText: late('') }] } }],
			{},
			'Block 1 (Buttons) → Button 1 → Label',
		],
		['no buttons', [{ type: 'buttons', buttons: {} }], {}, 'Block 1 (Buttons) → Buttons'],
		['a form without inputs', [{ type: 'form', inputs: {} }], {}, 'Block 1 (Form) → Inputs'],
		[
			'two inputs of one name',
			[{ type: 'form', inputs: { input: [{ inputName: 'a' }, { inputName: 'a' }] } }],
			{},
			'Block 1 (Form)',
		],
		['a menu without choices', [{ type: 'select', choices: late('') }], {}, 'Block 1 (Select) → Choices'],
		[
			'an image without a key',
			[{ type: 'image', mediaSource: 'key', imageKey: late('') }],
			{},
			'Block 1 (Image) → Image Key',
		],
		[
			'an image that the item lacks',
			[{ type: 'image', mediaSource: 'binary', binaryPropertyName: 'none' }],
			{},
			"no file in 'none'",
		],
		['no people', [{ type: 'people', people: {} }], {}, 'Block 1 (People) → People'],
		[
			'too much',
			[
				{ type: 'markdown', text: 'x' },
				{ type: 'markdown', text: big },
			],
			{},
			'Block 2 (Text)',
		],
		['too many elements', many(201, { type: 'divider' }), {}, '200'],
		['too many tables', many(6, { type: 'table', tableRows: late([{ a: 1 }]) }), {}, 'Table'],
		[
			'an unknown property',
			[{ type: 'elements', elements: late([{ tag: 'markdown', contents: 'x', content: 'y' }]) }],
			{},
			'Block 1 (Card Elements (JSON))',
		],
		[
			'tags without a title',
			[{ type: 'divider' }],
			{ cardTitle: late(''), cardHeader: { tags: { tag: [{ text: 'P1' }] } } },
			"The field 'Title' is empty",
		],
	])('%s', async (_, blocks, more, words) => {
		const { error } = await send(card(blocks, more));
		expect(`${error?.message} ${error?.description}`).toContain(words);
		expect(error?.name).toBe('NodeOperationError');
		expect(platform.simulator.requests).toEqual([]);
	});

	test('an address that leads to no image is named', async () => {
		const imageUrl = `${platform.simulator.url}/_sim/nothing`;
		const before = platform.messages().length;
		const { error } = await send(card([{ type: 'image', mediaSource: 'url', imageUrl }]));
		expect(error?.message).toContain("The field 'Block 1 (Image) → Image URL' leads to no image");
		expect(platform.messages()).toHaveLength(before);
	});
});

test('goes to several receivers as the same card', async () => {
	const [user] = platform.users;
	const run = await send({
		...card([{ type: 'markdown', text: 'x' }]),
		sendTo: 'several',
		receivers: { chats: [{ chat: list(platform.chat.chat_id) }], people: [{ user: byId(user?.open_id ?? '') }] },
	});
	expect(run.items.map(({ json }) => json.msg_type)).toEqual(['interactive', 'interactive']);
});
