import { cardHints } from '../../../../../../feishu/im/card';
import { built, card, refusalOf, words } from '../../../../../support/cards';

const image = (more: object) => built({ type: 'image', imageKey: 'img_v3_1', ...more })[0];
const table = (more: object) => built({ type: 'table', columns: [{ key: 'a' }], rows: [{ a: 'x' }], ...more })[0];

describe('images', () => {
	it.each<[string, object, object]>([
		['the whole image', {}, { scale_type: 'fit_horizontal' }],
		['edge to edge', { size: 'bleed' }, { scale_type: 'fit_horizontal', margin: '4px -12px' }],
		['a size of its own', { size: { width: 300, height: '200' } }, { scale_type: 'crop_center', size: '300px 200px' }],
		['cropped from the top', { size: 'small', crop: 'top' }, { scale_type: 'crop_top', size: 'small' }],
		['round', { radius: '50%' }, { corner_radius: '50%' }],
		['rounded', { radius: 8 }, { corner_radius: '8px' }],
		['without preview', { preview: false, transparent: true }, { preview: false, transparent: true }],
		['by language', { languages: { en_us: 'img_v3_2' } }, { i18n_img_key: { en_us: 'img_v3_2' } }],
		[
			'with words by language',
			{ alt: { text: 'a', languages: { en_us: 'b' } }, title: 'T' },
			{ alt: { ...words('a'), i18n_content: { en_us: 'b' } }, title: words('T') },
		],
	])('%s', (_what, more, element) => {
		expect(image(more)).toMatchObject(element);
	});

	it.each<[string, object]>([
		['the width 0 is outside of 1 to 1000', { size: { width: 0, height: 1 } }],
		['the height 1001 is outside of 1 to 1000', { size: { width: 1, height: 1001 } }],
		["the crop 'left' is unknown", { size: 'small', crop: 'left' }],
		['the radius 101 is outside of 0 to 100', { radius: '101%' }],
		["'https://x.y/z.png' is an address", { languages: { en_us: 'https://x.y/z.png' } }],
	])('say %s', (said, more) => {
		expect(refusalOf({ type: 'image', imageKey: 'img_v3_1', ...more })).toContain(`Block 1 (Image): ${said}`);
	});

	it.each([
		[1, 'double'],
		[2, 'double'],
		[3, 'triple'],
		[4, 'bisect'],
		[5, 'trisect'],
		[9, 'trisect'],
	])('%i of them stand in the grid that shows them', (count, grid) => {
		const imageKeys = Array.from({ length: count }, (_gap, index) => `img_${index}`);
		const [element] = built({ type: 'images', imageKeys, radius: '4px', transparent: true });
		expect(element).toEqual({
			tag: 'img_combination',
			combination_mode: grid,
			combination_transparent: true,
			corner_radius: '4px',
			img_list: imageKeys.map((key) => ({ img_key: key })),
		});
		expect(cardHints(card(element))).toEqual([]);
	});

	it('that a grid would not show are told', () => {
		const images = (count: number, grid?: string) =>
			refusalOf({ type: 'images', imageKeys: Array(count).fill('img_1'), grid });
		expect(images(4, 'triple')).toBe(
			"Block 1 (Images): there are 4 images; Feishu shows at most 3 in the grid 'triple' | 'bisect' has room for them",
		);
		expect(images(10)).toContain("at most 9 in the grid 'trisect' | Use several blocks");
		expect(images(1, 'four')).toContain("the grid 'four' is unknown");
		expect(refusalOf({ type: 'images', imageKeys: ['img_1', ''] })).toContain('the key of image 2 is empty');
	});
});

describe('people', () => {
	it('one person', () => {
		expect(built({ type: 'person', userId: ' ou_1 ', size: 'large', capsule: true, showAvatar: false })).toEqual([
			{ tag: 'person', user_id: 'ou_1', size: 'large', show_name: true, show_avatar: false, style: 'capsule' },
		]);
		expect(refusalOf({ type: 'person' })).toContain('Block 1 (Person): the ID of the person is empty');
		expect(refusalOf({ type: 'person', userId: 'ou_1', size: 'huge' })).toContain("the size 'huge' is unknown");
	});

	it('several, in as many lines as wanted', () => {
		const [list] = built({ type: 'people', ids: ['ou_1'], lines: 500, icon: 'group_outlined' });
		expect(list).toMatchObject({ lines: 500, icon: { tag: 'standard_icon', token: 'group_outlined' } });
		expect(refusalOf({ type: 'people', ids: ['ou_1'], lines: 0 })).toContain('the number of lines 0 is not possible');
	});
});

