/** Search: what fits by each operator that a type has, and what is told of what does not. */
import type { INodeParameters } from 'n8n-workflow';

import { only, usePlatform } from '../../support/engine';
import { everyType, idOf, put, type EveryType } from '../../support/engine/everyType';
import { OwnTable } from '../../support/engine/recordRuns';

const platform = usePlatform();

interface Row {
	field: string;
	operator: string;
	value?: unknown;
}

let every: EveryType;
let ids: Record<string, string>;

beforeAll(() => {
	every = everyType(platform);
	const { base, table, customers } = every;
	const [east, west] = [...customers.records.keys()];
	const [one, two] = platform.users;
	// The same day in the zone of the base and in that of the workflow.
	const day = (text: string) => Date.parse(`${text}T23:00:00+08:00`);
	const made = put(platform, base, table, [
		{
			Title: 'Full',
			Mail: 'ada@b.example',
			Code: '69',
			Count: 10,
			Share: 0.5,
			Price: 12.5,
			Stars: 4,
			State: 'Open',
			Tags: ['a', 'b, c'],
			Due: day('2026-01-31'),
			Paid: true,
			Owner: [{ id: openId(one?.open_id) }],
			Phone: '+8613800000001',
			Site: { link: 'https://x.example', text: 'Label' },
			Files: [{ file_token: 'boxcnAttachmentOfTheBase0001' }],
			Customer: [east],
			'Both ways': [east, west],
			Place: '116.397755,39.903179',
			Chats: [{ id: platform.chat.chat_id }],
		},
		{
			Title: 'Half',
			Count: -1,
			State: 'Done',
			Tags: ['a'],
			Due: day('2026-02-01'),
			Owner: [{ id: openId(two?.open_id) }],
			Customer: [west],
			Phone: '+8613800000002',
		},
		{ Title: 'None' },
	]);
	ids = Object.fromEntries(made.map(({ record_id }, index) => [['Full', 'Half', 'None'][index] ?? '', record_id]));
	made.forEach(({ record_id }, index) =>
		table.records.get(record_id)?.cells.set(idOf(table, 'Sum'), { type: 2, value: [index * 10] }),
	);
});

const openId = (id = '') => platform.store.directory.openIdFor(only([...platform.store.apps.values()]), id);

async function search(parameters: INodeParameters) {
	return await platform.run({
		parameters: { resource: 'record', operation: 'search', ...every.where, ...parameters },
	});
}

/** The first column of what is found. */
async function titles(parameters: INodeParameters): Promise<unknown[]> {
	const { error, items } = await search(parameters);
	if (error) throw error;
	return items.map(({ json }) => json.Title);
}

const where = (...condition: Row[]) => ({ filters: { condition } }) as unknown as INodeParameters;
const [FULL, HALF, NONE] = ['Full', 'Half', 'None'] as const;

const FITS: ReadonlyArray<readonly [string, string, unknown, readonly string[]]> = [
	['Title', 'equals', 'Full', [FULL]],
	['Title', 'notEquals', 'Full', [HALF, NONE]],
	['Title', 'contains', 'al', [HALF]],
	['Title', 'notContains', 'l', [NONE]],
	['Title', 'empty', undefined, []],
	['Title', 'notEmpty', undefined, [FULL, HALF, NONE]],
	['Mail', 'equals', 'ada@b.example', [FULL]],
	['Code', 'contains', '6', [FULL]],
	['Count', 'equals', '10', [FULL]],
	['Count', 'notEquals', 10, [HALF, NONE]],
	['Count', 'greater', '-1', [FULL]],
	['Count', 'greaterOrEqual', '-1', [FULL, HALF]],
	['Count', 'less', '1,000', [FULL, HALF]],
	['Count', 'lessOrEqual', -1, [HALF]],
	['Count', 'empty', undefined, [NONE]],
	['Share', 'equals', '50%', [FULL]],
	['Price', 'greater', 12, [FULL]],
	['Stars', 'greater', 0, [FULL]],
	['State', 'equals', 'Open', [FULL]],
	['State', 'notEquals', 'Open', [HALF, NONE]],
	['State', 'contains', 'Open, Done', [FULL, HALF]],
	['State', 'notContains', 'Open', [HALF, NONE]],
	['State', 'empty', undefined, [NONE]],
	['Tags', 'equals', 'a', [HALF]],
	['Tags', 'contains', ['b, c', 'x'], [FULL]],
	['Tags', 'notEmpty', undefined, [FULL, HALF]],
	['Due', 'equals', '2026-01-31', [FULL]],
	['Due', 'equals', '2026/2/1', [HALF]],
	['Due', 'greater', '2026-01-31', [HALF]],
	['Due', 'less', '2026-02-01T12:00:00+08:00', [FULL]],
	['Due', 'equals', 'Today', []],
	['Due', 'less', 'today', [FULL, HALF]],
	['Due', 'equals', 'CurrentMonth', []],
	['Due', 'empty', undefined, [NONE]],
	['Paid', 'equals', 'true', [FULL]],
	['Paid', 'equals', 'no', [HALF, NONE]],
	['Paid', 'equals', false, [HALF, NONE]],
	['Phone', 'contains', '0001', [FULL]],
	['Site', 'equals', 'Label', [FULL]],
	['Files', 'notEmpty', undefined, [FULL]],
	['Customer', 'contains', 'East, West', [FULL, HALF]],
	['Customer', 'equals', 'West', [HALF]],
	['Both ways', 'notEmpty', undefined, [FULL]],
	['Place', 'notEmpty', undefined, [FULL]],
	['Chats', 'notEmpty', undefined, [FULL]],
	['Made', 'equals', 'Today', [FULL, HALF, NONE]],
	['Changed', 'greater', '2020-01-01', [FULL, HALF, NONE]],
	['No', 'equals', '2', [HALF]],
	['No', 'greater', '1', [HALF, NONE]],
];

