import { FIELD } from '../../../../feishu/base/baseField';
import { guessField, guessFields } from '../../../../feishu/base/guessFields';

const kindOf = (...values: unknown[]) => {
	const { type, ui_type, property } = guessField('x', values);
	return [type, ui_type ?? property];
};

describe('the type of a field comes from all values of its key', () => {
	const rows: ReadonlyArray<[what: string, values: unknown[], type: number, more?: unknown]> = [
		['whole numbers', [1, 25, -3], FIELD.number, { formatter: '0' }],
		['numbers as text', ['1', '-2.5', '0'], FIELD.number, { formatter: '0.0' }],
		['numbers that were reckoned', [1.5, 1 / 3], FIELD.number, { formatter: '0.0000' }],
		['numbers with four places', [1.5, 0.12345], FIELD.number, { formatter: '0.0000' }],
		['a number with a leading zero', ['007', '12'], FIELD.text],
		['18 digits', ['110105199001011234'], FIELD.text],
		['a number that lost its last digits', [123456789012345680000], FIELD.text],
		['true and false', [true, false, null], FIELD.checkbox],
		['true as text', ['true', 'False'], FIELD.checkbox],
		['true and a number', [true, 1], FIELD.text],
		['days', ['2026-01-31', '2026-02-01'], FIELD.date, { date_formatter: 'yyyy/MM/dd' }],
		['times', ['2026-01-31T08:00:00.000+08:00', '2026-01-31'], FIELD.date, { date_formatter: 'yyyy-MM-dd HH:mm' }],
		['a Date', [new Date(0)], FIELD.date, { date_formatter: 'yyyy-MM-dd HH:mm' }],
		['a DateTime', [{ toISO: () => '2026-01-31T08:00:00.000Z' }], FIELD.date, { date_formatter: 'yyyy-MM-dd HH:mm' }],
		['no day of any month', ['2026-02-45'], FIELD.text],
		['addresses', ['https://example.com/a?b=c', 'http://example.org'], FIELD.url],
		['an address and words', ['https://example.com', 'see there'], FIELD.text],
		['two addresses in one text', ['https://example.com and https://example.org'], FIELD.text],
		['e-mail addresses', ['a@example.com', ' b@example.org '], FIELD.text, 'Email'],
		['phone numbers with a country', ['+8613800000000', '+4930123456'], FIELD.phone],
		['mobile numbers', ['13800000000'], FIELD.phone],
		['a mobile number that came as a number', [13800000000], FIELD.number, { formatter: '0' }],
		['long text', ['x'.repeat(5000), 'y\nz'], FIELD.text],
		['lists of short texts', [['a', 'b'], ['b ', 'c'], []], FIELD.multiSelect, { options: named('a', 'b', 'c') }],
		['lists of long texts', [['x'.repeat(61)]], FIELD.text],
		['lists of numbers', [[1, 2]], FIELD.text],
		['more options than people choose from', [Array.from({ length: 201 }, (_, at) => `tag ${at}`)], FIELD.text],
		['objects', [{ a: 1 }], FIELD.text],
		['a number among words', [1, 'two'], FIELD.text],
		['empty values beside a number', [null, undefined, '', ' ', [], 5], FIELD.number, { formatter: '0' }],
		['nothing at all', [null, ''], FIELD.text],
	];

	it.each(rows.map(([what, values, type, more]) => ({ what, values, type, more })))(
		'$what',
		({ values, type, more }) => {
			expect(kindOf(...values)).toEqual([type, more]);
		},
	);
});

function named(...names: string[]) {
	return names.map((name) => ({ name }));
}

describe('the fields of items', () => {
	it('come in the order of the keys, over all items', () => {
		const fields = guessFields([
			{ Name: 'A', Age: 3 },
			{ Name: 'B', City: 'X' },
		]);
		expect(fields.map(({ key, field_name, type }) => [key, field_name, type])).toEqual([
			['Name', 'Name', FIELD.text],
			['Age', 'Age', FIELD.number],
			['City', 'City', FIELD.text],
		]);
	});

	it('have names of their own, without blanks around them and without brackets', () => {
		const long = 'x'.repeat(120);
		const names = guessFields([{ 'A ': 1, A: 2, ' A': 3, 'a[0]': 4, ' ': 5, [long]: 6, [`${long}y`]: 7 }]).map(
			({ field_name }) => field_name,
		);
		expect(names).toEqual(['A', 'A 2', 'A 3', 'a(0)', 'Field', 'x'.repeat(100), `${'x'.repeat(98)} 2`]);
	});

	it('begin with one that can be the first of a table', () => {
		const fields = guessFields([{ Done: true, Tags: ['a'], Title: 'x', Age: 1 }]);
		expect(fields.map(({ key }) => key)).toEqual(['Title', 'Done', 'Tags', 'Age']);
	});

	it('begin with text where none can', () => {
		const [first, second] = guessFields([{ Tags: ['a'], Done: true }]);
		expect(first).toEqual({ key: 'Tags', field_name: 'Tags', type: FIELD.text });
		expect(second).toMatchObject({ key: 'Done', type: FIELD.checkbox });
	});

	it('are 300 at most', () => {
		const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, at]));
		expect(guessFields([keys(300)])).toHaveLength(300);
		expect(() => guessFields([keys(301)])).toThrow('The items have 301 keys, and a table takes 300 fields');
	});
});
