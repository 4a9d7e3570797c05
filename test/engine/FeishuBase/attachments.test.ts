/** Files of items into cells, and out of them. */
import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

import { fileOf, keepBinaries, list, only, picture, report, usePlatform } from '../../support/engine';
import { automatically, below, byExpression, idOf } from '../../support/engine/everyType';
import { OwnTable } from '../../support/engine/recordRuns';

const platform = usePlatform();
let own: OwnTable;
beforeEach(() => {
	own = new OwnTable(platform, [
		{ field_name: 'Title', type: 1 },
		{ field_name: 'Files', type: 17 },
		{ field_name: 'More', type: 17 },
	]);
});
afterEach(() => (own.base.is_advanced = false));

const MIB = 1024 * 1024;
const media = (token: string) => platform.store.bases.medias.get(token);
/** Names of the files in each cell of the column. */
const namesIn = (column: string) =>
	own.column(column).map((cell) => ((cell ?? []) as string[]).map((token) => media(token)?.name));
const uploads = () => platform.calls.filter(({ path }) => /medias\/upload_(all|finish)/.test(path)).length;

async function bytesOf(binary: IBinaryData | undefined): Promise<Buffer> {
	if (!binary) throw new Error('The item has no file');
	return await Container.get(BinaryDataService).getAsBuffer(binary);
}

describe.each(['memory', 'stored'] as const)('with binary data in %s', (where) => {
	beforeAll(async () => await keepBinaries(where));
	afterAll(async () => await keepBinaries('memory'));

	test('each item brings its own file, also under the same name', async () => {
		await own.give('create', below({ [idOf(own.table, 'Files')]: 'data' }), {
			items: [{ files: { data: report } }, { files: { data: picture, other: report } }],
		});
		expect(namesIn('Files')).toEqual([['报告 Q3.pdf'], ['图 1.png']]);
		const [first] = own.column('Files') as string[][];
		expect(media(first?.[0] ?? '')?.bytes.equals(report.bytes)).toBe(true);
		expect(uploads()).toBe(2);
	});

	test('a file of more than 20 MiB goes in parts', async () => {
		await own.give('create', byExpression('{ Files: "data" }'), { items: [{ files: { data: fileOf(21 * MIB) } }] });
		expect(namesIn('Files')).toEqual([['big.bin']]);
		expect(platform.calls.filter(({ path }) => path.endsWith('upload_part'))).toHaveLength(6);
	}, 30_000);
});

test('several files, in several cells, beside files that the base has', async () => {
	const [made] = await own.give('create', byExpression('{ Files: ["a", "b"], More: "a" }'), {
		items: [{ files: { a: report, b: picture } }],
	});
	// Once uploaded it can lie in both cells.
	expect(uploads()).toBe(2);
	expect(namesIn('Files')).toEqual([['报告 Q3.pdf', '图 1.png']]);
	expect(namesIn('More')).toEqual([['报告 Q3.pdf']]);
	const [whole] = await own.give('get', { record: list(String(made?.record_id)) });
	const both = byExpression('{ More: [...$json.Files, "new"] }');
	await own.give(
		'update',
		{ record: list(String(made?.record_id)), ...both },
		{ items: [{ json: whole, files: { new: fileOf(3, 'new.bin') } }] },
	);
	expect(namesIn('More')).toEqual([['报告 Q3.pdf', '图 1.png', 'new.bin']]);
});

test('what is in the cell is replaced, or stays where files are to be added', async () => {
	const [{ record_id = '' } = {}] = await own.give('create', byExpression('{ Files: "a" }'), {
		items: [{ files: { a: report } }],
	});
	const update = async (attachments: string, name: string) =>
		await own.give(
			'update',
			{ record: list(String(record_id)), ...byExpression('{ Files: "a", Title: "x" }'), options: { attachments } },
			{ items: [{ files: { a: fileOf(3, name) } }] },
		);
	await update('add', 'second.bin');
	expect(namesIn('Files')).toEqual([['报告 Q3.pdf', 'second.bin']]);
	await update('replace', 'third.bin');
	expect(namesIn('Files')).toEqual([['third.bin']]);
	// Two items that mean the same record add the files of both.
	const both = { record: list(String(record_id)), ...byExpression('{ Files: "a" }'), options: { attachments: 'add' } };
	await own.give('update', both, { items: ['4.bin', '5.bin'].map((name) => ({ files: { a: fileOf(3, name) } })) });
	expect(namesIn('Files')).toEqual([['third.bin', '4.bin', '5.bin']]);
	await own.give('update', { ...both, ...byExpression('{ Files: null }') });
	expect(namesIn('Files')).toEqual([[]]);
});