test.each(FITS)('%s %s %j', async (field, operator, value, found) => {
	expect(await titles(where({ field, operator, value }))).toEqual(found);
	// By its ID, which outlives a new name.
	expect(await titles(where({ field: idOf(every.table, field), operator, value }))).toEqual(found);
});

test('people are found by e-mail, name and ID, also several', async () => {
	const [one, two] = platform.users;
	const both = `${one?.name}, ${two?.email}`;
	expect(await titles(where({ field: 'Owner', operator: 'equals', value: one?.name }))).toEqual([FULL]);
	expect(await titles(where({ field: 'Owner', operator: 'contains', value: both }))).toEqual([FULL, HALF]);
	expect(await titles(where({ field: 'Owner', operator: 'equals', value: openId(two?.open_id) }))).toEqual([HALF]);
	const nobody = await search(where({ field: 'Owner', operator: 'equals', value: 'Nobody at all' }));
	expect(nobody.error?.message).toBe("The filter by 'Owner' names nobody: 'Nobody at all'");
	const record = await search(where({ field: 'Customer', operator: 'equals', value: 'Nowhere' }));
	expect(record.error?.message).toBe("The filter by 'Customer' names no record: 'Nowhere'");
});

test('all or any of the conditions, with groups among them', async () => {
	const open = { field: 'State', operator: 'equals', value: 'Open' };
	const half = { field: 'Title', operator: 'equals', value: 'Half' };
	expect(await titles(where(open, half))).toEqual([]);
	expect(await titles({ ...where(open, half), match: 'or' })).toEqual([FULL, HALF]);
	const group = (match: string, ...condition: Row[]) => ({ match, conditions: { condition } });
	const grouped = {
		match: 'and',
		filters: { condition: [{ field: 'Count', operator: 'notEmpty' }], group: [group('or', open, half)] },
	} as unknown as INodeParameters;
	expect(await titles(grouped)).toEqual([FULL, HALF]);
	const two = { match: 'or', filters: { group: [group('and', open, half), group('and', half)] } };
	expect(await titles(two as unknown as INodeParameters)).toEqual([HALF]);
	expect(await titles({})).toEqual([FULL, HALF, NONE]);
});

test('a filter as the platform takes it', async () => {
	const filterJson = JSON.stringify({
		conjunction: 'and',
		conditions: [{ field_name: 'State', operator: 'is', value: ['Done'] }],
	});
	expect(await titles({ filterBy: 'json', filterJson })).toEqual([HALF]);
	expect(await titles({ filterBy: 'json', filterJson: '{}' })).toEqual([FULL, HALF, NONE]);
});

test.each<[Row, string]>([
	[{ field: 'Sum', operator: 'equals', value: 1 }, "Feishu can't filter by 'Sum', which is a formula"],
	[{ field: 'Looked up', operator: 'notEmpty' }, "Feishu can't filter by 'Looked up', which is a lookup"],
	[{ field: 'Due', operator: 'contains', value: '2026' }, "'Due' is a date, which Feishu can't compare by 'contains'"],
	[{ field: 'Paid', operator: 'empty' }, "'Paid' is a checkbox, which Feishu can't compare by 'is empty'"],
	[{ field: 'Files', operator: 'equals', value: 'a' }, "'Files' is attachments, which Feishu can't compare by 'is'"],
	[{ field: 'Due', operator: 'greater', value: 'LastWeek' }, "'LastWeek' is several days, with which 'Due'"],
	[{ field: 'Due', operator: 'equals', value: 'soon' }, "The field 'Due' holds no date: soon"],
	[{ field: 'Count', operator: 'greater', value: 'many' }, "The field 'Count' takes a number, not many"],
	[{ field: 'Paid', operator: 'equals', value: 'perhaps' }, "The field 'Paid' takes a checkbox, not perhaps"],
	[{ field: 'Title', operator: 'equals', value: '' }, "The filter by 'Title' has no value"],
	[{ field: 'Title', operator: 'equals', value: '={{ $json.missing }}' }, "The filter by 'Title' has no value"],
	[{ field: 'Title', operator: 'equals', value: '={{ ({a: 1}) }}' }, "The filter by 'Title' holds an object"],
	[{ field: 'Nothing', operator: 'equals', value: 'x' }, "The table has no field 'Nothing'"],
	[
		{ field: 'Tags', operator: 'contains', value: 'a,b,c,d,e,f,g,h,i,j,k' },
		"The filter by 'Tags' has 11 values; Feishu takes 10",
	],
])('%j is refused before the search', async (row, message) => {
	const { error } = await search(where(row));
	expect(error?.message).toContain(message);
	expect(platform.calls.filter(({ path }) => path.endsWith('/search'))).toEqual([]);
});

