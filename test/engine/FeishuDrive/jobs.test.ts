/** Imports and exports, which go on after the answer. */
import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData, INodeParameters } from 'n8n-workflow';

import { makeDocument } from '../../../simulator/drive/make';
import { byId, only, usePlatform, type ItemSpec } from '../../support/engine';
import { ownFile, ownFolder } from '../../support/engine/driveFiles';
import { bot } from '../../support/engine/ownBase';
import { ownPage, ownSpace } from '../../support/engine/wikis';

const platform = usePlatform();
const at = (value: string) => ({ __rl: true, mode: 'url', value });
const file = (operation: string, more: INodeParameters) => ({ resource: 'driveFile', operation, ...more });

async function run(parameters: INodeParameters, items: readonly ItemSpec[] = [{}]) {
	const made = await platform.run({ parameters, items });
	if (made.error) throw made.error;
	return made.items;
}

async function bytesOf(binary: IBinaryData | undefined): Promise<string> {
	if (!binary) throw new Error('The item has no file');
	return (await Container.get(BinaryDataService).getAsBuffer(binary)).toString();
}

const given = (content: string, fileName: string) => ({
	files: { data: { bytes: Buffer.from(content), fileName, mimeType: 'text/plain' } },
});
const CSV = 'Name,Count\nTea,3\n';

afterEach(() => {
	Object.assign(platform.store.settings, { driveImportStatus: 0, driveExportStatus: 0, driveEmptyResult: 'never' });
});

describe('Import', () => {
	test('makes a spreadsheet of a file, in a folder, under a title, and shares it', async () => {
		const folder = ownFolder(platform);
		const parameters = file('import', {
			...{ importAs: 'sheet', folder: byId(folder), importTitle: 'Stock' },
			shareWith: { several: [{ list: platform.user.open_id, permission: 'view' }] },
		});
		const { json } = only(await run(parameters, [given(CSV, 'stock.csv')]));
		expect(json).toMatchObject({ type: 'sheet', title: 'Stock' });
		expect(json.url).toContain(`/sheets/${String(json.token)}`);
		expect(json.shared_with).toMatchObject([{ member_id: platform.user.open_id, perm: 'view' }]);
		const book = platform.store.sheets.all.get(String(json.token));
		expect(book).toMatchObject({ title: 'Stock', folder_token: folder });
	});

	test('takes an uploaded file of Drive, which stays', async () => {
		const token = ownFile(platform, { name: 'stock.csv', bytes: Buffer.from(CSV), contentType: 'text/csv' });
		const parameters = file('import', {
			...{ importFrom: 'drive', document: byId(token), documentKind: 'file', importAs: 'bitable' },
		});
		const { json } = only(await run(parameters));
		expect(platform.store.bases.all.get(String(json.token))?.name).toBe('stock');
		expect(platform.store.bases.files.has(token)).toBe(true);
		const { error } = await platform.run({ parameters: { ...parameters, importAs: 'docx' } });
		expect(error?.message).toBe("The file 'stock.csv' of 'File' is a .csv file");
		expect(error?.description).toContain('md, mark, markdown, html');
	});

	test('a name without an extension gets one', async () => {
		const parameters = file('import', { importAs: 'docx', options: { fileExtension: '.md' } });
		const { json } = only(await run(parameters, [given('# Plan', 'plan')]));
		expect(json).toMatchObject({ type: 'docx', title: 'plan' });
	});

	test('a job that says it is done and names nothing is still under way', async () => {
		platform.store.settings.driveEmptyResult = 'sometimes';
		const { json } = only(await run(file('import', { importAs: 'docx' }), [given('# Plan', 'plan.md')]));
		expect(json.token).not.toBe('');
	});

	test.each([
		[116, 'who imports may not add to the folder'],
		[7000, 'more blocks than a document takes'],
		[42, 'fail'],
	])('status %i is told in words', async (status, words) => {
		platform.store.settings.driveImportStatus = status;
		const { error } = await platform.run({
			parameters: file('import', { importAs: 'docx' }),
			items: [given('# Plan', 'plan.md')],
		});
		expect(error?.message).toContain('The import failed: ');
		expect(error?.message).toContain(words);
		expect(error?.message).toContain(`(status ${status})`);
	});
});

describe('Export', () => {
	/** A spreadsheet and its first sheet. */
	function book() {
		const { token } = makeDocument(platform.store, 'sheet', { title: 'Stock', owner: bot(platform) });
		const sheet = only(platform.store.sheets.all.get(token)?.sheets ?? []);
		return { token, sheet_id: sheet.sheet_id };
	}

	test('gives the file under the title of the document', async () => {
		const { token } = book();
		const parameters = file('export', { document: byId(token), documentKind: 'sheet', exportFormat: 'xlsx' });
		const { json, binary } = only(await run(parameters));
		expect(json).toMatchObject({ token, type: 'sheet', name: 'Stock.xlsx' });
		expect(await bytesOf(binary?.data)).toMatch(/^PK/);
	});

	test('makes what office programs take unless a format is chosen', async () => {
		const { json } = only(await run(file('export', { document: byId(book().token), documentKind: 'sheet' })));
		expect(json.name).toBe('Stock.xlsx');
		const page = ownPage(platform, ownSpace(platform));
		const where = at(`https://example.feishu.cn/wiki/${page.node_token}`);
		expect(only(await run(file('export', { document: where }))).json.name).toBe('Page.docx');
	});

	test('takes the sheet for CSV out of the address', async () => {
		const { token, sheet_id } = book();
		const where = at(`https://example.feishu.cn/sheets/${token}?sheet=${sheet_id}`);
		const { json } = only(await run(file('export', { document: where, exportFormat: 'csv' })));
		expect(json.name).toBe('Stock.csv');
	});

	test('what lies behind a page of a wiki is judged when it is known', async () => {
		const page = ownPage(platform, ownSpace(platform));
		const where = at(`https://example.feishu.cn/wiki/${page.node_token}`);
		only(await run(file('export', { document: where, exportFormat: 'docx' })));
		const { error } = await platform.run({ parameters: file('export', { document: where, exportFormat: 'xlsx' }) });
		expect(error?.message).toBe("The field 'Format' can't be xlsx for a document");
		expect(error?.description).toContain('docx or pdf');
	});

	test('a job that says it is done and names nothing is still under way; a failed one is told in words', async () => {
		platform.store.settings.driveEmptyResult = 'sometimes';
		const { token } = book();
		const parameters = file('export', { document: byId(token), documentKind: 'sheet', exportFormat: 'xlsx' });
		only(await run(parameters));
		platform.store.settings.driveExportStatus = 107;
		const { error } = await platform.run({ parameters });
		expect(error?.message).toBe('The export failed: the document is too large (status 107)');
	});
});
