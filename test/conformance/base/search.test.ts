/** What search and the older list find, in which order, page by page. */
import { addRecord, type BaseFixture, newTable, refusalOf, startBase } from '../../support/conformance/bases';
import { first } from '../../support/conformance/harness';

const DAY = 86_400_000;
/** Midnight of a day in Shanghai, in a week that began on Monday the 8th. */
const TODAY = Date.parse('2029-01-10T00:00+08:00');

let fixture: BaseFixture;
let person: string;
const ids: Record<string, string> = {};

const records = () => fixture.sdk.bitable.v1.appTableRecord;
const settings = (changed: object) => fixture.http.admin('PUT', '/settings', changed);
type Condition = [field_name: string, operator: string, value?: string[]];

const named = (found: readonly { record_id?: string }[] = []) =>
	found.map(({ record_id: id }) => Object.keys(ids).find((name) => ids[name] === id) ?? '?');
const search = async (data: object, params = {}) =>
	(await records().search({ path: fixture.path, params, data: data })).data;
const group = (conditions: readonly Condition[], conjunction = 'and') => ({
	conjunction,
	conditions: conditions.map(([field_name, operator, value]) => ({ field_name, operator, ...(value && { value }) })),
});
const found = async (...conditions: Condition[]) => named((await search({ filter: group(conditions) }))?.items);
const refused = async (data: object) => (await refusalOf(records().search({ path: fixture.path, data: data })))[0];

beforeAll(async () => {
	const fields = [
		{ field_name: 'Name', type: 1 },
		{ field_name: 'Amount', type: 2 },
		{ field_name: 'State', type: 3, property: { options: [{ name: 'open' }, { name: 'done' }] } },
		{ field_name: 'Tags', type: 4 },
		{ field_name: 'Day', type: 5 },
		{ field_name: 'Paid', type: 7 },
		{ field_name: 'Who', type: 11 },
		{ field_name: 'Web', type: 15 },
		{ field_name: 'Files', type: 17 },
		{ field_name: 'No', type: 1005 },
		{ field_name: 'Sum', type: 20 },
	];
	fixture = await startBase(fields, { tokenLifetimeSeconds: 1e9 });
	person = first(fixture.members);
	const { clock } = fixture.simulator.store;
	clock.advance(TODAY + 9 * 3_600_000 - clock.now());
	const table_id = await newTable(fixture.sdk, fixture.app_token, 'Other', [{ field_name: 'Title', type: 1 }]);
	const title = await records().create({ path: { ...fixture.path, table_id }, data: { fields: { Title: 'x' } } });
	ids.other = title.data?.record?.record_id ?? '';
	const link = { field_name: 'Link', type: 18, property: { table_id } };
	await fixture.sdk.bitable.v1.appTableField.create({ path: fixture.path, data: link });
	const rows: Record<string, object> = {
		a: { Name: 'Apple', Amount: 10, State: 'open', Tags: ['x', 'y'], Day: TODAY + 3_600_000, Paid: true },
		b: { Name: 'banana "b"', Amount: 9, State: 'done', Tags: ['y'], Day: TODAY - DAY, Who: [{ id: person }] },
		c: { Name: 'Cherry', Amount: 100, Web: { text: 'Site', link: 'https://x.cn' }, Link: [ids.other] },
		d: {},
	};
	for (const [name, fields] of Object.entries(rows)) ids[name] = await addRecord(fixture, { ...fields });
});
afterAll(() => fixture.simulator.close());

