import type { BaseField } from '../../../../feishu/base/baseField';
import { fitsGroup, isAboutDays, splitFilter } from '../../../../feishu/base/filterHere';
import type { Operator } from '../../../../feishu/base/filterOperators';
import { thrownBy } from '../../../support/feishuCalls';

const field = (field_name: string, type: number): BaseField => ({ field_id: `fld${field_name}`, field_name, type });
const fields = [
	field('Title', 1),
	field('Count', 2),
	field('Tags', 4),
	field('Due', 5),
	field('Sum', 20),
	field('Owner', 11),
];
const moment = (label: string, value: unknown) => {
	const ms = Date.parse(String(value));
	if (Number.isNaN(ms)) throw new Error(label);
	return ms;
};
/** A Wednesday, already Thursday in the zone. */
const CALENDAR = { timeZone: 'Asia/Shanghai', now: Date.parse('2026-03-04T17:00:00Z') };
const row = (name: string, operator: Operator, value?: unknown) => ({ field: name, operator, value });
const fits = (cells: Record<string, unknown>, ...rows: Array<ReturnType<typeof row>>) =>
	fitsGroup({ conjunction: 'and', rows }, fields, moment, CALENDAR)(cells);

describe('what the platform filters by, and what is left', () => {
	const open = row('Title', 'equals', 'x');
	const sum = row('Sum', 'greater', 1);
	const none = { conjunction: 'and', rows: [] };

	it('leaves nothing where it can do all', () => {
		const group = { conjunction: 'or', rows: [open] } as const;
		expect(splitFilter(group, fields)).toEqual({ there: group, here: none });
	});

	it('divides rows of which all have to fit, with the groups among them', () => {
		const good = { conjunction: 'or', rows: [open] } as const;
		const bad = { conjunction: 'or', rows: [open, sum] } as const;
		expect(splitFilter({ conjunction: 'and', rows: [open, sum], groups: [good, bad] }, fields)).toEqual({
			there: { conjunction: 'and', rows: [open], groups: [good] },
			here: { conjunction: 'and', rows: [sum], groups: [bad] },
		});
	});

	it('leaves all of rows of which any may fit', () => {
		const group = { conjunction: 'or', rows: [open, sum] } as const;
		expect(splitFilter(group, fields)).toEqual({ there: none, here: group });
	});

	it('knows which operators a type has', () => {
		const group = { conjunction: 'and', rows: [row('Due', 'contains', '2026')] } as const;
		expect(splitFilter(group, fields).here.rows).toHaveLength(1);
		expect(thrownBy(() => splitFilter({ conjunction: 'and', rows: [row('No', 'equals', 1)] }, fields))).toMatchObject({
			message: "The table has no field 'No'",
		});
	});
});

it.each<[unknown, Operator, unknown, boolean]>([
	[{ type: 2, value: [7] }, 'equals', '7', true],
	[{ type: 2, value: [7] }, 'equals', '7.0', true],
	[{ type: 2, value: [7] }, 'notEquals', 7, false],
	[{ type: 2, value: [7] }, 'greater', 6.5, true],
	[{ type: 2, value: [7] }, 'greaterOrEqual', 7, true],
	[{ type: 2, value: [7] }, 'less', 7, false],
	[{ type: 2, value: [7] }, 'lessOrEqual', 7, true],
	[{ type: 2, value: [7] }, 'greater', 'much', false],
	[{ type: 2, value: [] }, 'less', 7, false],
	[{ type: 1, value: [{ type: 'text', text: 'Hello' }] }, 'contains', 'ELL', true],
	[{ type: 1, value: [{ type: 'text', text: 'Hello' }] }, 'notContains', 'x', true],
	[{ type: 5, value: [Date.parse('2026-01-31T00:00:00Z')] }, 'greater', '2026-01-30', true],
	[{ type: 5, value: [Date.parse('2026-01-31T00:00:00Z')] }, 'equals', '2026-01-31T00:00:00.000Z', true],
	[{ type: 11, value: [{ id: 'ou_1', name: 'Ada' }] }, 'contains', 'ada', true],
	[undefined, 'empty', undefined, true],
	[{ type: 2, value: [] }, 'notEmpty', undefined, false],
	['bare', 'equals', 'bare', true],
])('a formula that came to %j %s %j: %s', (cell, operator, value, expected) => {
	expect(fits({ Sum: cell }, row('Sum', operator, value))).toBe(expected);
});

