/** What VChart is given to draw a card's chart. No DOM here. Source: https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/chart */
import { safeLengths } from '../../safe.js';
import { wordsOf } from '../text.js';

/** The colors of each `color_theme`, in order. */
const THEMES = {
	brand: ['#3370ff', '#85b1ff', '#1bcebf', '#a5e693', '#ffc60a', '#ff9f5a', '#f76964', '#b07cff'],
	rainbow: ['#3370ff', '#1bcebf', '#ffc60a', '#ff8800', '#f54a45', '#7f3bf5', '#14a9e5', '#34a853'],
	complementary: ['#3370ff', '#ff8800', '#85b1ff', '#ffc489', '#1c4cba', '#8f4700'],
	converse: ['#34a853', '#f54a45', '#8ad79c', '#fb9a96', '#186010', '#ac2f28'],
	primary: ['#3370ff', '#5c8fff', '#85aeff', '#adcbff', '#1c4cba', '#0f3280'],
};

const RATIOS = { '1:1': 1, '2:1': 2, '4:3': 4 / 3, '16:9': 16 / 9 };

export const specOf = (element) => element.chart_spec ?? {};

export const titleOf = (element) => wordsOf(specOf(element).title?.text ?? specOf(element).title);

/** The space that the card leaves for the drawing: a height in pixels, or the form of the drawing. */
export function boxOf(element) {
	const height = safeLengths(element.height);
	if (height) return { height };
	return { aspectRatio: String(RATIOS[element.aspect_ratio] ?? RATIOS['16:9']) };
}

/** The spec as it came, in the card's colors where it has none of its own. */
export function vchartSpec(element) {
	const spec = specOf(element);
	return {
		background: 'transparent',
		color: THEMES[element.color_theme] ?? THEMES.brand,
		...spec,
		// A single set of data may come without a list around it, and without a name.
		data: [spec.data ?? []].flat().map((one, index) => ({ id: `data${index}`, ...one })),
	};
}

const rowsOf = (spec) => [spec.data].flat().flatMap((one) => (Array.isArray(one?.values) ? one.values : []));

/** Said in place of a chart that can't be drawn. */
export function summaryOf(element) {
	const spec = specOf(element);
	const count = rowsOf(spec).length;
	return `${spec.type ?? 'unknown'} chart · ${count} ${count === 1 ? 'value' : 'values'}`;
}