describe('conditions', () => {
	it.each<[Condition, string]>([
		[['Name', 'is', ['Apple']], 'a'],
		[['Name', 'isNot', ['Apple']], 'bcd'],
		[['Name', 'contains', ['an']], 'b'],
		[['Name', 'doesNotContain', ['an']], 'acd'],
		[['Name', 'isEmpty', []], 'd'],
		[['Amount', 'isGreater', ['9.5']], 'ac'],
		[['Amount', 'isLessEqual', ['10']], 'ab'],
		[['Amount', 'isNot', ['10']], 'bcd'],
		[['State', 'is', ['open']], 'a'],
		[['State', 'contains', ['open', 'done']], 'ab'],
		[['Tags', 'is', ['y']], 'b'],
		[['Tags', 'contains', ['x']], 'a'],
		[['Tags', 'doesNotContain', ['x', 'y']], 'cd'],
		[['Paid', 'is', ['true']], 'a'],
		[['Paid', 'is', ['false']], 'bcd'],
		[['Web', 'is', ['Site']], 'c'],
		[['Web', 'contains', ['https']], ''],
		[['Files', 'isEmpty', []], 'abcd'],
		[['No', 'isGreater', ['2']], 'cd'],
		[['Day', 'is', ['ExactDate', String(TODAY + 80_000_000)]], 'a'],
		[['Day', 'isLess', ['Today']], 'b'],
		[['Day', 'isGreater', ['Yesterday']], 'a'],
		[['Day', 'is', ['CurrentWeek']], 'ab'],
		[['Day', 'is', ['LastWeek']], ''],
		[['Day', 'is', ['TheLastWeek']], 'ab'],
		[['Day', 'is', ['CurrentMonth']], 'ab'],
		[['Day', 'isNotEmpty', []], 'ab'],
	])('%j finds %s', async (condition, expected) => {
		expect((await found(condition)).join('')).toBe(expected);
	});

	it('name people by the ids of the call, and linked records by theirs', async () => {
		const union = fixture.simulator.store.users.get(person)?.union_id ?? '';
		expect(await found(['Who', 'is', [person]])).toEqual(['b']);
		const by = async (id: string) =>
			named((await search({ filter: group([['Who', 'contains', [id]]]) }, { user_id_type: 'union_id' }))?.items);
		expect([await by(union), await by(person)]).toEqual([['b'], []]);
		expect(await found(['Link', 'contains', [ids.other ?? '']])).toEqual(['c']);
	});

	it('are taken all or any, and in one level of groups', async () => {
		const either = group(
			[
				['Name', 'is', ['Apple']],
				['Name', 'is', ['Cherry']],
			],
			'or',
		);
		expect(named((await search({ filter: either }))?.items)).toEqual(['a', 'c']);
		const children = [either, group([['Amount', 'isGreater', ['50']]])];
		expect(named((await search({ filter: { conjunction: 'and', children } }))?.items)).toEqual(['c']);
	});

	it('know weeks that begin on Monday, and months', async () => {
		const { appTableRecord: rows } = fixture.sdk.bitable.v1;
		const days = { sunday: TODAY - 2 * DAY - 1, monday: TODAY - 2 * DAY, december: TODAY - 12 * DAY };
		for (const [name, Day] of Object.entries(days)) ids[name] = await addRecord(fixture, { Day });
		expect(await found(['Day', 'is', ['CurrentWeek']])).toEqual(['a', 'b', 'monday']);
		expect(await found(['Day', 'is', ['LastWeek']])).toEqual(['sunday']);
		expect(await found(['Day', 'is', ['LastMonth']])).toEqual(['december']);
		expect(await found(['Day', 'is', ['TheLastMonth']])).toEqual(['a', 'b', 'sunday', 'monday', 'december']);
		const gone = Object.keys(days).map((name) => ids[name] ?? '');
		await rows.batchDelete({ path: fixture.path, data: { records: gone } });
	});

	it('follow the zone of the base', async () => {
		const zone = (time_zone: string) => fixture.http.admin('PUT', `/bases/${fixture.app_token}`, { time_zone });
		const evening = String(TODAY + 20 * 3_600_000);
		expect(await found(['Day', 'is', ['ExactDate', evening]])).toEqual(['a']);
		await zone('America/New_York');
		// There it is the next morning.
		expect(await found(['Day', 'is', ['ExactDate', evening]])).toEqual([]);
		expect(await found(['Day', 'is', ['Yesterday']])).toEqual(['b']);
		await zone('Asia/Shanghai');
	});

	it.each<Condition>([
		['Amount', 'contains', ['1']],
		['Amount', 'is', ['one']],
		['Amount', 'is', ['1', '2']],
		['Name', 'isEmpty'],
		['Name', 'isEmpty', ['']],
		['Name', 'like', ['A']],
		['Day', 'isNot', ['Today']],
		['Day', 'isGreaterEqual', ['Today']],
		['Day', 'isLess', ['CurrentWeek']],
		['Day', 'is', ['ExactDate']],
		['Day', 'is', ['2029-01-10']],
		['Paid', 'isEmpty', []],
		['Files', 'is', ['boxA']],
		['Sum', 'is', ['1']],
	])('%s %s %j are refused', async (...condition) => {
		expect(await refused({ filter: group([condition]) })).toBe(1254018);
	});

	it('on a field that is not there, or without saying all or any, are refused', async () => {
		expect(await refused({ filter: group([['None', 'is', ['x']]]) })).toBe(1254045);
		await settings({ baseUnknownCondition: 1254018 });
		expect(await refused({ filter: group([['None', 'is', ['x']]]) })).toBe(1254018);
		const { conditions } = group([['Name', 'is', ['x']]]);
		expect(await refused({ filter: { conditions } })).toBe(1254018);
		const many = Array.from({ length: 51 }, (): Condition => ['Name', 'is', ['x']]);
		expect(await refused({ filter: group(many) })).toBe(99992402);
	});
});

