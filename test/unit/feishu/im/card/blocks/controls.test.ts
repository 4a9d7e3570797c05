import { built, refusalOf, words } from '../../../../../support/cards';

const callback = (value: object = {}) => ({ type: 'callback', value });
const button = (more: object) => built({ type: 'buttons', buttons: [{ text: 'Go', ...more }] })[0];
const refusedButton = (more: object) => refusalOf({ type: 'buttons', buttons: [{ text: 'Go', ...more }] });

describe('buttons', () => {
	it.each<[string, object, object]>([
		[
			'the look',
			{ style: 'danger_filled', size: 'tiny', width: 'fill' },
			{ type: 'danger_filled', size: 'tiny', width: 'fill' },
		],
		['a width in pixels', { width: 120 }, { width: '120px' }],
		[
			'an icon',
			{ icon: { token: 'chat_outlined', color: 'blue' } },
			{ icon: { tag: 'standard_icon', token: 'chat_outlined', color: 'blue' } },
		],
		['an image as icon', { icon: { imageKey: 'img_1' } }, { icon: { tag: 'custom_icon', img_key: 'img_1' } }],
		[
			'hints',
			{ hint: 'Press', disabled: true, disabledHint: 'Closed' },
			{ hover_tips: words('Press'), disabled: true, disabled_tips: words('Closed') },
		],
		[
			'languages',
			{ text: { text: '走', languages: { en_us: 'Go' } } },
			{ text: { ...words('走'), i18n_content: { en_us: 'Go' } } },
		],
		[
			'a link and a callback at once',
			{ action: 'both', url: 'https://x.y', value: { a: 1 } },
			{ behaviors: [{ type: 'open_url', default_url: 'https://x.y' }, callback({ a: 1 })] },
		],
		[
			'a link by device',
			{ url: { url: 'https://x.y', pc: 'https://p.y', android: false } },
			{
				behaviors: [
					{
						type: 'open_url',
						default_url: 'https://x.y',
						pc_url: 'https://p.y',
						android_url: 'lark://msgcard/unsupported_action',
					},
				],
			},
		],
		[
			'an address that is written right',
			{ url: 'https://x.y/?t=31/12 23:59|a' },
			{ behaviors: [{ default_url: 'https://x.y/?t=31/12%2023:59%7Ca' }] },
		],
		[
			'a question in languages',
			{ confirm: { title: 'Sure?', text: { text: '真', languages: { en_us: 'Really' } } } },
			{ confirm: { text: { i18n_content: { en_us: 'Really' } } } },
		],
	])('have %s', (_what, more, element) => {
		expect(button(more)).toMatchObject(element);
	});

	it('need no words beside an icon', () => {
		expect(button({ text: '', icon: 'chat_outlined' })).not.toHaveProperty('text');
		expect(refusedButton({ text: '' })).toContain('the text of button 1 is empty');
	});

	it.each<[string, object]>([
		["the URL of button 1 'mailto:a@b.c' is no web address", { url: 'mailto:a@b.c' }],
		["the URL of button 1 'javascript:x' is no web address", { url: 'javascript:x' }],
		["the URL of button 1 for pc 'weixin://x' is no web address", { url: { url: 'https://x.y', pc: 'weixin://x' } }],
		[
			'the URL of button 1 is missing | Give one for all devices, or for ios and android as well',
			{ url: { pc: 'https://x.y' } },
		],
		['the URL of button 1 is empty', { action: 'both', value: {} }],
		["the style of button 1 'warning' is unknown", { style: 'warning' }],
		["the size of button 1 'huge' is unknown", { size: 'huge' }],
		['the width of button 1 99 is not possible', { width: 99 }],
		['the title of the confirmation is empty', { confirm: { title: '', text: 'x' } }],
	])('say %s', (said, more) => {
		expect(refusedButton(more)).toContain(said);
	});

	it('are folded away in a menu', () => {
		const options = [
			{ text: 'Open', url: 'https://x.y' },
			{ text: { text: '删', languages: { en_us: 'Delete' } }, value: 'delete' },
			{ text: 'Both', url: { url: 'https://x.y', ios: false }, value: 'both' },
		];
		expect(
			built({ type: 'menu', options, value: { id: 1 }, width: 'fill', confirm: { title: 'a', text: 'b' } }),
		).toEqual([
			{
				tag: 'overflow',
				options: [
					{ text: words('Open'), multi_url: { url: 'https://x.y' } },
					{ text: { ...words('删'), i18n_content: { en_us: 'Delete' } }, value: 'delete' },
					{
						text: words('Both'),
						multi_url: { url: 'https://x.y', ios_url: 'lark://msgcard/unsupported_action' },
						value: 'both',
					},
				],
				width: 'fill',
				behaviors: [callback({ id: 1 })],
				confirm: { title: words('a'), text: words('b') },
			},
		]);
		expect(refusalOf({ type: 'menu', options: [] })).toContain('Block 1 (Menu): there are no options');
		expect(refusalOf({ type: 'menu', options: [{ text: 'a'.repeat(101) }] })).toContain('the text of option 1 has 101');
	});
});

