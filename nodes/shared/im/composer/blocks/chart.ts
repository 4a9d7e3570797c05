import { simpleChart, type ChartKind } from '../../../../../feishu/im/card';
import type { JsonObject } from '../../../../../feishu/json';
import { fieldGroup } from '../../../fields/nested';
import { choiceField, jsonObjectField, textField } from '../../../fields/plain';
import { variantField } from '../../../fields/variants';
import { empty, mappedField } from '../../../operation/field';
import type { BlockKind, MakeBlock } from './block';
import { objectsField } from './objects';

const kind = choiceField({
	displayName: 'Chart Type',
	name: 'chartType',
	options: [
		{ name: 'Area', value: 'area' },
		{ name: 'Bar', value: 'bar' },
		{ name: 'Line', value: 'line' },
		{ name: 'Pie', value: 'pie' },
		{ name: 'VChart (JSON)', value: 'custom', description: 'A whole specification of VChart' },
	],
	default: 'bar',
	description: 'How the figures are drawn',
});

const data = objectsField({
	displayName: 'Data',
	name: 'chartData',
	default: '[]',
	description: 'An array of objects, such as [{"week": "W1", "sales": 12}]',
});

const category = textField({
	displayName: 'Category Key',
	name: 'chartCategory',
	placeholder: 'e.g. week',
	description: 'Of what a bar, point or slice stands for; the first words when empty',
});

const figure = textField({
	displayName: 'Value Key',
	name: 'chartValue',
	placeholder: 'e.g. sales',
	description: 'Of the figure; the first number when empty',
});

const series = textField({
	displayName: 'Series Key',
	name: 'chartSeries',
	placeholder: 'e.g. region',
	description: 'Of the line or color they belong to; one series when empty',
});

const title = textField({
	displayName: 'Chart Title',
	name: 'chartTitle',
	placeholder: 'e.g. Sales by week',
	description: 'Shown above the chart; may be empty',
});

/** A chart of the listed objects; which kind of chart is known to whoever asks. */
const ofData = fieldGroup('ofData', [data, category, figure, series, title], ({ read, label }) => {
	const drawn = {
		data: read(data),
		category: read(category),
		value: read(figure),
		series: read(series),
		title: read(title),
	};
	return (as: ChartKind): JsonObject => simpleChart(label(data), { kind: as, ...drawn });
});

const specification = mappedField(
	jsonObjectField({
		displayName: 'Chart Specification',
		name: 'chartSpec',
		typeOptions: { rows: 5 },
		required: true,
		description: 'As <a href="https://www.visactor.io/vchart" target="_blank">VChart</a> takes it, with type and data',
	}),
	(spec, label) => {
		if (Object.keys(spec).length === 0) throw empty(label);
		return spec as JsonObject;
	},
);

const drawing = variantField(kind, { area: ofData, bar: ofData, line: ofData, pie: ofData, custom: specification });

export const chart: BlockKind = {
	value: 'chart',
	name: 'Chart',
	description: 'Bars, lines or a pie from a list of objects',
	field: () =>
		mappedField(drawing, (chosen): MakeBlock => {
			const spec = chosen.choice === 'custom' ? chosen.value : chosen.value(chosen.choice);
			return () => ({ type: 'chart', spec });
		}),
};
