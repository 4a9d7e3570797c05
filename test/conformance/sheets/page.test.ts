/** What the page of spreadsheets asks of the simulator, and the spreadsheets of a fresh company. */
import { first } from '../../support/conformance/harness';
import { type SheetFixture, startSheet } from '../../support/conformance/sheets';

interface Overview {
	spreadsheets: Array<{ token: string; title: string; access: Record<string, string>; sheets: object[] }>;
}
interface Cells {
	total: number;
	rows: Array<{ row: number; cells: Array<{ text: string; input: string } | null> }>;
	filtered_out: number[];
}

let fixture: SheetFixture;
let person: string;
beforeEach(async () => {
	fixture = await startSheet();
	person = first(fixture.members);
});
afterEach(() => fixture.simulator.close());

const sales = () => [...fixture.simulator.store.sheets.all.values()].filter(({ title }) => title.includes('Sales'));
const url = (token = fixture.token, sheet = fixture.sheetId) => `/sheets/${token}/sheets/${sheet}/cells`;
const write = (row: number, column: number, text: string, token?: string, sheet?: string) =>
	fixture.http.admin<{ cell: object }>('PUT', url(token, sheet), { open_id: person, row, column, text });
const share = (perm: string) =>
	fixture.http.admin('POST', `/sheets/${fixture.token}/members`, { open_id: person, perm });

it.each(['/sheets', '/sheets/SalesSheetOfTheExamples0001'])('is there at %s', async (path) => {
	const response = await fetch(`${fixture.simulator.url}${path}`);
	expect(response.status).toBe(200);
	expect(await response.text()).toContain('/_sim/page/sheets/app.js');
});

it('a fresh company has orders with a header, texts of digits, dates, sums, and a dropdown', async () => {
	const [book] = sales();
	const token = book?.token ?? '';
	const reply = await fixture.http.call(
		'GET',
		`/open-apis/sheets/v2/spreadsheets/${token}/values/${encodeURIComponent('Orders!A1:F2')}?dateTimeRenderOption=FormattedString`,
	);
	expect((reply.data.valueRange as { values: unknown[][] }).values).toEqual([
		['订单号 Order No', '客户 Customer', '日期 Date', '金额 Amount', '已付 Paid', '状态 Status'],
		['0001', '东方贸易', '2026-01-05', 1200, false, '待办 To do'],
	]);
	expect(book?.sheets[0]?.dropdowns).toHaveLength(1);
});

it('shows cells as people see them, a window of rows at a time', async () => {
	const [book] = sales();
	const cells = await fixture.http.admin<Cells>('GET', `${url(book?.token, 'Orders')}?offset=1&limit=2`);
	expect(cells.total).toBe(200);
	expect(cells.rows.map(({ row }) => row)).toEqual([2, 3]);
	expect(cells.rows[0]?.cells.map((cell) => cell?.text)).toEqual([
		...['0001', '东方贸易', '2026-01-05', '1,200.00', 'FALSE', '待办 To do'],
	]);
});

it('people write what they type, if they may', async () => {
	expect(await write(1, 1, 'x')).toMatchObject({ message: expect.stringMatching(/may not edit/) });
	await share('view');
	expect(await write(1, 1, 'x')).toMatchObject({ message: expect.stringMatching(/may not edit/) });
	await share('edit');
	await write(1, 1, '5');
	await write(1, 2, '=A1+1');
	await write(1, 3, '2026-01-31');
	await write(1, 4, 'true');
	await write(1, 5, '007x');
	const query = '?valueRenderOption=FormattedValue';
	expect(await fixture.read('A1:E1', query)).toEqual([['5', '6', '2026-01-31', 'TRUE', '007x']]);
	await write(1, 1, '');
	expect(await fixture.read('A1:A1')).toEqual([[null]]);
	expect(await write(900, 1, 'x')).toMatchObject({ message: expect.stringMatching(/no such cell/) });
});

it('makes spreadsheets and sheets, and tells who may do what', async () => {
	const made = await fixture.http.admin<{ token: string }>('POST', '/sheets', { open_id: person, title: 'Mine' });
	await fixture.http.admin('POST', `/sheets/${made.token}/sheets`, { title: 'Second' });
	expect(await fixture.http.admin('POST', `/sheets/${made.token}/sheets`, { title: 'Second' })).toMatchObject({ statusCode: 400 });
	const { spreadsheets } = await fixture.http.admin<Overview>('GET', '/sheets/overview');
	const shown = spreadsheets.find(({ token }) => token === made.token);
	expect(shown).toMatchObject({
		title: 'Mine',
		access: { [person]: 'full_access' },
		sheets: [{}, { title: 'Second' }],
	});
	expect(await fixture.http.admin<object[]>('GET', '/sheets')).toContainEqual(
		expect.objectContaining({ token: made.token, owner: person }),
	);
});
