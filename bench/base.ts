/** Records of a base: written and read in a running n8n, beside one request a record. */
import type { CredentialRef, N8nApi } from '../demo/api';
import { addBase, addTable } from '../simulator/base/make';
import { writeRecords } from '../simulator/base/writeRecords';
import type { Simulator } from '../simulator/index';
import type { Base, Table } from '../simulator/state/bases';
import { botOf } from '../simulator/state/operator';
import type { Measured } from './contenders';
import { keep, measuredIn, say, told } from './measured';
import { peakMb, residentMb } from './process';

const WRITTEN = 10_000;
const READ = 100_000;

const measured = measuredIn('bitable');

const NODE = { type: 'n8n-nodes-feishu-openapi.feishuBase', typeVersion: 1 };

/** So many requests may it take: 10,000 created, 10,000 found and changed by a key. */
const MOST = { created: 20, upserted: 60 };

const FIELDS = [
	{ field_name: 'Key', type: 1 },
	{ field_name: 'Amount', type: 2 },
	{ field_name: 'Status', type: 3 },
	{ field_name: 'Due', type: 5 },
	{ field_name: 'Double', type: 20, property: { formula_expression: 'bitable::$table[tbl].$field[fld]' } },
];

/** Figures of `npm run bench -- base`. @param pid of n8n's process, whose memory is looked at */
export async function base(
	api: N8nApi,
	simulator: Simulator,
	credential: CredentialRef,
	pid: number | undefined,
): Promise<void> {
	const app = simulator.store.apps.get(simulator.appId);
	if (!app) throw new Error('The simulator has no app');
	const made = addBase(simulator.store, { name: 'Bench', owner: app.bot_open_id }).base;
	const table = (name: string) => addTable(made, { name, fields: FIELDS });
	const items = JSON.stringify(rows(WRITTEN));

	// Tokens, compiled code, caches.
	const few = JSON.stringify(rows(1000));
	await measured(api, simulator, credential, 'Warm up', few, creating(made, table('Warmed up')));
	await measured(api, simulator, credential, 'Warm up', few, oneByOne(simulator, made, table('Warmed up too')));

	say(`${WRITTEN} records created; the baseline is n8n's HTTP Request, one record a request`);
	const mine = table('Mine');
	const created = await measured(api, simulator, credential, 'Feishu Base: Create', items, creating(made, mine));
	const others = table('Others');
	const single = await measured(api, simulator, credential, 'HTTP Request', items, oneByOne(simulator, made, others));
	told('one record a request', single, single.ms);
	told('Feishu Base: Create', created, single.ms);
	keep(created.requests, MOST.created);

	say(`${WRITTEN} records upserted by a key against ${WRITTEN} that are there`);
	const upserted = await measured(api, simulator, credential, 'Create or Update', items, upserting(made, mine));
	told('Feishu Base: Create or Update', upserted, single.ms);
	keep(upserted.requests, MOST.upserted);
	if (mine.records.size !== WRITTEN) throw new Error(`The table has ${mine.records.size} records`);

	say(`${READ} records read, none of which fits what is looked at here: memory of n8n above what it had`);
	const memory: number[] = [];
	for (const count of [READ / 10, READ]) {
		const large = table(`Large ${count}`);
		for (let from = 0; from < count; from += 1000)
			writeRecords(
				{ store: simulator.store, base: made, table: large, app, idType: 'open_id', by: botOf(app), lagMs: 0 },
				rows(1000, from).map((fields) => ({ fields: { ...fields, Due: Date.parse(fields.Due) } })),
			);
		const before = residentMb(pid);
		const read = await measured(api, simulator, credential, `Search ${count}`, '[{}]', searching(made, large), 0);
		const peak = peakMb(pid);
		memory.push(peak - before);
		told(`${count} records, peak ${peak - before} MB above ${before} MB`, read, single.ms);
	}
	say(`memory for ten times the records: ${((memory[1] ?? 0) / Math.max(1, memory[0] ?? 1)).toFixed(2)} ×`);
}

function rows(count: number, from = 0) {
	return Array.from({ length: count }, (_, index) => ({
		Key: `key-${from + index}`,
		Amount: index,
		Status: index % 2 === 0 ? 'Open' : 'Done',
		Due: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
	}));
}

const where = ({ app_token }: Base, { table_id }: Table) => ({
	resource: 'record',
	base: { __rl: true, mode: 'url', value: `https://example.feishu.cn/base/${app_token}?table=${table_id}` },
});

const mapped = (matchingColumns: string[] = []) => ({
	columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns, schema: [] },
});

const creating = (...place: [Base, Table]): Measured => ({
	...NODE,
	parameters: { ...where(...place), operation: 'create', ...mapped() },
});

const upserting = (...place: [Base, Table]): Measured => ({
	...NODE,
	parameters: { ...where(...place), operation: 'upsert', ...mapped(['Key']) },
});

/** What the platform can't filter by is looked at in n8n, so that everything is read and nothing is kept. */
const searching = (...place: [Base, Table]): Measured => ({
	...NODE,
	parameters: {
		...where(...place),
		operation: 'search',
		filters: { condition: [{ field: 'Double', operator: 'equals', value: 'nothing of this kind' }] },
		returnAll: true,
		options: { filterHere: true },
	},
});

function oneByOne({ url }: Simulator, { app_token }: Base, { table_id }: Table): Measured {
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url: `${url}/open-apis/bitable/v1/apps/${app_token}/tables/${table_id}/records`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'feishuApi',
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ { fields: { ...$json, Due: new Date($json.Due).getTime() } } }}',
			// All at once would be refused: a table takes one writer at a time.
			options: { batching: { batch: { batchSize: 1, batchInterval: 0 } } },
		},
	};
}
