import { drawn, elementsOf, load } from './load';
import { drawnByVChart } from './vchart';

type Json = Record<string, unknown>;

const { boxOf, summaryOf, vchartSpec } = load<{
	boxOf(element: Json): Json;
	summaryOf(element: Json): string;
	vchartSpec(element: Json): Json;
}>('cards/charts/chart-spec.js');
const { chart } = load<{ chart(element: Json): unknown }>('cards/charts/chart.js');
const { shareState } = load<{ shareState(before: Json | undefined, next: Json): Json }>('share.js');

const values = [
	{ day: 'Mon', n: 5, kind: 'web' },
	{ day: 'Mon', n: 2, kind: 'app' },
	{ day: 'Tue', n: 8, kind: 'web' },
];
const spec = { title: { text: 'Visits' }, data: { values }, xField: 'day', yField: 'n', seriesField: 'kind' };
const shares = { data: { values }, categoryField: 'day', valueField: 'n' };
const element = (chart_spec: Json, more: Json = {}) => ({ tag: 'chart', chart_spec, ...more });

describe('charts', () => {
	it.each<[string, Json, string, number]>([
		['bar', spec, 'rect', 3],
		['line', spec, 'line', 2],
		['area', spec, 'area', 2],
		['scatter', { ...spec, xField: 'n' }, 'symbol', 3],
		['pie', shares, 'arc', 3],
		['funnel', shares, 'polygon', 3],
		['wordCloud', { ...shares, nameField: 'day' }, 'text', 3],
	])('%s is drawn by VChart, with as many marks as it has values or series', (type, of, mark, count) => {
		expect(drawnByVChart(vchartSpec(element({ ...of, type }))).marks[mark]).toBe(count);
	});

	it('have their title and the words of their axes', () => {
		const { texts } = drawnByVChart(vchartSpec(element({ ...spec, type: 'bar' })));
		expect(texts).toEqual(expect.arrayContaining(['Visits', 'Mon', 'Tue', '8']));
	});

	it('take the colors of the theme that the card names, unless they have their own', () => {
		const fills = (more: Json, own: Json = {}) =>
			drawnByVChart(vchartSpec(element({ ...spec, type: 'bar', ...own }, more))).fills;
		expect(fills({})).toEqual(expect.arrayContaining(['#3370ff', '#85b1ff']));
		expect(fills({ color_theme: 'converse' })).toEqual(expect.arrayContaining(['#34a853', '#f54a45']));
		expect(fills({}, { color: ['#123456', '#654321'] })).toEqual(expect.arrayContaining(['#123456', '#654321']));
	});

	it('that VChart does not know say what they would be', () => {
		const unknown = element({ ...spec, type: 'constellation' });
		expect(() => drawnByVChart(vchartSpec(unknown))).toThrow('init chart fail');
		expect(summaryOf(unknown)).toBe('constellation chart · 3 values');
		expect(summaryOf(element({}))).toBe('unknown chart · 0 values');
	});

	it('have the height or the form that the card says', () => {
		expect(boxOf(element(spec, { height: '240px' }))).toEqual({ height: '240px' });
		expect(boxOf(element(spec, { aspect_ratio: '4:3' }))).toEqual({ aspectRatio: String(4 / 3) });
		expect(boxOf(element(spec, { height: 'url(x)' }))).toEqual({ aspectRatio: String(16 / 9) });
	});

	it('say to those who do not see them what they are', () => {
		const [figure] = elementsOf(drawn(chart(element({ ...spec, type: 'bar' }))));
		expect(figure).toMatchObject({ tag: 'figure', props: { role: 'img', 'aria-label': 'bar chart Visits' } });
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