describe('what is given', () => {
	it('is in the asked order, empty cells first', async () => {
		const sorted = async (...sort: object[]) => named((await search({ sort }))?.items).join('');
		expect(await sorted({ field_name: 'Amount' })).toBe('dbac');
		expect(await sorted({ field_name: 'Amount', desc: true })).toBe('cabd');
		expect(await sorted({ field_name: 'State', desc: true }, { field_name: 'Amount' })).toBe('badc');
		expect(await refused({ sort: [{ field_name: 'None' }] })).toBe(1254016);
	});

	it('has the asked columns alone', async () => {
		const page = await search({ field_names: ['Amount'], filter: group([['Name', 'is', ['Apple']]]) });
		expect(page?.items?.map(({ fields }) => fields)).toEqual([{ Amount: 10 }]);
		expect(await refused({ field_names: ['Amount', 'None'] })).toBe(1254024);
	});

	it('comes in pages with a total; a token of another query is refused', async () => {
		const one = await search({}, { page_size: 3 });
		expect(one).toMatchObject({ has_more: true, total: 4 });
		const page_token = one?.page_token;
		const two = await search({}, { page_size: 3, page_token });
		expect(named([...(one?.items ?? []), ...(two?.items ?? [])]).join('')).toBe('abcd');
		expect(two).not.toHaveProperty('page_token');
		const other = { path: fixture.path, params: { page_token }, data: { automatic_fields: true } };
		expect((await refusalOf(records().search(other)))[0]).toBe(1254002);
		const large = { path: fixture.path, params: { page_size: 501 }, data: {} };
		expect(await refusalOf(records().search(large))).toEqual([1254011, 400]);
		expect((await search({ filter: { conjunction: 'and', conditions: [] } }))?.total).toBe(4);
	});

	it('is what a view shows, unless a filter or an order is asked for', async () => {
		const { appTableView: views } = fixture.sdk.bitable.v1;
		const made = await views.create({ path: fixture.path, data: { view_name: 'Open', view_type: 'grid' } });
		const view_id = made.data?.view?.view_id ?? '';
		const { data } = await fixture.sdk.bitable.v1.appTableField.list({ path: fixture.path });
		const field = data?.items?.find(({ field_name: name }) => name === 'State');
		const conditions = [{ field_id: field?.field_id ?? '', operator: 'is' as const, value: '["open"]' }];
		const property = { filter_info: { conjunction: 'and' as const, conditions } };
		await views.patch({ path: { ...fixture.path, view_id }, data: { property } });
		expect(named((await search({ view_id }))?.items).join('')).toBe('a');
		expect(named((await search({ view_id, sort: [{ field_name: 'No' }] }))?.items).join('')).toBe('abcd');
		expect(named((await search({ view_id, filter: group([['Name', 'is', ['Cherry']]]) }))?.items).join('')).toBe('c');
		expect(await refused({ view_id: 'vewNone' })).toBe(1254042);
	});
});