describe('tables', () => {
	it.each<[string, object, object]>([
		['rows as high as their text', {}, { row_height: 'auto', row_max_height: '999px' }],
		[
			'rows as high as wanted',
			{ rowHeight: 'auto', rowMaxHeight: 200 },
			{ row_height: 'auto', row_max_height: '200px' },
		],
		['low rows', { rowHeight: 'low' }, { row_height: 'low' }],
		['rows of one height', { rowHeight: '40px' }, { row_height: '40px' }],
		['a first column that stays', { freezeFirstColumn: true }, { freeze_first_column: true }],
		[
			'a header of its own',
			{ header: { align: 'center', size: 'heading', gray: false, color: 'grey', bold: false, lines: 2 } },
			{
				header_style: {
					text_align: 'center',
					text_size: 'heading',
					background_style: 'none',
					text_color: 'grey',
					bold: false,
					lines: 2,
				},
			},
		],
		[
			'columns of their own',
			{ columns: [{ key: 'a', align: 'right', verticalAlign: 'top', width: '25%' }] },
			{ columns: [{ horizontal_align: 'right', vertical_align: 'top', width: '25%' }] },
		],
	])('with %s', (_what, more, element) => {
		expect(table(more)).toMatchObject(element);
	});

	it('have no greatest height where rows have one', () => {
		expect(table({ rowHeight: 'middle', rowMaxHeight: 200 })).not.toHaveProperty('row_max_height');
	});

	it.each<[string, object]>([
		['the height of rows 125 is outside of 32 to 124', { rowHeight: 125 }],
		['the greatest height of rows 1000 is outside of 32 to 999', { rowMaxHeight: 1000 }],
		['the number of lines of the header 0 is not possible', { header: { lines: 0 } }],
		["the alignment of column 1 'middle' is unknown", { columns: [{ key: 'a', verticalAlign: 'middle' }] }],
	])('say %s', (said, more) => {
		expect(refusalOf({ type: 'table', columns: [{ key: 'a' }], rows: [], ...more })).toContain(said);
	});
});

describe('others', () => {
	it('audio, whose card is not forwarded', () => {
		const audio = {
			type: 'audio',
			fileKey: 'file_v3_1',
			audioId: 'a',
			showTime: true,
			disabled: true,
			disabledHint: 'No',
		};
		expect(built(audio)).toEqual([
			{
				tag: 'audio',
				file_key: 'file_v3_1',
				audio_id: 'a',
				show_time: true,
				disabled: true,
				disabled_tips: words('No'),
			},
		]);
		expect(refusalOf({ type: 'audio' })).toContain('Block 1 (Audio): the file key is empty');
		expect(refusalOf(audio, audio)).toContain("the audio_id 'a' is used twice");
	});

	it('a chart without preview', () => {
		expect(built({ type: 'chart', spec: { type: 'bar' }, preview: false })).toMatchObject([{ preview: false }]);
	});

	it('names of fields of any length', () => {
		const name = 'a'.repeat(501);
		expect(JSON.stringify(built({ type: 'fields', fields: [{ name, value: '' }] }))).toContain(name);
	});

	it.each<[string | number, string]>([
		[8, '8px'],
		['4px 12px', '4px 12px'],
		['4 -12 4px 0', '4px -12px 4px 0px'],
	])('a margin of %s', (margin, written) => {
		expect(built({ type: 'divider', margin })).toEqual([{ tag: 'hr', margin: written }]);
	});

	it.each([
		['1px 2px 3px 4px 5px', 'more than four sides'],
		['100px', 'the margin 100 is outside of -99 to 99'],
		['wide', 'the margin wide is outside of -99 to 99'],
	])('no margin of %s', (margin, said) => {
		expect(refusalOf({ type: 'divider', margin })).toContain(said);
	});
});
