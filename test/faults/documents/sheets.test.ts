/** 10,000 rows through n8n's engine, while the spreadsheet is written by others and the line breaks: nothing is lost, nothing is doubled. */
import type { INodeParameters } from 'n8n-workflow';

import { addSpreadsheet } from '../../../simulator/sheets/make';
import type { Spreadsheet } from '../../../simulator/state/sheets';
import { usePlatform } from '../../support/engine';
import { busyScene, LINE_SCENES, type Scene } from '../../support/engine/scenes';

const COUNT = 10_000;
const BOOK = '/open-apis/sheets/v2/spreadsheets/:spreadsheetToken';

/** One bad row in so many. */
const BAD_EVERY = 2500;

/** An open_id that is nobody's: the platform refuses the row. */
const STRANGER = { mention: 'ou_00000000000000000000000000000000' };

const SCENES: ReadonlyArray<Scene & { bad?: true }> = [
	busyScene(90235),
	busyScene(90217),
	...LINE_SCENES,
	{ name: `one bad row in ${BAD_EVERY}`, faults: () => [], bad: true },
];

// So many items take their time; that they come to an end is what counts.
jest.setTimeout(600_000);

const platform = usePlatform();

function newSpreadsheet(): Spreadsheet {
	const owner = platform.store.apps.get(platform.simulator.appId)?.bot_open_id ?? '';
	return addSpreadsheet(platform.store, { title: 'Faults', owner });
}

describe.each(SCENES)('Sheets: $name', (scene) => {
	test('Append adds each row once, and tells the others by their items', async () => {
		const book = newSpreadsheet();
		await run(book, scene, 'append', `${BOOK}/values_append`);
		expectKeys(book, (index) => !isBad(scene, index));
	});

	test('Create or Update finds what it has added', async () => {
		const book = newSpreadsheet();
		await run(book, scene, 'upsert', `${BOOK}/values_append`, ['Key']);
		expectKeys(book, (index) => !isBad(scene, index));
		await run(book, scene, 'upsert', `${BOOK}/values_batch_update`, ['Key']);
		expectKeys(book, (index) => !isBad(scene, index));
	});
});

const isBad = ({ bad }: (typeof SCENES)[number], index: number) => bad === true && index % BAD_EVERY === BAD_EVERY / 2;

async function run(
	book: Spreadsheet,
	scene: (typeof SCENES)[number],
	operation: string,
	path: string,
	matchingColumns: string[] = [],
): Promise<void> {
	platform.reset();
	const parameters = {
		resource: 'row',
		operation,
		spreadsheet: { __rl: true, mode: 'id', value: book.token },
		columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns, schema: [] },
	} as unknown as INodeParameters;
	for (const fault of scene.faults(path)) platform.simulator.faults.add(fault);
	const { items, errorItems, error } = await platform.run({
		node: 'feishuSheets',
		parameters,
		items: Array.from({ length: COUNT }, (_, index) => ({
			json: { Key: `key-${index}`, Amount: index, Owner: isBad(scene, index) ? STRANGER : null },
		})),
		onError: 'continueErrorOutput',
	});
	expect(error).toBeUndefined();
	const failed = errorItems.map(({ pairedItem }) => (pairedItem as { item: number }).item);
	const wanted = Array.from({ length: COUNT }, (_, index) => index).filter((index) => isBad(scene, index));
	expect(failed).toEqual(wanted);
	expect(items).toHaveLength(COUNT - wanted.length);
	if (scene.bad) return;
	// What failed was sent again, or looked for: else there are one look and two writes.
	const last = path.split('/').at(-1) ?? '';
	const calls = platform.calls.filter((call) => call.path.endsWith(last) || call.path.endsWith('values_batch_get'));
	expect(calls.length).toBeGreaterThan(1 + COUNT / 5000);
}

function expectKeys({ sheets }: Spreadsheet, isThere: (index: number) => boolean): void {
	const keys = (sheets[0]?.rows ?? [])
		.slice(1)
		.map(({ cells }) => cells[0]?.content)
		.filter((key) => key !== undefined);
	const wanted = Array.from({ length: COUNT }, (_, index) => index)
		.filter(isThere)
		.map((index) => `key-${index}`);
	expect(new Set(keys).size).toBe(keys.length);
	expect(keys).toEqual(wanted);
}