describe('what is chosen or filled in', () => {
	const options = [
		{ text: 'A', value: 'a', icon: 'chat_outlined' },
		{ text: { languages: { en_us: 'B' } }, value: 'b' },
	];

	it('a select', () => {
		expect(built({ type: 'select', options, plain: true, width: 200, disabled: true, disabledHint: 'No' })).toEqual([
			{
				tag: 'select_static',
				options: [
					{ text: words('A'), value: 'a', icon: { tag: 'standard_icon', token: 'chat_outlined' } },
					{ text: { ...words('b'), i18n_content: { en_us: 'B' } }, value: 'b' },
				],
				type: 'text',
				placeholder: words('Select'),
				width: '200px',
				disabled: true,
				disabled_tips: words('No'),
				behaviors: [callback()],
			},
		]);
	});

	it('people, of whom only those listed can be chosen beforehand', () => {
		const people = { type: 'select', people: true, initial: 'ou_1' };
		expect(built({ ...people, options: [{ value: 'ou_1' }] })).toMatchObject([{ initial_option: 'ou_1' }]);
		expect(refusalOf(people)).toContain("the initial value 'ou_1' is none of the options | Only people who are listed");
		expect(refusalOf({ ...people, options: [{ value: 'ou_2' }] })).toContain('is none of the options');
		const inputs = [{ kind: 'multiPerson', name: 'p', options: [{ value: 'ou_2' }], initial: 'ou_1' }];
		expect(refusalOf({ type: 'form', name: 'f', inputs })).toContain("the initial value 'ou_1' is none of the options");
	});

	it('a date', () => {
		const date = {
			type: 'date',
			placeholder: { text: '日', languages: { en_us: 'Day' } },
			confirm: { title: 'a', text: 'b' },
		};
		expect(built({ ...date, width: 'fill' })).toMatchObject([
			{
				tag: 'date_picker',
				placeholder: { content: '日', i18n_content: { en_us: 'Day' } },
				width: 'fill',
				confirm: { title: words('a') },
			},
		]);
	});

	it('an input', () => {
		const input = {
			type: 'input',
			kind: 'multiline',
			name: 'i',
			title: 'Why',
			labelPosition: 'left',
			placeholder: 'Because',
			initial: 'x',
			initialLanguages: { en_us: 'y' },
			maxLength: '500',
			rows: 2,
			maxRows: 8,
			width: 'fill',
			value: { a: 1 },
		};
		expect(built(input)).toEqual([
			{
				tag: 'input',
				input_type: 'multiline_text',
				default_value: 'x',
				i18n_default_value: { en_us: 'y' },
				max_length: 500,
				label: words('Why'),
				label_position: 'left',
				rows: 2,
				auto_resize: true,
				max_rows: 8,
				name: 'i',
				placeholder: words('Because'),
				width: 'fill',
				behaviors: [callback({ a: 1 })],
			},
		]);
		expect(built({ type: 'input', kind: 'password', showIcon: false, rows: 3 })).toEqual([
			{ tag: 'input', input_type: 'password', show_icon: false, behaviors: [callback()] },
		]);
		expect(built({ type: 'input' })).toMatchObject([{ input_type: 'text' }]);
	});

	it('pictures', () => {
		const pictures = [
			{ imageKey: 'img_1', value: 'one', hint: 'First' },
			{ imageKey: 'img_2', disabled: true, disabledHint: 'Gone' },
		];
		expect(built({ type: 'pictures', pictures, columns: 3, aspectRatio: '1:1', value: { a: 1 } })).toEqual([
			{
				tag: 'select_img',
				layout: 'trisect',
				aspect_ratio: '1:1',
				options: [
					{ img_key: 'img_1', value: 'one', hover_tips: words('First') },
					{ img_key: 'img_2', value: 'img_2', disabled: true, disabled_tips: words('Gone') },
				],
				behaviors: [callback({ a: 1 })],
			},
		]);
		const inputs = [{ kind: 'multiPicture', name: 'p', label: 'Which', pictures, preview: false, required: true }];
		expect(built({ type: 'form', name: 'f', inputs })).toMatchObject([
			{
				elements: [
					{ tag: 'div', text: words('Which *') },
					{ tag: 'select_img', name: 'p', multi_select: true, can_preview: false, required: true },
					{ form_action_type: 'submit' },
				],
			},
		]);
	});

	it('a box to tick', () => {
		const checkbox = { type: 'checkbox', text: '**Done**', strike: true, opacity: 0.5, checked: true };
		expect(
			built({ ...checkbox, rich: true, buttonsOnHover: true, buttons: [{ text: 'Open', url: 'https://x.y' }] }),
		).toEqual([
			{
				tag: 'checker',
				checked: true,
				text: { tag: 'lark_md', content: '**Done**' },
				checked_style: { show_strikethrough: true, opacity: 0.5 },
				button_area: {
					pc_display_rule: 'on_hover',
					buttons: [
						{
							tag: 'button',
							text: words('Open'),
							type: 'default',
							size: 'small',
							behaviors: [{ type: 'open_url', default_url: 'https://x.y' }],
						},
					],
				},
				behaviors: [callback()],
			},
		]);
		expect(built({ ...checkbox, tells: false })[0]).not.toHaveProperty('behaviors');
		expect(refusalOf({ ...checkbox, buttons: Array(4).fill({ text: 'x' }) })).toContain(
			'there are 4 buttons; Feishu takes at most 3',
		);
		expect(refusalOf({ ...checkbox, opacity: 2 })).toContain('the opacity 2 is outside of 0 to 1');
	});

	it.each<[string, object]>([
		['the length 1001 is outside of 1 to 1000', { type: 'input', maxLength: 1001 }],
		["the kind 'number' is unknown", { type: 'input', kind: 'number' }],
		['the number of rows 0 is not possible', { type: 'input', kind: 'multiline', rows: 0 }],
		['the placeholder has 101 characters', { type: 'input', placeholder: 'a'.repeat(101) }],
		['4 columns are not possible', { type: 'pictures', columns: 4, pictures: [{ imageKey: 'a' }] }],
		['there are no pictures', { type: 'pictures', pictures: [] }],
		['the width 20 is not possible', { type: 'date', width: 20 }],
		['works in a form only', { type: 'select', multiple: true, options }],
	])('says %s', (said, block) => {
		expect(refusalOf(block)).toContain(said);
	});
});