describe('what Feishu has no filter for, looked at here', () => {
	const here = { options: { filterHere: true } };

	test('formulas are compared as what they came to', async () => {
		const sum = (operator: string, value?: unknown): Row => ({ field: 'Sum', operator, value });
		expect(await titles({ ...where(sum('greater', 5)), ...here })).toEqual([HALF, NONE]);
		expect(await titles({ ...where(sum('equals', '10')), ...here })).toEqual([HALF]);
		const owned = { field: 'Owner', operator: 'notEmpty' };
		expect(await titles({ ...where(sum('lessOrEqual', 10), owned), ...here })).toEqual([FULL, HALF]);
		expect(await titles({ ...where(sum('greater', 10), owned), match: 'or', ...here })).toEqual([FULL, HALF, NONE]);
	});

	test('the platform filters as far as it can, and pages stay large', async () => {
		const own = new OwnTable(platform, [
			{ field_name: 'Title', type: 1 },
			{ field_name: 'Sum', type: 20 },
		]);
		own.put(...Array.from({ length: 1100 }, (_, n) => ({ Title: n % 2 === 0 ? 'even' : 'odd' })));
		let n = 0;
		for (const { cells } of own.table.records.values()) cells.set(idOf(own.table, 'Sum'), { type: 2, value: [n++] });
		platform.reset();
		const found = await own.give('search', {
			...where(
				{ field: 'Title', operator: 'equals', value: 'even' },
				{ field: 'Sum', operator: 'greater', value: 1095 },
			),
			limit: 1,
			options: { filterHere: true, fields: ['Title'] },
		});
		expect(found).toEqual([{ record_id: expect.any(String) as unknown, Title: 'even' }]);
		expect(platform.calls.filter(({ path }) => path.endsWith('/search'))).toHaveLength(2);
	});

	test('people, links and dates are compared here as they are there', async () => {
		const sum = { field: 'Sum', operator: 'less', value: -5 };
		const either = (row: Row) => ({ ...where(sum, row), match: 'or', ...here });
		const [one] = platform.users;
		expect(await titles(either({ field: 'Owner', operator: 'equals', value: one?.name }))).toEqual([FULL]);
		expect(await titles(either({ field: 'Owner', operator: 'equals', value: one?.email }))).toEqual([FULL]);
		expect(await titles(either({ field: 'Customer', operator: 'equals', value: 'West' }))).toEqual([HALF]);
		expect(await titles(either({ field: 'Due', operator: 'equals', value: '2026-01-31' }))).toEqual([FULL]);
		expect(await titles(either({ field: 'Due', operator: 'greater', value: '2026-01-31' }))).toEqual([HALF]);
		expect(await titles(either({ field: 'Paid', operator: 'equals', value: 'yes' }))).toEqual([FULL]);
		expect(await titles(either({ field: 'State', operator: 'contains', value: 'Open, x' }))).toEqual([FULL]);
	});

	describe('days', () => {
		const DAY_MS = 86_400_000;
		/** Far from the zone of the workflow: another day for most of it. */
		const ZONE = 'Pacific/Kiritimati';
		const dayThere = (ms: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(ms);
		const today = { field: 'Due', operator: 'greaterOrEqual', value: 'Today' };
		let own: OwnTable;
		beforeEach(() => {
			own = new OwnTable(platform, [
				{ field_name: 'Title', type: 1 },
				{ field_name: 'Due', type: 5 },
			]);
			own.base.time_zone = ZONE;
			const midnight = Date.parse(`${dayThere(Date.now())}T00:00:00+14:00`);
			own.put({ Title: 'last evening', Due: midnight - 1 }, { Title: 'first thing', Due: midnight });
			platform.reset();
		});
		afterEach(() => {
			for (const app of platform.store.apps.values()) app.scopes = null;
		});
		const found = async (row: Row, items = 1) =>
			await own.run(
				'search',
				{ ...where(row), ...here },
				{ items: Array.from({ length: items }, () => ({ json: {} })) },
			);
		const titlesOf = (run: Awaited<ReturnType<typeof found>>) => run.items.map(({ json }) => json.Title);
		const asked = () => platform.calls.filter(({ path }) => /apps\/\w+$/.test(path)).length;

		test('that are meant from today are days of the zone of the base, which is read once', async () => {
			expect(titlesOf(await found(today, 2))).toEqual(['first thing', 'first thing']);
			expect(asked()).toBe(1);
			expect(titlesOf(await found({ ...today, operator: 'notEquals' }))).toEqual(['last evening']);
			const yesterday = dayThere(Date.now() - DAY_MS);
			expect(titlesOf(await found({ ...today, operator: 'lessOrEqual', value: yesterday }))).toEqual(['last evening']);
		});

		test('nobody asks for a zone where no day is compared', async () => {
			await found({ field: 'Title', operator: 'greater', value: 'x' });
			await found({ ...today, operator: 'empty' });
			expect(asked()).toBe(0);
		});

		test('are those of the workflow where the zone may not be read, which is said', async () => {
			for (const app of platform.store.apps.values())
				app.scopes = ['base:field:read', 'base:record:retrieve', 'base:table:read'];
			const run = await found(today);
			expect(run.error).toBeUndefined();
			expect(String(run.hints)).toContain('The time zone of the base could not be read');
		});
	});
});

describe('how results come', () => {
	test('in an order, in which the first field counts first', async () => {
		const by = (...rows: Array<[string, string]>) => ({
			options: { sort: { by: rows.map(([field, direction]) => ({ field, direction })) } },
		});
		expect(await titles(by(['Count', 'desc']))).toEqual([FULL, HALF, NONE]);
		expect(await titles(by(['Title', 'desc']))).toEqual([NONE, HALF, FULL]);
	});

	test('with some fields only, in the order of the table, and always with all of them', async () => {
		const { items } = await search({ options: { fields: ['State', idOf(every.table, 'Title')] } });
		expect(items.map(({ json }) => json)).toEqual([
			{ record_id: ids.Full, State: 'Open', Title: 'Full' },
			{ record_id: ids.Half, State: 'Done', Title: 'Half' },
			{ record_id: ids.None, State: null, Title: 'None' },
		]);
		const unknown = await search({ options: { fields: ['Statee'] } });
		expect(unknown.error?.message).toBe("The table has no field 'Statee'");
	});

	test('as one item', async () => {
		const { items } = await search({ options: { oneItem: true, download: ['Files'], fields: ['Title'] } });
		const { json, binary } = only(items);
		expect(json).toEqual({ records: ['Full', 'Half', 'None'].map((Title) => ({ record_id: ids[Title], Title })) });
		expect(Object.keys(binary ?? {})).toEqual(['attachment_0']);
		expect(
			only((await search({ ...where({ field: 'Title', operator: 'empty' }), options: { oneItem: true } })).items).json,
		).toEqual({ records: [] });
	});

	test('up to a limit, or all over several pages', async () => {
		expect(await titles({ limit: 2 })).toEqual([FULL, HALF]);
		const own = new OwnTable(platform, [{ field_name: 'Title', type: 1 }]);
		own.put(...Array.from({ length: 1100 }, (_, n) => ({ Title: String(n) })));
		platform.reset();
		expect(await own.give('getAll', { returnAll: true })).toHaveLength(1100);
		expect(await own.give('search', { limit: 700 })).toHaveLength(700);
		const searches = platform.calls.filter(({ path }) => path.endsWith('/search'));
		expect(searches).toHaveLength(5);
	});

	test('of a view, which is left aside where there is an order, and the hint says so', async () => {
		const view = { __rl: true, mode: 'id', value: every.table.views[0]?.view_name ?? '' };
		const run = async (more: INodeParameters) =>
			await platform.run({ parameters: { resource: 'record', operation: 'getAll', ...every.where, view, ...more } });
		expect((await run({})).hints).toEqual([]);
		expect(platform.calls.at(-1)?.bodyText).toContain(every.table.views[0]?.view_id);
		const sorted = await run({ options: { sort: { by: [{ field: 'Title', direction: 'asc' }] } } });
		expect(sorted.hints).toEqual([expect.stringContaining('Feishu leaves the view aside')]);
	});

	test('with who and when', async () => {
		const { items } = await search({ limit: 1, options: { automaticFields: true } });
		expect(only(items).json).toMatchObject({
			created_by: { id: expect.any(String) as unknown },
			created_time: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
			last_modified_time: expect.any(String) as unknown,
		});
	});
});
