import { drawn, elementsOf, load, wordsOf } from './load';

type Json = Record<string, unknown>;

const { cartesian, parts, ticks } = load<{
	cartesian(spec: Json): { categories: string[]; series: Array<{ name: string; values: unknown[] }> };
	parts(spec: Json): Json[];
	ticks(values: number[]): number[];
}>('cards/charts/data.js');
const { chart } = load<{ chart(element: Json): unknown }>('cards/charts/chart.js');
const { shareState } = load<{ shareState(before: Json | undefined, next: Json): Json }>('share.js');

const values = [
	{ day: 'Mon', n: 5, kind: 'web' },
	{ day: 'Mon', n: 2, kind: 'app' },
	{ day: 'Tue', n: 8, kind: 'web' },
];
const spec = { data: { values }, xField: 'day', yField: 'n' };
const tags = (chart_spec: Json) => elementsOf(drawn(chart({ tag: 'chart', chart_spec }))).map(({ tag }) => tag);
const count = (chart_spec: Json, tag: string) => tags(chart_spec).filter((one) => one === tag).length;

describe('the data of a chart', () => {
	it('comes by category and series', () => {
		expect(cartesian({ ...spec, seriesField: 'kind' })).toEqual({
			categories: ['Mon', 'Tue'],
			series: [
				{ name: 'web', values: [5, 8] },
				{ name: 'app', values: [2, undefined] },
			],
		});
		expect(cartesian({ ...spec, xField: ['day', 'kind'] }).series).toHaveLength(2);
		expect(cartesian({ direction: 'horizontal', data: [{ values }], xField: 'n', yField: 'day' })).toMatchObject({
			categories: ['Mon', 'Tue'],
			series: [{ values: [7, 8] }],
		});
	});

	it('comes as parts of a whole', () => {
		expect(parts({ data: { values: [{ k: 'a', v: '3' }, { k: 'b' }] }, categoryField: 'k', valueField: 'v' })).toEqual([
			{ name: 'a', value: 3 },
			{ name: 'b', value: 0 },
		]);
	});

	it.each([
		[
			[0, 9],
			[0, 2, 4, 6, 8, 10],
		],
		[
			[-3, 4],
			[-4, -2, 0, 2, 4],
		],
		[[0.12], [0, 0.05, 0.1, 0.15]],
		[[], [0, 0.2, 0.4, 0.6, 0.8, 1]],
	])('%j is measured by %j', (list, expected) => {
		const marks = ticks(list);
		expect(marks[0]).toBe(expected[0]);
		expect(Math.max(...list, 0)).toBeLessThanOrEqual(marks[marks.length - 1] ?? 0);
	});
});

describe('charts', () => {
	it.each<[string, string, number]>([
		['bar', 'rect', 2],
		['line', 'polyline', 1],
		['area', 'polygon', 1],
		['scatter', 'circle', 3],
	])('%s is drawn', (type, tag, times) => {
		expect(count({ ...spec, type, ...(type === 'scatter' && { xField: 'n' }) }, tag)).toBe(times);
	});

	it('of parts are drawn', () => {
		const shares = {
			data: {
				values: [
					{ k: 'a', v: 3 },
					{ k: 'b', v: 1 },
				],
			},
			categoryField: 'k',
			valueField: 'v',
		};
		expect(count({ ...shares, type: 'pie', innerRadius: 0.5 }, 'path')).toBe(2);
		expect(count({ ...shares, type: 'funnel' }, 'polygon')).toBe(2);
		expect(wordsOf(drawn(chart({ chart_spec: { ...shares, type: 'pie' } })))).toContain('a: 3 (75%)');
	});

	it('name their series and take their own colors, if these are colors', () => {
		const drawing = elementsOf(
			drawn(chart({ chart_spec: { ...spec, type: 'bar', seriesField: 'kind', color: ['#123456', 'url(x)'] } })),
		);
		expect([...new Set(drawing.filter(({ tag }) => tag === 'rect').map(({ props }) => props.fill))]).toEqual([
			'#123456',
		]);
		expect(wordsOf(drawing.filter(({ props }) => props.class === 'chart-legend'))).toBe('webapp');
	});

	it('that are not drawn name themselves', () => {
		expect(wordsOf(drawn(chart({ chart_spec: { ...spec, type: 'sankey', title: { text: 'Flow' } } })))).toContain(
			'sankey chart · 3 values',
		);
	});
});

describe('a new state', () => {
	const message = (id: string, text: string) => ({ message_id: id, content: { text } });
	const state = (...messages: Json[]) => ({ messages, users: [], apps: [], chats: [], departments: [] });

	it('shares with the last one what says the same', () => {
		const before = shareState(undefined, state(message('a', 'x'), message('b', 'y')));
		const after = shareState(before, state(message('a', 'x'), message('b', 'z')));
		const [one, other] = [before.messages, after.messages] as [Json[], Json[]];
		expect(other[0]).toBe(one[0]);
		expect(other[1]).toEqual(message('b', 'z'));
		expect(shareState(after, state(message('a', 'x'), message('b', 'z'))).messages).toBe(after.messages);
	});
});