it('compares options by their names, one alone or several', () => {
	const Tags = ['a', 'b, c'];
	expect(fits({ Tags }, row('Tags', 'equals', 'a'))).toBe(false);
	expect(fits({ Tags: ['a'] }, row('Tags', 'equals', 'a'))).toBe(true);
	expect(fits({ Tags }, row('Tags', 'contains', ['b, c', 'x']))).toBe(true);
	expect(fits({ Tags }, row('Tags', 'notContains', 'x, y'))).toBe(true);
	expect(fits({}, row('Tags', 'notEquals', 'a'))).toBe(true);
});

it('compares people by their IDs and names', () => {
	const Owner = [{ id: 'ou_1', name: 'Ada' }];
	for (const word of ['ou_1', 'Ada']) expect(fits({ Owner }, row('Owner', 'equals', word))).toBe(true);
	expect(fits({ Owner }, row('Owner', 'contains', 'ou_2, Ada'))).toBe(true);
	expect(fits({ Owner }, row('Owner', 'contains', 'Ad'))).toBe(false);
	expect(fits({ Owner: [...Owner, { id: 'ou_2' }] }, row('Owner', 'equals', 'ou_1'))).toBe(false);
	expect([fits({}, row('Owner', 'empty')), fits({ Owner }, row('Owner', 'notEmpty'))]).toEqual([true, true]);
});

it('compares moments where no zone says what a day is', () => {
	const Due = Date.parse('2026-01-31T23:00:00+08:00');
	const later = { conjunction: 'and', rows: [row('Due', 'greater', '2026-01-31T01:00:00+08:00')] } as const;
	expect(fitsGroup(later, fields, moment)({ Due })).toBe(true);
	expect(fitsGroup(later, fields, moment, CALENDAR)({ Due })).toBe(false);
});

it('compares dates by their days in the zone', () => {
	const Due = Date.parse('2026-01-31T23:00:00+08:00');
	expect(fits({ Due }, row('Due', 'equals', '2026-01-31T01:00:00+08:00'))).toBe(true);
	expect(fits({ Due }, row('Due', 'greater', '2026-01-31T01:00:00+08:00'))).toBe(false);
	expect(fits({ Due }, row('Due', 'less', '2026-02-01T00:00:00+08:00'))).toBe(true);
	expect(fits({}, row('Due', 'less', '2026-02-01T00:00:00+08:00'))).toBe(false);
});

it('takes numbers as people write them, and refuses what is none', () => {
	expect(fits({ Count: 1200 }, row('Count', 'equals', '1,200'))).toBe(true);
	expect(thrownBy(() => fits({}, row('Count', 'equals', 'many')))).toMatchObject({ field: 'Count' });
});

it('takes a day without a time for that day, wherever the workflow is', () => {
	const Due = Date.parse('2026-01-31T23:00:00+08:00');
	expect(fits({ Due }, row('Due', 'equals', '2026-01-31'))).toBe(true);
	expect(fits({ Due }, row('Due', 'greaterOrEqual', '2026/2/1'))).toBe(false);
});

it('lets all or any of rows and groups fit', () => {
	const groups = [{ conjunction: 'or', rows: [row('Count', 'equals', 1), row('Count', 'equals', 2)] }] as const;
	const both = fitsGroup({ conjunction: 'and', rows: [row('Title', 'notEmpty')], groups }, fields, moment, CALENDAR);
	expect([both({ Title: 'x', Count: 2 }), both({ Title: 'x', Count: 3 }), both({ Count: 1 })]).toEqual([
		true,
		false,
		false,
	]);
	expect(fitsGroup({ conjunction: 'or', rows: [] }, fields, moment, CALENDAR)({})).toBe(true);
});

