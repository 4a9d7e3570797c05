/** 10,000 records through n8n's engine, while the table is written by others and the line breaks: nothing is lost, nothing is doubled. */
import type { INodeParameters } from 'n8n-workflow';

import { addBase, addTable } from '../../simulator/base/make';
import type { Base, Table } from '../../simulator/state/bases';
import type { Fault } from '../../simulator/platform/faults';
import { usePlatform } from '../support/engine';

const COUNT = 10_000;
const BATCH = '/open-apis/bitable/v1/apps/:app_token/tables/:table_id/records';
const FIELDS = [
	{ field_name: 'Key', type: 1 },
	{ field_name: 'Amount', type: 2 },
	{ field_name: 'Owner', type: 11 },
];

const CONFLICT = { type: 'code', http: 200, code: 1254291, msg: 'Write conflict' } as const;
const TOO_FAST = {
	type: 'code',
	http: 429,
	code: 99991400,
	msg: 'too many',
	headers: { 'x-ogw-ratelimit-reset': '1' },
} as const;

/** One bad record in so many. */
const BAD_EVERY = 1000;

/** An open_id that is nobody's: the platform refuses the record. */
const STRANGER = 'ou_00000000000000000000000000000000';

interface Scene {
	name: string;
	/** What fails, at the writes of this path. */
	faults(path: string): Fault[];
	bad?: true;
}

const SCENES: readonly Scene[] = [
	{ name: 'others write the table', faults: (path) => [{ path, skip: 1, times: 4, action: CONFLICT }] },
	{ name: 'too many requests', faults: (path) => [{ path, skip: 2, times: 2, action: TOO_FAST }] },
	{ name: 'the line breaks before', faults: (path) => [{ path, skip: 1, times: 2, action: { type: 'dropBefore' } }] },
	{ name: 'the answer is lost', faults: (path) => [{ path, skip: 1, times: 2, action: { type: 'dropAfter' } }] },
	{ name: 'half an answer comes', faults: (path) => [{ path, skip: 2, times: 2, action: { type: 'truncate' } }] },
	{ name: `one bad record in ${BAD_EVERY}`, faults: () => [], bad: true },
];

// So many items take their time; that they come to an end is what counts.
jest.setTimeout(600_000);

const platform = usePlatform({ settings: { baseBatch: 1000 } });

function newBase(): Base {
	const owner = platform.store.apps.get(platform.simulator.appId)?.bot_open_id ?? '';
	return addBase(platform.store, { name: 'Faults', owner }).base;
}

describe.each(SCENES)('$name', (scene) => {
	test('Create makes each record once, and tells the others by their items', async () => {
		const base = newBase();
		const table = addTable(base, { name: 'Created', fields: FIELDS });
		await run(base, table, scene, 'create', `${BATCH}/batch_create`, {});
		expectKeys(table, (index) => !isBad(scene, index));
	});

	test('Create or Update finds what it has made', async () => {
		const base = newBase();
		const table = addTable(base, { name: 'Upserted', fields: FIELDS });
		await run(base, table, scene, 'upsert', `${BATCH}/batch_create`, { matchOn: 'Key' });
		expectKeys(table, (index) => !isBad(scene, index));
		await run(base, table, scene, 'upsert', `${BATCH}/batch_update`, { matchOn: 'Key' });
		expectKeys(table, (index) => !isBad(scene, index));
	});
});

const isBad = ({ bad }: Scene, index: number) => bad === true && index % BAD_EVERY === BAD_EVERY / 2;

async function run(
	base: Base,
	table: Table,
	scene: Scene,
	operation: string,
	path: string,
	options: INodeParameters,
): Promise<void> {
	platform.reset();
	for (const fault of scene.faults(path)) platform.simulator.faults.add(fault);
	const { items, errorItems, error } = await platform.run({
		node: 'feishuBase',
		parameters: {
			resource: 'record',
			operation,
			base: { __rl: true, mode: 'id', value: base.app_token },
			table: { __rl: true, mode: 'id', value: table.table_id },
			columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
			options,
		},
		items: Array.from({ length: COUNT }, (_, index) => ({
			json: { Key: `key-${index}`, Amount: index, ...(isBad(scene, index) && { Owner: STRANGER }) },
		})),
		onError: 'continueErrorOutput',
	});
	expect(error).toBeUndefined();
	const failed = errorItems.map(({ pairedItem }) => (pairedItem as { item: number }).item);
	const wanted = Array.from({ length: COUNT }, (_, index) => index).filter((index) => isBad(scene, index));
	// What failed was asked for once more; a record that was refused when it was to be made is no update.
	const writes = platform.calls.filter((call) => call.path.endsWith(path.split('/').at(-1) ?? ''));
	if (scene.bad === true && path.endsWith('batch_update')) expect(writes).toHaveLength(COUNT / 1000);
	else expect(writes.length).toBeGreaterThan(COUNT / 1000);
	expect(failed).toEqual(wanted);
	expect(items).toHaveLength(COUNT - wanted.length);
}

function expectKeys(table: Table, isThere: (index: number) => boolean): void {
	const key = table.fields.find(({ field_name }) => field_name === 'Key')?.field_id ?? '';
	const keys = [...table.records.values()].map(({ cells }) => JSON.stringify(cells.get(key)));
	expect(new Set(keys).size).toBe(keys.length);
	expect(keys).toHaveLength(Array.from({ length: COUNT }, (_, index) => index).filter(isThere).length);
}
