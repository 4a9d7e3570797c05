/** The simulator's page of bases, as a person uses it in a browser. n8n has no part in it. */
import { chromiumPath, type Editor, openBrowser } from '../../demo/browser';
import { type Simulator, startSimulator } from '../../simulator';
import { sdkClient } from '../support/conformance/harness';
import { SimulatorClient } from '../support/host/simulator';
import { eventually } from '../support/host/eventually';

// Without a browser there is nothing to open. A check before a release must have one (CI=true): there this fails.
const canRun = chromiumPath() !== undefined || process.env.CI === 'true';
const suite = canRun ? describe : describe.skip;

interface Overview {
	bases: {
		app_token: string;
		tables: { table_id: string; name: string; fields: { field_id: string; field_name: string }[] }[];
	}[];
}
interface Rows {
	total: number;
	rows: { record_id: string; cells: Record<string, { value: unknown; words: string[] }> }[];
}

suite(`The page of bases in Chromium${canRun ? '' : ' (not run: no Chromium found, set CHROMIUM_PATH)'}`, () => {
	let simulator: Simulator;
	let admin: SimulatorClient;
	let browser: Editor | undefined;
	let token: string;
	let tableId: string;
	let person: string;

	beforeAll(async () => {
		simulator = await startSimulator({ rateLimits: false });
		admin = new SimulatorClient(simulator.url, simulator.appId);
		person = (await admin.state()).users.find(({ name }) => name === '李四')?.open_id ?? '';
		const made = await admin.request<{ app_token: string; default_table_id: string }>('POST', '/bases', {
			open_id: person,
			name: 'By hand',
		});
		token = made.app_token;
		await admin.request('POST', `/bases/${token}/members`, { app_id: simulator.appId, perm: 'full_access' });
		const fields = [
			{ field_name: 'Name', type: 1 },
			{ field_name: 'Mail', type: 1, ui_type: 'Email' },
			{ field_name: 'Amount', type: 2 },
			{ field_name: 'State', type: 3, property: { options: [{ name: 'open' }, { name: 'done' }] } },
			{ field_name: 'Tags', type: 4, property: { options: [{ name: 'red' }] } },
			{ field_name: 'Due', type: 5, property: { date_formatter: 'yyyy-MM-dd HH:mm' } },
			{ field_name: 'Ready', type: 7 },
			{ field_name: 'Who', type: 11 },
			{ field_name: 'Phone', type: 13 },
			{ field_name: 'Page', type: 15 },
			{ field_name: 'Files', type: 17 },
			{ field_name: 'Links', type: 18, property: { table_id: made.default_table_id } },
			{ field_name: 'Place', type: 22 },
			{ field_name: 'Group', type: 23 },
			{ field_name: 'Step', type: 24 },
			{ field_name: 'Sum', type: 20 },
			{ field_name: 'Made', type: 1001 },
			{ field_name: 'Number', type: 1005 },
		];
		tableId = (await admin.request<{ table_id: string }>('POST', `/bases/${token}/tables`, { name: 'Work', fields }))
			.table_id;
		const [linked] = (await admin.request<Rows>('GET', `/bases/${token}/tables/${made.default_table_id}/rows`)).rows;
		await admin.request('PUT', `/bases/${token}/tables/${made.default_table_id}/records/${linked?.record_id}`, {
			open_id: person,
			fields: { 文本: 'Linked one' },
		});
		browser = await openBrowser(simulator.url);
		browser.page.setDefaultTimeout(20_000);
	});
	afterAll(async () => {
		await browser?.close();
		await simulator.close();
	});

	const pageOf = () => {
		if (!browser) throw new Error('The browser is not open');
		return browser.page;
	};
	const test_ = (id: string) => `[data-test-id="${id}"]`;
	const rows = async () => await admin.request<Rows>('GET', `/bases/${token}/tables/${tableId}/rows`);
	const fieldId = async (name: string) => {
		const { bases } = await admin.request<Overview>('GET', '/bases/overview');
		const table = bases.find((base) => base.app_token === token)?.tables.find((one) => one.table_id === tableId);
		return table?.fields.find((field) => field.field_name === name)?.field_id ?? '';
	};
	const open = async () => {
		await pageOf().goto(`/base/${token}?table=${tableId}`);
		await pageOf().locator('.grid').waitFor();
	};
	const cellOf = async (name: string) => {
		const { record_id: id } = (await rows()).rows.at(-1) ?? {};
		return pageOf().locator(test_(`cell-${id}-${await fieldId(name)}`));
	};
	/** What the last record has in a column, as search gives it. */
	const written = async (name: string, wanted: unknown) => {
		const id = await fieldId(name);
		await eventually(`${name} in the cell`, async () => {
			const value = (await rows()).rows.at(-1)?.cells[id]?.value;
			return JSON.stringify(value) === JSON.stringify(wanted);
		});
	};
	const edit = async (name: string) => {
		const cell = await cellOf(name);
		await cell.click();
		return cell.locator(test_('editor'));
	};
	const type = async (name: string, text: string) => {
		const editor = await edit(name);
		await editor.fill(text);
		await editor.press('Enter');
		await editor.waitFor({ state: 'detached' });
	};

	test('a person adds a record and fills cells of every type that people write', async () => {
		const page = pageOf();
		await open();
		await page.locator(test_('add-record')).click();
		await eventually('the record', async () => (await rows()).total === 1);
		await type('Name', 'A task');
		await written('Name', [{ type: 'text', text: 'A task' }]);
		await type('Mail', 'a@example.com');
		await written('Mail', [{ type: 'url', text: 'a@example.com', link: 'mailto:a@example.com' }]);
		await type('Amount', '12.5');
		await written('Amount', 12.5);
		await type('Due', '2026-05-01T09:30');
		await written('Due', Date.UTC(2026, 4, 1, 1, 30));
		await type('Phone', '+8613800000000');
		await written('Phone', '+8613800000000');
		await type('Place', '116.397755,39.903179');
		await (await cellOf('Place')).getByText('天安门广场').waitFor();
		await type('Step', 'Begun');
		await (await cellOf('Step')).getByText('Begun').waitFor();
		await (await cellOf('Ready')).click();
		await written('Ready', true);

		await (await edit('State')).getByRole('button', { name: 'done' }).click();
		await written('State', 'done');
		const tags = await edit('Tags');
		await tags.getByRole('button', { name: 'red' }).click();
		await tags.getByRole('searchbox').fill('blue');
		await tags.getByRole('searchbox').press('Enter');
		await tags.locator(test_('editor-done')).click();
		await written('Tags', ['red', 'blue']);
		const who = await edit('Who');
		await who.getByRole('button', { name: '陈静' }).click();
		await who.locator(test_('editor-done')).click();
		await (await cellOf('Who')).getByText('陈静').waitFor();
		const group = await edit('Group');
		await group.getByRole('button').first().click();
		// What is chosen is taken when the person goes elsewhere.
		await page.locator('h2').click();
		await eventually('the group', async () => (await (await cellOf('Group')).locator('.chip').count()) === 1);
		const links = await edit('Links');
		await links.getByRole('searchbox').fill('linked');
		await links.getByRole('button', { name: 'Linked one' }).click();
		await links.locator(test_('editor-done')).click();
		await (await cellOf('Links')).getByText('Linked one').waitFor();
		const address = await edit('Page');
		await address.locator('[name=link]').fill('https://example.com/x');
		await address.locator('[name=text]').fill('The page');
		await address.locator(test_('editor-done')).click();
		await written('Page', { link: 'https://example.com/x', text: 'The page' });
		const files = await edit('Files');
		const file = { name: 'words.txt', mimeType: 'text/plain', buffer: Buffer.from('words of a file') };
		await files.locator(test_('editor-files')).setInputFiles([file]);
		await files.getByText('words.txt').waitFor();
		await files.locator(test_('editor-done')).click();
		const link = (await cellOf('Files')).getByRole('link', { name: 'words.txt' });
		const download = page.waitForEvent('download');
		await link.click();
		expect((await download).suggestedFilename()).toBe('words.txt');
	});

	test('what nobody writes has no editor, and what is refused says why', async () => {
		await open();
		for (const name of ['Sum', 'Made', 'Number']) {
			await (await cellOf(name)).click();
			expect(await (await cellOf(name)).locator(test_('editor')).count()).toBe(0);
		}
		const editor = await edit('Phone');
		await editor.fill('no number');
		await editor.press('Enter');
		await pageOf().getByRole('alert').getByText('“Phone” was not written: 1254072').waitFor();
		await editor.press('Escape');
		await editor.waitFor({ state: 'detached' });
		await written('Phone', '+8613800000000');
	});

	test('each edit is an event of the person who acts', async () => {
		await simulator.push.idle();
		const path = { file_token: token };
		await sdkClient(simulator).drive.v1.file.subscribe({ path, params: { file_type: 'bitable' } });
		await open();
		await type('Name', 'Another name');
		const told = await eventually('the event', () =>
			Promise.resolve(simulator.push.deliveries.find(({ event_type: one }) => one.includes('bitable_record_changed'))),
		);
		expect(told.payload.event).toMatchObject({
			operator_id: { open_id: person },
			action_list: [{ action: 'record_edited', after_value: [{ field_id: await fieldId('Name') }] }],
		});
	});

	test('fields are made, renamed and taken away', async () => {
		const page = pageOf();
		await open();
		const dialog = page.locator(test_('field-dialog'));
		await page.locator(test_('add-field')).click();
		await dialog.locator(test_('field-name')).fill('Kind');
		await dialog.locator('[name=type]').selectOption({ label: '◉ Single select' });
		await dialog.locator('[name=options]').fill('one\ntwo');
		await dialog.locator(test_('field-save')).click();
		await dialog.waitFor({ state: 'detached' });
		await (await edit('Kind')).getByRole('button', { name: 'two' }).click();
		await written('Kind', 'two');
		const id = await fieldId('Kind');
		await page.locator(test_(`field-${id}`)).click();
		await dialog.locator(test_('field-name')).fill('Sort');
		await dialog.locator(test_('field-save')).click();
		await page
			.locator(test_(`field-${id}`))
			.getByText('Sort')
			.waitFor();
		// The options stayed the same ones.
		await written('Sort', 'two');
		await page.locator(test_(`field-${id}`)).click();
		await dialog.locator(test_('field-delete')).click();
		await page.locator(test_(`field-${id}`)).waitFor({ state: 'detached' });
	});

	test('shows by itself what the API writes, a window of 10,000 records, and finds among them', async () => {
		const page = pageOf();
		await open();
		const records = Array.from({ length: 9_999 }, (_, index) => ({ Name: `Row ${index}`, Amount: index }));
		await admin.request('POST', `/bases/${token}/tables/${tableId}/records`, { open_id: person, records });
		await page.locator(test_('pager')).getByText('1–100 of 10000').waitFor();
		await page.getByRole('button', { name: 'More records' }).click();
		await page.locator(test_('pager')).getByText('101–200 of 10000').waitFor();
		await page.locator(test_('find')).fill('row 4242');
		await page.locator(test_('pager')).getByText('1–1 of 1').waitFor();
		await page.getByRole('button', { name: 'Delete record 1' }).click();
		await page.locator(test_('pager')).getByText('0 records').waitFor();
		expect((await rows()).total).toBe(9_999);
	});

	test('bases and tables are made by their names', async () => {
		const page = pageOf();
		await open();
		const make = async (what: string, name: string) => {
			await page.locator(test_(what)).click();
			await page.locator(test_('name')).fill(name);
			await page.locator(test_('name-save')).click();
			await page.locator(test_('name-dialog')).waitFor({ state: 'detached' });
		};
		await make('add-base', 'Fresh base');
		await page.getByRole('heading', { name: 'Fresh base' }).waitFor();
		await make('add-table', 'Fresh table');
		await page.getByRole('table', { name: 'Fresh table' }).waitFor();
		const at = new URL(page.url());
		const { bases } = await admin.request<Overview>('GET', '/bases/overview');
		const made = bases.find(({ app_token: one }) => at.pathname === `/base/${one}`);
		expect(made?.tables.at(-1)).toMatchObject({ name: 'Fresh table', table_id: at.searchParams.get('table') });
	});

	test('who may only read has no editors; the chat page leads here', async () => {
		const page = pageOf();
		const other = (await admin.state()).users.find(({ open_id: id }) => id !== person);
		await admin.request('POST', `/bases/${token}/members`, { open_id: other?.open_id, perm: 'view' });
		await page.goto('/');
		await page.getByRole('link', { name: 'Bases' }).click();
		await page.locator(test_(`base-${token}`)).click();
		await page.locator(test_('add-record')).waitFor();
		await page.locator(test_('base-user')).selectOption(other?.open_id ?? '');
		await page.locator(test_('add-record')).waitFor({ state: 'detached' });
		expect(await page.locator('.cell-writable').count()).toBe(0);
	});
});
