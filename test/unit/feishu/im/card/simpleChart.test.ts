import { simpleChart } from '../../../../../feishu/im/card';
import { InputError } from '../../../../../feishu/input';

const data = [
	{ id: 1, week: 'W1', sales: 12, region: 'North' },
	{ id: 2, week: 'W2', sales: '15.5', region: 'South' },
];

it('takes the first words and the first figures unless told otherwise', () => {
	expect(simpleChart('Data', { kind: 'line', data: [{ week: 'W1', sales: '1', other: 2 }] })).toEqual({
		type: 'line',
		data: { values: [{ week: 'W1', sales: 1 }] },
		xField: 'week',
		yField: 'sales',
	});
});

it('turns figures in words into numbers, and keeps what was chosen only', () => {
	expect(simpleChart('Data', { kind: 'bar', data, category: 'week', value: 'sales', title: 'Sales' })).toEqual({
		type: 'bar',
		title: { text: 'Sales' },
		data: {
			values: [
				{ week: 'W1', sales: 12 },
				{ week: 'W2', sales: 15.5 },
			],
		},
		xField: 'week',
		yField: 'sales',
	});
});

it('tells series apart: side by side as bars, as lines of their own', () => {
	const chosen = { data, category: 'week', value: 'sales', series: 'region' };
	expect(simpleChart('Data', { kind: 'bar', ...chosen })).toMatchObject({
		xField: ['week', 'region'],
		seriesField: 'region',
	});
	expect(simpleChart('Data', { kind: 'area', ...chosen })).toMatchObject({ xField: 'week', seriesField: 'region' });
});

it('has slices in a pie', () => {
	expect(simpleChart('Data', { kind: 'pie', data, category: 'region', value: 'sales' })).toMatchObject({
		type: 'pie',
		categoryField: 'region',
		valueField: 'sales',
	});
});

it.each<[string, object, string]>([
	['no figures', { data: [{ a: 'x' }] }, "No property of the objects of 'Data' holds a number"],
	['an unknown key', { data, value: 'profit' }, "The value key 'profit' is in none of the objects of 'Data'"],
	['an unknown series', { data, series: 'team' }, "The series key 'team' is in none"],
	[
		'a figure that is missing',
		{ data: [...data, { week: 'W3' }], value: 'sales' },
		"The object 3 of 'Data' has no number in 'sales'",
	],
	[
		'null for a figure',
		{ data: [...data, { week: 'W3', sales: null }], value: 'sales' },
		"The object 3 of 'Data' has no number in 'sales'",
	],
	['an empty figure', { data: [{ week: 'W1', sales: ' ' }], value: 'sales' }, "The object 1 of 'Data' has no number"],
	['a number that is none', { data: [{ week: 'W1', sales: NaN }] }, 'No property of the objects'],
	['words for a figure', { data, value: 'region' }, "The object 1 of 'Data' has no number in 'region'"],
])('refuses %s', (_, chosen, message) => {
	const build = () => simpleChart('Data', { kind: 'bar', data: [], ...chosen });
	expect(build).toThrow(InputError);
	expect(build).toThrow(message);
});