describe('formulas', () => {
	const compute = (name: string, value: unknown[], type: number) => {
		const cells = { Sum: { type, value } };
		return fixture.http.admin('PUT', `${fixture.url.replace(/^.*apps/, '/bases')}/records/${ids[name]}/cells`, {
			open_id: person,
			cells,
		});
	};
	beforeAll(async () => {
		await compute('a', [12], 2);
		await compute('b', [{ type: 'text', text: 'late' }], 1);
	});
	const sums = async () => (await search({}))?.items?.slice(0, 2).map(({ fields }) => fields.Sum);

	it('come as a list with its type, or bare', async () => {
		expect(await sums()).toEqual([
			{ type: 2, value: [12] },
			{ type: 1, value: [{ type: 'text', text: 'late' }] },
		]);
		await settings({ baseFormulaValues: 'bare' });
		expect(await sums()).toEqual([12, [{ type: 'text', text: 'late' }]]);
		await settings({ baseFormulaValues: 'lists' });
	});

	it('are texts in the older list unless their own form is asked for, and can be looked for there', async () => {
		const list = async (query: string) => (await fixture.http.get(`${fixture.url}/records?${query}`)).data.items;
		expect(await list('filter=CurrentValue.%5BSum%5D%3D%22late%22')).toMatchObject([
			{ record_id: ids.b, fields: { Sum: [{ text: 'late', type: 'text' }] } },
		]);
		const sums = async (query: string) =>
			((await list(query)) as { fields: { Sum?: unknown } }[]).slice(0, 2).map(({ fields }) => fields.Sum);
		expect(await sums('')).toEqual([[{ type: 'text', text: '12' }], [{ type: 'text', text: 'late' }]]);
		expect(await sums('display_formula_ref=true')).toEqual([12, [{ type: 'text', text: 'late' }]]);
	});

	it('can be looked for in search where a test wants it', async () => {
		await settings({ baseFormulaFilter: 'compared' });
		expect(await found(['Sum', 'is', ['late']])).toEqual(['b']);
		await settings({ baseFormulaFilter: 'refused' });
	});
});

describe('the older list', () => {
	const list = async (params: object) =>
		named((await records().list({ path: fixture.path, params: { page_size: 100, ...params } })).data?.items).join('');
	const refusedList = async (params: object) =>
		(await refusalOf(records().list({ path: fixture.path, params: { page_size: 100, ...params } })))[0];

	it.each([
		['CurrentValue.[Name]="Apple"', 'a'],
		['CurrentValue.[Name] = "banana \\"b\\""', 'b'],
		['NOT(CurrentValue.[Name]="Apple")', 'bcd'],
		['AND(CurrentValue.[Amount]>9,CurrentValue.[Amount]<=100)', 'ac'],
		['CurrentValue.[Amount]>9&&CurrentValue.[Name].contains("err")', 'c'],
		['OR(CurrentValue.[State]="open",CurrentValue.[State]="done")', 'ab'],
		['CurrentValue.[State]="open"||CurrentValue.[Name]="Cherry"', 'ac'],
		['CurrentValue.[Paid]=1', 'a'],
		['CurrentValue.[Name]=""', 'd'],
		['CurrentValue.[Tags].contains("x","none")', 'a'],
		['CurrentValue.[Day]=TODAY()', 'a'],
		['CurrentValue.[Day]<TODATE("2029/01/10")', 'b'],
	])('takes the filter %s', async (filter, expected) => {
		expect(await list({ filter })).toBe(expected);
	});

	it('knows people by their names and not by their ids', async () => {
		const name = fixture.simulator.store.users.get(person)?.name;
		expect(await list({ filter: `CurrentValue.[Who]="${name}"` })).toBe('b');
		expect(await list({ filter: `CurrentValue.[Who]="${person}"` })).toBe('');
	});

	it('has an order and columns in texts of JSON', async () => {
		expect(await list({ sort: '["Amount DESC"]' })).toBe('cabd');
		const page = await records().list({ path: fixture.path, params: { field_names: '["Amount"]', page_size: 1 } });
		expect(page.data?.items?.[0]?.fields).toEqual({ Amount: '10' });
	});

	it.each([
		[{ filter: 'CurrentValue.[Name]=' }, 1254018],
		[{ filter: 'CurrentValue.[None]="x"' }, 1254018],
		[{ filter: 'SHOUT("x")' }, 1254018],
		[{ filter: `CurrentValue.[Name]="${'x'.repeat(2000)}"` }, 1254107],
		[{ sort: 'Amount' }, 1254016],
		[{ sort: JSON.stringify(['x'.repeat(1000)]) }, 1254108],
		[{ sort: '["Link ASC"]' }, 1254016],
		[{ field_names: '["None"]' }, 1254024],
	])('refuses what it can not read (%#)', async (params, code) => {
		expect(await refusedList(params)).toBe(code);
	});
});