describe('days that are meant from today', () => {
	/** Noon in the zone of the base. */
	const noon = (day: string) => Date.parse(`${day}T12:00:00+08:00`);

	it.each<[string, string, string]>([
		['Today', '2026-03-05', '2026-03-05'],
		['Tomorrow', '2026-03-06', '2026-03-06'],
		['yesterday', '2026-03-04', '2026-03-04'],
		['CurrentWeek', '2026-03-02', '2026-03-08'],
		['Last Week', '2026-02-23', '2026-03-01'],
		['CurrentMonth', '2026-03-01', '2026-03-31'],
		['LastMonth', '2026-02-01', '2026-02-28'],
		['TheLastWeek', '2026-02-26', '2026-03-05'],
		['TheNextWeek', '2026-03-05', '2026-03-12'],
		['TheLastMonth', '2026-02-03', '2026-03-05'],
		['TheNextMonth', '2026-03-05', '2026-04-04'],
	])('%s is from %s to %s, both included', (day, from, to) => {
		const dayMs = 86_400_000;
		const is = (Due: number, operator: Operator = 'equals') => fits({ Due }, row('Due', operator, day));
		expect([is(noon(from) - dayMs), is(noon(from)), is(noon(to)), is(noon(to) + dayMs)]).toEqual([
			false,
			true,
			true,
			false,
		]);
		expect([is(noon(from), 'notEquals'), is(noon(from), 'greaterOrEqual'), is(noon(to), 'lessOrEqual')]).toEqual([
			false,
			true,
			true,
		]);
		expect([is(noon(to), 'greater'), is(noon(to) + dayMs, 'greater')]).toEqual([false, true]);
		expect([is(noon(from), 'less'), is(noon(from) - dayMs, 'less')]).toEqual([false, true]);
	});

	it('ends the day where it ends in the zone', () => {
		expect(fits({ Due: Date.parse('2026-03-04T15:59:59Z') }, row('Due', 'equals', 'Today'))).toBe(false);
		expect(fits({ Due: Date.parse('2026-03-04T16:00:00Z') }, row('Due', 'equals', 'Today'))).toBe(true);
	});

	it('of a formula that came to a time, and as mere words of one that did not', () => {
		const today = row('Sum', 'equals', 'Today');
		expect(fits({ Sum: { type: 5, value: [noon('2026-03-05')] } }, today)).toBe(true);
		expect(fits({ Sum: { type: 5, value: [noon('2026-03-06')] } }, today)).toBe(false);
		expect(fits({ Sum: { type: 1, value: [{ type: 'text', text: 'Today' }] } }, today)).toBe(true);
		expect(fits({ Title: [{ type: 'text', text: 'Today' }] }, row('Title', 'equals', 'Today'))).toBe(true);
	});

	it('no date is none of them', () => {
		expect(fits({}, row('Due', 'equals', 'Today'))).toBe(false);
		expect(fits({}, row('Due', 'less', 'Today'))).toBe(false);
		expect(fits({}, row('Due', 'notEquals', 'Today'))).toBe(true);
	});

	it('says what can not be compared with them', () => {
		expect(thrownBy(() => fits({}, row('Due', 'contains', 'Today')))).toMatchObject({
			message: "'Today' can't be compared here with 'Due' by 'contains'",
		});
		const today = { conjunction: 'and', rows: [row('Due', 'equals', 'Today')] } as const;
		expect(thrownBy(() => fitsGroup(today, fields, moment))).toMatchObject({
			message: "'Today' can't be compared here with 'Due'",
			advice: 'Give a date, such as {{ $today }}',
		});
	});

	it('are what a filter is about, as dates are', () => {
		const about = (...rows: Array<ReturnType<typeof row>>) => isAboutDays({ conjunction: 'and', rows }, fields);
		expect([about(row('Due', 'greater', '2026-01-01')), about(row('Sum', 'equals', 'today'))]).toEqual([true, true]);
		expect([about(row('Due', 'empty')), about(row('Sum', 'equals', '7'))]).toEqual([false, false]);
		expect(
			isAboutDays(
				{ conjunction: 'and', rows: [], groups: [{ conjunction: 'or', rows: [row('Due', 'less', 'Today')] }] },
				fields,
			),
		).toBe(true);
	});
});
