import { buildCard, checkCard } from '../../../../../../feishu/im/card';
import { thrownBy } from '../../../../../support/feishuCalls';
import { built, refusalOf, words } from '../../../../../support/cards';

const line = { type: 'divider' };

describe('containers', () => {
	it('columns', () => {
		expect(
			built({
				type: 'columns',
				narrow: 'stretch',
				gap: 'large',
				align: 'center',
				background: 'grey',
				link: 'https://x.y',
				columns: [
					{ blocks: [line], width: 'auto', verticalAlign: 'center', padding: '4px 8px', margin: -4 },
					{ blocks: [line], width: 120, background: 'blue-50', direction: 'horizontal', gap: 12, rowGap: 'small' },
					{ blocks: [], weight: 2, link: { url: 'https://a.b', pc: false } },
				],
			}),
		).toEqual([
			{
				tag: 'column_set',
				flex_mode: 'stretch',
				horizontal_spacing: 'large',
				horizontal_align: 'center',
				background_style: 'grey',
				action: { multi_url: { url: 'https://x.y' } },
				columns: [
					{
						tag: 'column',
						width: 'auto',
						vertical_align: 'center',
						padding: '4px 8px',
						margin: '-4px',
						elements: [{ tag: 'hr' }],
					},
					{
						tag: 'column',
						width: '120px',
						background_style: 'blue-50',
						direction: 'horizontal',
						horizontal_spacing: '12px',
						vertical_spacing: 'small',
						elements: [{ tag: 'hr' }],
					},
					{
						tag: 'column',
						width: 'weighted',
						weight: 2,
						action: { multi_url: { url: 'https://a.b', pc_url: 'lark://msgcard/unsupported_action' } },
						elements: [],
					},
				],
			},
		]);
	});

	it('what can be clicked', () => {
		expect(
			built({
				type: 'clickable',
				blocks: [{ type: 'markdown', text: 'Open' }],
				action: 'both',
				url: 'https://x.y',
				value: { a: 1 },
				hint: 'Opens',
				width: 'auto',
				height: 40,
				background: 'laser',
				border: 'grey',
				radius: 8,
				padding: 4,
				confirm: { title: 'a', text: 'b' },
			}),
		).toEqual([
			{
				tag: 'interactive_container',
				width: 'auto',
				height: '40px',
				padding: '4px',
				background_style: 'laser',
				has_border: true,
				border_color: 'grey',
				corner_radius: '8px',
				behaviors: [
					{ type: 'open_url', default_url: 'https://x.y' },
					{ type: 'callback', value: { a: 1 } },
				],
				confirm: { title: words('a'), text: words('b') },
				hover_tips: words('Opens'),
				elements: [{ tag: 'markdown', content: 'Open' }],
			},
		]);
	});

	it('panels', () => {
		const panel = { type: 'panel', title: { text: '更多', languages: { en_us: 'More' } }, blocks: [line] };
		expect(built({ ...panel, border: false, background: 'grey', titleBackground: 'blue' })).toMatchObject([
			{
				header: { title: { i18n_content: { en_us: 'More' } }, background_color: 'blue' },
				background_color: 'grey',
			},
		]);
		expect(built({ ...panel, border: false })[0]).not.toHaveProperty('border');
	});

	it.each<[string, object]>([
		["what becomes of the columns 'wrap' is unknown", { type: 'columns', narrow: 'wrap', columns: [{ blocks: [] }] }],
		['the width of column 1 700 is outside of 16 to 600', { type: 'columns', columns: [{ blocks: [], width: 700 }] }],
		['the weight of column 1 6 is outside of 1 to 5', { type: 'columns', columns: [{ blocks: [], weight: 6 }] }],
		['the gap 100 is outside of 0 to 99', { type: 'columns', gap: 100, columns: [{ blocks: [] }] }],
		["the link of column 1 'x.y' has no scheme", { type: 'columns', columns: [{ blocks: [], link: 'x.y' }] }],
		['the width 1000 is outside of 16 to 999', { type: 'clickable', width: 1000, blocks: [] }],
		['the height 9 is outside of 10 to 999', { type: 'clickable', height: 9, blocks: [] }],
		["the URL of the container 'x.y' has no scheme", { type: 'clickable', url: 'x.y', blocks: [] }],
	])('say %s', (said, block) => {
		expect(refusalOf(block)).toContain(said);
	});
});

describe('the frame', () => {
	const frame = (spec: object) => {
		const card = buildCard({ blocks: [], ...spec });
		checkCard(card, { field: 'Card' });
		return card;
	};

	it('a header in languages, with mentions, and an icon of its color', () => {
		expect(
			frame({
				header: {
					title: { text: '你好 <at id=all></at>', languages: { en_us: 'Hello <at id=all></at>' } },
					rich: true,
					icon: { token: 'bell_outlined', color: 'red' },
					tags: [{ text: { text: '新', languages: { en_us: 'New' } } }],
					padding: '4px 12px',
				},
			}),
		).toMatchObject({
			header: {
				title: { tag: 'lark_md', i18n_content: { en_us: 'Hello <at id=all></at>' } },
				icon: { token: 'bell_outlined', color: 'red' },
				text_tag_list: [{ text: { i18n_content: { en_us: 'New' } } }],
				padding: '4px 12px',
			},
		});
	});

	it('a subtitle alone, which is shown as the title', () => {
		expect(frame({ header: { subtitle: 'S' } }).header).toEqual({ subtitle: words('S'), template: 'default' });
	});

	it('all settings', () => {
		expect(
			frame({
				summary: { text: '短', languages: { en_us: 'Short' } },
				forwardClicks: true,
				locales: ['zh_cn', 'en-US'],
				ownTranslation: true,
				textSizes: { big: { default: 'heading', pc: 'heading', mobile: 'normal' } },
				colors: { mine: { light: 'rgba(5,157,178,0.52)', dark: 'rgba(78,23,108,0.49)' } },
				link: { url: 'https://x.y', ios: false },
				layout: { direction: 'vertical', padding: '12px', gap: 'small' },
			}),
		).toMatchObject({
			config: {
				summary: { content: '短', i18n_content: { en_us: 'Short' } },
				enable_forward_interaction: true,
				locales: ['zh_cn', 'en_us'],
				use_custom_translation: true,
				style: {
					text_size: { big: { default: 'heading', pc: 'heading', mobile: 'normal' } },
					color: { mine: { light_mode: 'rgba(5,157,178,0.52)', dark_mode: 'rgba(78,23,108,0.49)' } },
				},
			},
			card_link: { url: 'https://x.y', ios_url: 'lark://msgcard/unsupported_action' },
			body: { direction: 'vertical', padding: '12px', horizontal_spacing: 'small' },
		});
	});

	it('sizes of its own for the text of blocks', () => {
		const blocks = [{ type: 'markdown', text: 'a', size: 'big' }];
		const textSizes = { big: { default: 'heading' } };
		expect(frame({ blocks, textSizes })).toMatchObject({ body: { elements: [{ text_size: 'big' }] } });
	});

	it.each<[string, object]>([
		["Card settings: the language 'xx' of the card is unknown", { locales: ['xx'] }],
		["Card settings: the link 'lark://x' is no web address", { link: 'lark://x' }],
		["Card settings: the size 'big' has no values", { textSizes: { big: {} } }],
		['Header: the title is empty', { header: { subtitle: ' ' } }],
		["Header: the language 'xx' of the title is unknown", { header: { title: { languages: { xx: 'a' } } } }],
	])('says %s', (said, spec) => {
		expect(thrownBy(() => frame(spec)).message).toBe(said);
	});
});