describe('a form', () => {
	it('has any other blocks between its inputs', () => {
		const [form] = built({
			type: 'form',
			name: 'f',
			inputs: [
				{ type: 'markdown', text: '**Who**' },
				{
					type: 'columns',
					columns: [
						{ blocks: [{ type: 'input', name: 'first' }] },
						{ blocks: [{ type: 'select', name: 'many', multiple: true, options: [{ value: 'a' }], initial: 'a' }] },
					],
				},
				{ type: 'checkbox', name: 'sure', text: 'Sure' },
				{ type: 'buttons', buttons: [{ text: 'Help', url: 'https://x.y' }, { text: 'Ask' }] },
				{ kind: 'text', name: 'last' },
			],
		});
		expect(form).toMatchObject({
			elements: [
				{ tag: 'markdown' },
				{
					columns: [
						{ elements: [{ tag: 'input', name: 'first' }] },
						{ elements: [{ tag: 'multi_select_static', name: 'many', selected_values: ['a'] }] },
					],
				},
				{ tag: 'checker', name: 'sure' },
				{ columns: [{ elements: [{ name: 'f_button_1' }] }, { elements: [{ name: 'f_button_2' }] }] },
				{ tag: 'input', name: 'last' },
				{ form_action_type: 'submit' },
			],
		});
		// The form tells what was chosen.
		expect(JSON.stringify(form).match(/"callback"/g)).toHaveLength(1);
	});

	it('names the block within that is wrong', () => {
		const inputs = [{ kind: 'text', name: 'a' }, { type: 'image' }];
		expect(refusalOf({ type: 'form', name: 'f', inputs })).toContain(
			'Block 1 (Form) → Input 2 → Block 1 (Image): the image key is empty',
		);
		expect(refusalOf({ type: 'form', name: 'f', inputs: [{ type: 'input' }] })).toContain('it has no name');
	});

	it('has inputs and buttons with all that they can have', () => {
		const [form] = built({
			type: 'form',
			name: 'f',
			inputs: [
				{ kind: 'password', name: 'a', label: 'Secret', labelPosition: 'left', showIcon: false, width: 'fill' },
				{
					kind: 'select',
					name: 'b',
					label: { text: '选', languages: { en_us: 'Pick' } },
					options: [{ value: 'x' }],
					plain: true,
					required: true,
				},
			],
			submit: { text: 'Send', style: 'danger', size: 'large', icon: 'chat_outlined', disabled: true },
			reset: { text: '清', languages: { en_us: 'Clear' } },
		});
		expect(form).toMatchObject({
			elements: [
				{
					tag: 'input',
					input_type: 'password',
					label: words('Secret'),
					label_position: 'left',
					show_icon: false,
					width: 'fill',
				},
				{ tag: 'div', text: { content: '选 *', i18n_content: { en_us: 'Pick *' } } },
				{ tag: 'select_static', type: 'text', required: true },
				{
					columns: [
						{ elements: [{ type: 'danger', size: 'large', icon: { token: 'chat_outlined' }, disabled: true }] },
						{ elements: [{ text: { content: '清', i18n_content: { en_us: 'Clear' } } }] },
					],
				},
			],
		});
	});
});
