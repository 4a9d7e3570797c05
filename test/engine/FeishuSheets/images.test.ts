/** Pictures in cells and over them. */
import { picture, usePlatform } from '../../support/engine';
import { ownSheet, type OwnSheet } from '../../support/engine/sheetPlace';
import { refusalOn, runOn } from '../../support/engine/partRuns';

const platform = usePlatform();

let own: OwnSheet;

beforeEach(() => {
	own = ownSheet(platform);
});

const items = [{ files: { data: picture } }];

test('a picture goes into a cell and comes out of it again', async () => {
	const [item] = await runOn(platform, own, 'sheetImage:insert', { imageCell: 'c2' }, items);
	expect(item).toMatchObject({ inserted: true, cell: 'C2', file_name: picture.fileName });
	const parameters = { resource: 'sheetImage', operation: 'download', ...own.where, imageCell: 'C2' };
	const { items: out } = await platform.run({ parameters });
	expect(out[0]?.json).toMatchObject({ cell: 'C2', mime_type: picture.mimeType });
	expect(Buffer.from(out[0]?.binary?.data?.data ?? '', 'base64')).toEqual(picture.bytes);
});

test('a cell without a file is told', async () => {
	expect(await refusalOn(platform, own, 'sheetImage:download', { imageCell: 'C2' })).toMatch(
		/is C2, which holds neither a picture nor a file/,
	);
});

test('attachments come out with their names', async () => {
	await runOn(platform, own, 'sheetImage:insert', { imageCell: 'A1' }, items);
	const content = own.sheet.rows[0]?.cells[0]?.content as { fileToken: string };
	const file = {
		type: 'attachment',
		fileToken: content.fileToken,
		mimeType: 'image/gif',
		size: 5,
		text: 'mine.gif',
	} as const;
	own.sheet.rows[0]?.cells.splice(0, 1, { content: file });
	expect(await runOn(platform, own, 'sheetImage:download', { imageCell: 'A1' })).toMatchObject([
		{ file_name: 'mine.gif', mime_type: 'image/gif' },
	]);
});

test('a picture lies over the cells, moves, grows and goes', async () => {
	const options = { floatOptions: { width: 60, height: 40, offsetX: 5 } };
	const [made] = await runOn(platform, own, 'sheetImage:addFloating', { imageCell: 'B2', ...options }, items);
	expect(made).toMatchObject({ cell: 'B2', width: 60, height: 40, offset_x: 5 });
	const floatImageId = made?.float_image_id as string;
	const floatFields = { cell: 'D4', width: 80 };
	await runOn(platform, own, 'sheetImage:update', { floatImageId, floatFields });
	expect(await runOn(platform, own, 'sheetImage:getAll', { returnAll: true })).toMatchObject([
		{ float_image_id: floatImageId, cell: 'D4', width: 80, height: 40 },
	]);
	const beyond = { floatImageId, floatFields: { offsetX: 900 } };
	expect(await refusalOn(platform, own, 'sheetImage:update', beyond)).toMatch(/begins within its cell/);
	await runOn(platform, own, 'sheetImage:delete', { floatImageId });
	expect(own.sheet.floatImages).toEqual([]);
});
