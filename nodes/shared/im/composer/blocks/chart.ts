import { simpleChart, type ChartKind } from '../../../../../feishu/im/card';
import { InputError } from '../../../../../feishu/input';
import type { JsonObject } from '../../../../../feishu/json';
import type { Field } from '../../../operation/operation';
import type { BlockKind } from './block';
import { readObjects } from './objects';

const ofData = { show: { chartType: ['area', 'bar', 'line', 'pie'] } };

const nameField = (displayName: string, name: string, placeholder: string, description: string): Field => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
	description,
	displayOptions: ofData,
});

export const chart: BlockKind = {
	value: 'chart',
	name: 'Chart',
	description: 'Bars, lines or a pie from a list of objects',
	fields: () => [
		{
			displayName: 'Chart Type',
			name: 'chartType',
			type: 'options',
			options: [
				{ name: 'Area', value: 'area', description: 'A filled line' },
				{ name: 'Bar', value: 'bar', description: 'Columns side by side' },
				{ name: 'Line', value: 'line', description: 'How a figure moves' },
				{ name: 'Pie', value: 'pie', description: 'Parts of a whole' },
				{ name: 'VChart (JSON)', value: 'custom', description: 'A whole specification of VChart' },
			],
			default: 'bar',
			description: 'How the figures are drawn',
		},
		{
			displayName: 'Data',
			name: 'chartData',
			type: 'json',
			required: true,
			default: '[]',
			description: 'An array of objects, such as [{"week": "W1", "sales": 12}, {"week": "W2", "sales": 15}]',
			displayOptions: ofData,
		},
		nameField(
			'Category Key',
			'chartCategory',
			'e.g. week',
			'Under which name the objects hold what a bar, point or slice stands for; the first words when empty',
		),
		nameField(
			'Value Key',
			'chartValue',
			'e.g. sales',
			'Under which name the objects hold the figure; the first number when empty',
		),
		nameField(
			'Series Key',
			'chartSeries',
			'e.g. region',
			'Under which name the objects hold the line or color they belong to; one series when empty',
		),
		nameField('Chart Title', 'chartTitle', 'e.g. Sales by week', 'Shown above the chart; may be empty'),
		{
			displayName: 'Chart Specification',
			name: 'chartSpec',
			type: 'json',
			typeOptions: { rows: 5 },
			required: true,
			default: '{}',
			description:
				'As <a href="https://www.visactor.io/vchart" target="_blank">VChart</a> takes it, with type and data',
			displayOptions: { show: { chartType: ['custom'] } },
		},
	],
	read(row) {
		const kind = row.choice<ChartKind | 'custom'>('chartType');
		if (kind === 'custom') {
			const spec = row.jsonObject('chartSpec') as JsonObject;
			if (Object.keys(spec).length === 0)
				throw new InputError(row.label('chartSpec'), `The field '${row.label('chartSpec')}' is empty`);
			return { type: 'chart', spec };
		}
		const data = readObjects(row, 'chartData');
		return {
			type: 'chart',
			spec: simpleChart(row.label('chartData'), {
				kind,
				data,
				category: row.optionalText('chartCategory'),
				value: row.optionalText('chartValue'),
				series: row.optionalText('chartSeries'),
				title: row.optionalText('chartTitle'),
			}),
		};
	},
};
