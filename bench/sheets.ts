/** Rows of a spreadsheet: appended, synced and read in a running n8n, beside one request a row. */
import type { CredentialRef, N8nApi } from '../demo/api';
import { addSpreadsheet } from '../simulator/sheets/make';
import type { Simulator } from '../simulator/index';
import type { Spreadsheet } from '../simulator/state/sheets';
import type { Measured } from './contenders';
import { keep, measuredIn, say, told } from './measured';

/** Fewer to see whether it runs: `BENCH_ROWS=200 npm run bench -- sheets`. */
const WRITTEN = Number(process.env.BENCH_ROWS ?? 10_000);

/** So many requests may it take: 10,000 appended; found in one reading and changed by a key. The list of sheets comes besides. */
const MOST = { appended: 1 + 1 + 3, upserted: 1 + 1 + 5, read: 1 + 3 };

const NODE = { type: 'n8n-nodes-feishu-openapi.feishuSheets', typeVersion: 1 };

const HEADER = ['Key', 'Amount', 'Status', 'Due'];

const measured = measuredIn('sheets');

/** Figures of `npm run bench -- sheets`. */
export async function sheets(api: N8nApi, simulator: Simulator, credential: CredentialRef): Promise<void> {
	const app = simulator.store.apps.get(simulator.appId);
	if (!app) throw new Error('The simulator has no app');
	const newSheet = (title: string) => {
		const book = addSpreadsheet(simulator.store, { title, owner: app.bot_open_id });
		const [row] = book.sheets[0]?.rows ?? [];
		HEADER.forEach((content, at) => row && (row.cells[at] = { content }));
		return book;
	};
	const items = JSON.stringify(rows(WRITTEN));

	// Tokens, compiled code, caches.
	const few = JSON.stringify(rows(Math.min(WRITTEN, 1000)));
	await measured(api, simulator, credential, 'Warm up', few, appending(newSheet('Warmed up')));
	await measured(api, simulator, credential, 'Warm up', few, oneByOne(newSheet('Warmed up too')));

	say(`${WRITTEN} rows appended; the baseline is n8n's way with Google Sheets, a request a row`);
	const mine = newSheet('Mine');
	const appended = await measured(api, simulator, credential, 'Feishu Sheets: Append', items, appending(mine));
	const others = newSheet('Others');
	const single = await measured(api, simulator, credential, 'Custom Request', items, oneByOne(others));
	told('one row a request', single, single.ms);
	told('Feishu Sheets: Append', appended, single.ms);
	keep(appended.requests, MOST.appended);

	say(`${WRITTEN} rows synced by a key against ${WRITTEN} that are there`);
	const upserted = await measured(api, simulator, credential, 'Create or Update', items, upserting(mine));
	told('Feishu Sheets: Create or Update', upserted, single.ms);
	keep(upserted.requests, MOST.upserted);
	const filled = mine.sheets[0]?.rows.filter(({ cells }) => cells.some((cell) => cell?.content !== undefined)) ?? [];
	if (filled.length !== WRITTEN + 1) throw new Error(`The sheet has ${filled.length} rows`);

	say(`${WRITTEN} rows read`);
	const read = await measured(api, simulator, credential, 'Get Many', '[{}]', reading(mine), WRITTEN);
	told('Feishu Sheets: Get Many', read, single.ms);
	keep(read.requests, MOST.read);
}

function rows(count: number) {
	return Array.from({ length: count }, (_, index) => ({
		Key: `key-${index}`,
		Amount: index,
		Status: index % 2 === 0 ? 'Open' : 'Done',
		Due: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
	}));
}

const where = ({ token, sheets: [sheet] }: Spreadsheet) => ({
	resource: 'row',
	spreadsheet: { __rl: true, mode: 'url', value: `https://example.feishu.cn/sheets/${token}?sheet=${sheet?.sheet_id}` },
});

const mapped = (matchingColumns: string[] = []) => ({
	columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns, schema: [] },
});

const appending = (book: Spreadsheet): Measured => ({
	...NODE,
	parameters: { ...where(book), operation: 'append', ...mapped() },
});

const upserting = (book: Spreadsheet): Measured => ({
	...NODE,
	parameters: { ...where(book), operation: 'upsert', ...mapped(['Key']) },
});

const reading = (book: Spreadsheet): Measured => ({
	...NODE,
	parameters: { ...where(book), operation: 'getAll', returnAll: true },
});

/** A request a row, one after the other, as a spreadsheet takes one writer at a time; n8n's HTTP Request begins all of them at once. */
function oneByOne({ token, sheets: [sheet] }: Spreadsheet): Measured {
	const range = `${sheet?.sheet_id}!A1:D1`;
	return {
		type: 'n8n-nodes-feishu-openapi.feishuOpenApi',
		typeVersion: 1,
		parameters: {
			resource: 'customRequest',
			operation: 'send',
			method: 'POST',
			path: `/open-apis/sheets/v2/spreadsheets/${token}/values_append?insertDataOption=INSERT_ROWS`,
			bodyType: 'json',
			bodyJson: `={{ { valueRange: { range: "${range}", values: [[$json.Key, $json.Amount, $json.Status, $json.Due]] } } }}`,
			requestOptions: { itemsAtOnce: 1, keepToLimits: false },
		},
	};
}