test('Create or Update adds files likewise', async () => {
	own.put({ Title: 'a' });
	const how = {
		...byExpression('{ Title: $json.Title, Files: "a" }'),
		options: { matchOn: 'Title', attachments: 'add' },
	};
	const items = (...names: string[]) => names.map((name) => ({ json: { Title: 'a' }, files: { a: fileOf(3, name) } }));
	await own.give('upsert', how, { items: items('1.bin') });
	await own.give('upsert', how, { items: items('2.bin', '3.bin') });
	expect(namesIn('Files')).toEqual([['1.bin', '2.bin', '3.bin']]);
});

test('Map Automatically takes the name of a file that an item gives, as everywhere', async () => {
	await own.give('create', automatically(), { items: [{ json: { Files: 'a' }, files: { a: report } }] });
	expect(namesIn('Files')).toEqual([['报告 Q3.pdf']]);
});

test('an empty file fails alone, and a file that the item does not have', async () => {
	const empty = { bytes: Buffer.alloc(0), fileName: 'empty.txt' };
	const { items, errorItems } = await own.run('create', byExpression('{ Files: "a" }'), {
		items: [{ files: { a: empty } }, { files: { a: report } }, { files: { b: report } }],
		onError: 'continueErrorOutput',
	});
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(errorItems.map(({ json }) => json.error)).toEqual([
		"The file 'empty.txt' is empty",
		"The field 'Files' takes files of the item; it has none in 'a'",
	]);
});

test('an upload that the platform refuses is the failure of items with files, and asked for once', async () => {
	platform.simulator.faults.add({
		path: '*/upload_all',
		action: { type: 'code', http: 403, code: 1061004, msg: 'forbidden.' },
	});
	const { items, errorItems } = await own.run('create', byExpression('{ Title: "x", Files: $json.f }'), {
		items: [{ json: { f: 'a' }, files: { a: report } }, {}, { json: { f: 'a' }, files: { a: report } }],
		onError: 'continueErrorOutput',
	});
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(errorItems).toHaveLength(2);
	expect(platform.calls.filter(({ path }) => path.endsWith('upload_all'))).toHaveLength(1);
});

describe('out of cells', () => {
	beforeEach(async () => {
		await own.give('create', byExpression('{ Title: "x", Files: ["a", "b"], More: "a" }'), {
			items: [{ files: { a: report, b: picture } }],
		});
		own.put({ Title: 'without' });
		platform.reset();
	});

	test.each([false, true])('files come with their items (advanced permissions: %s)', async (isAdvanced) => {
		own.base.is_advanced = isAdvanced;
		const { items, error } = await own.run('getAll', {
			returnAll: true,
			options: { download: ['Files', idOf(own.table, 'More')] },
		});
		expect(error).toBeUndefined();
		expect(items.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([
			['attachment_0', 'attachment_1', 'attachment_2'],
			[],
		]);
		const { attachment_0: first, attachment_1: second } = items[0]?.binary ?? {};
		expect(first).toMatchObject({ fileName: '报告 Q3.pdf', mimeType: 'application/pdf' });
		expect((await bytesOf(first)).equals(report.bytes)).toBe(true);
		expect((await bytesOf(second)).equals(picture.bytes)).toBe(true);
		expect(items[0]?.json).toMatchObject({ Title: 'x', Files: [{ name: '报告 Q3.pdf' }, { name: '图 1.png' }] });
	});

	test('also where other fields are shown, and in a search', async () => {
		const { items } = await own.run('search', {
			filters: { condition: [{ field: 'Title', operator: 'equals', value: 'x' }] },
			options: { download: ['More'], fields: ['Title'] },
		});
		expect(only(items).json).toEqual({ record_id: expect.any(String) as unknown, Title: 'x' });
		expect(Object.keys(only(items).binary ?? {})).toEqual(['attachment_0']);
	});

	test('a field without files is refused', async () => {
		const { error } = await own.run('getAll', { options: { download: ['Title'] } });
		expect(error?.message).toBe("'Title' holds text, no attachments");
	});
});
