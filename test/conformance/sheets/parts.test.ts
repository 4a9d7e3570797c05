/** Conditional formats, protections, pictures in cells and over them. */
import { refusalOf } from '../../support/conformance/bases';
import { type SheetFixture, startSheet } from '../../support/conformance/sheets';

type Json = Record<string, unknown>;

let fixture: SheetFixture;
beforeEach(async () => {
	fixture = await startSheet();
});
afterEach(() => fixture.simulator.close());

const range = (cells: string) => `${fixture.sheetId}!${cells}`;
const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

describe('conditional formats', () => {
	const format = (change: Json = {}) => ({
		ranges: [range('A1:A9')],
		rule_type: 'cellIs',
		attrs: [{ operator: 'greaterThan', formula: ['10'] }],
		style: { back_color: '#ff0000' },
		...change,
	});
	const create = async (...formats: Json[]) => {
		const sheet_condition_formats = formats.map((condition_format) => ({
			sheet_id: fixture.sheetId,
			condition_format,
		}));
		const reply = await fixture.v2('POST', 'condition_formats/batch_create', { sheet_condition_formats });
		return { ...reply, responses: (reply.data?.responses ?? []) as Json[] };
	};
	const all = async () => {
		const { data } = await fixture.v2('GET', `condition_formats?sheet_ids=${fixture.sheetId}`);
		return data.sheet_condition_formats as Array<{ condition_format: Json }>;
	};

	it('succeed and fail one by one in a request that succeeds', async () => {
		const text = { rule_type: 'cellIs', attrs: [{ operator: 'equal', formula: ['open'] }] };
		const { code, responses } = await create(format(), format(text), format({ rule_type: 'isRed' }));
		expect(code).toBe(0);
		expect(responses.map(({ res_code }) => res_code)).toEqual([0, 90204, 90230]);
		expect((await create(format({ ...text, attrs: [{ operator: 'equal', formula: ['"open"'] }] }))).responses).toEqual([
			expect.objectContaining({ res_code: 0 }),
		]);
		expect(await all()).toHaveLength(2);
	});

	it('are changed and deleted by their ids, and a sheet has 20', async () => {
		const { responses } = await create(format());
		const [{ cf_id } = {}] = responses;
		const changed = format({ cf_id, rule_type: 'containsBlanks', attrs: [] });
		const body = { sheet_condition_formats: [{ sheet_id: fixture.sheetId, condition_format: changed }] };
		await fixture.v2('POST', 'condition_formats/batch_update', body);
		expect((await all())[0]?.condition_format).toMatchObject({ cf_id, rule_type: 'containsBlanks' });
		expect((await create(...Array.from({ length: 11 }, () => format()))).code).toBe(90226);
		await create(...Array.from({ length: 10 }, () => format()));
		const last = await create(...Array.from({ length: 10 }, () => format()));
		expect(last.responses.map(({ res_code }) => res_code).filter((one) => one === 90226)).toHaveLength(1);
		const sheet_cf_ids = [{ sheet_id: fixture.sheetId, cf_id }];
		await fixture.v2('DELETE', 'condition_formats/batch_delete', { sheet_cf_ids });
		expect(await all()).toHaveLength(19);
	});
});

describe('protections', () => {
	const dimension = (startIndex: number, endIndex: number) => ({
		sheetId: fixture.sheetId,
		majorDimension: 'ROWS',
		startIndex,
		endIndex,
	});
	const add = async (...ranges: Json[]) => {
		const body = { addProtectedDimension: ranges.map((one) => ({ dimension: one, lockInfo: 'closed' })) };
		return await fixture.v2('POST', 'protected_dimension', body);
	};
	const listed = async () => {
		const { data } = await fixture.v2('GET', 'metainfo?extFields=protectedRange');
		const [sheet] = data.sheets as Array<{ protectedRange?: Json[] }>;
		return sheet?.protectedRange ?? [];
	};

	it('are told by the metadata only on request, changed and taken away', async () => {
		const { data } = await add(dimension(2, 3));
		const [{ protectId } = {}] = data.addProtectedDimension as Json[];
		expect(JSON.stringify((await fixture.v2('GET', 'metainfo')).data)).not.toContain('protectedRange');
		expect(await listed()).toMatchObject([{ protectId, dimension: dimension(2, 3), lockInfo: 'closed' }]);
		const requests = [{ protectId, dimension: dimension(5, 9), lockInfo: 'open' }];
		await fixture.v2('POST', 'protected_range_batch_update', { requests });
		const got = await fixture.v2('GET', `protected_range_batch_get?protectIds=${String(protectId)}`);
		expect(got.data.protectedRanges).toMatchObject([{ dimension: dimension(5, 9), lockInfo: 'open', editors: {} }]);
		await fixture.v2('DELETE', 'protected_range_batch_del', { protectIds: [protectId] });
		expect(await listed()).toEqual([]);
	});

	it('refuse rows that are not there, and more than a request takes', async () => {
		expect((await add(dimension(0, 3))).code).toBe(90212);
		expect((await add(dimension(1, 201))).code).toBe(90212);
		expect((await add(...Array.from({ length: 51 }, () => dimension(1, 1)))).code).toBe(90226);
		expect((await fixture.v2('GET', 'protected_range_batch_get?protectIds=1,2,3,4,5,6')).code).toBe(90226);
	});

	it('keep others from writing to the cells', async () => {
		const book = fixture.simulator.store.sheets.all.get(fixture.token);
		await add(dimension(2, 3));
		const sheet = book?.sheets[0];
		if (!book || !sheet) throw new Error('There is no sheet');
		// Somebody else owns it, and has protected the rows.
		book.members.push({ member_type: 'appid', member_id: fixture.simulator.appId, perm: 'edit' });
		book.owner = 'ou_somebody';
		for (const one of sheet.protections) one.by = 'ou_somebody';
		expect((await fixture.write('A2:A2', [['x']])).code).toBe(90218);
		expect((await fixture.write('A1:A1', [['x']])).code).toBe(0);
		expect((await fixture.v2('DELETE', 'dimension_range', { dimension: dimension(3, 3) })).code).toBe(90218);
	});
});

describe('pictures', () => {
	const images = () => fixture.sdk.sheets.v3.spreadsheetSheetFloatImage;
	const path = () => ({ spreadsheet_token: fixture.token, sheet_id: fixture.sheetId });

	it.each([
		['a list of bytes', [...PNG]],
		['base64', PNG.toString('base64')],
	])('come into a cell as %s, and are downloaded by what reading tells', async (_as, image) => {
		const done = await fixture.v2('POST', 'values_image', { range: range('B2:B2'), image, name: 'a.png' });
		expect(done.data).toMatchObject({ updateRange: range('B2:B2') });
		const [[cell]] = (await fixture.read('B2:B2')) as [[Json]];
		expect(cell).toMatchObject({ type: 'embed-image', text: '' });
		expect(fixture.simulator.store.bases.medias.get(String(cell.fileToken))?.bytes).toEqual(PNG);
	});

	it('are refused for several cells, for what is none, and without a name', async () => {
		const insert = async (change: Json) =>
			(await fixture.v2('POST', 'values_image', { range: range('B2:B2'), image: [...PNG], name: 'a.png', ...change }))
				.code;
		expect(await insert({ range: range('B2:B3') })).toBe(90202);
		expect(await insert({ image: [300] })).toBe(90204);
		expect(await insert({ name: 'a.txt' })).toBe(90204);
		expect(await insert({ image: [] })).toBe(90216);
	});

	it('lie over cells where they were uploaded into this spreadsheet', async () => {
		const upload = async (parent_type: string) => {
			const data = { file_name: 'a.png', parent_type, parent_node: fixture.token, size: PNG.length, file: PNG };
			return (await fixture.sdk.drive.v1.media.uploadAll({ data: data as never }))?.file_token ?? '';
		};
		const token = await upload('sheet_image');
		const create = (data: Json) =>
			images().create({ path: path(), data: { float_image_token: token, range: range('C3:C3'), ...data } });
		const made = (await create({ width: 40, height: 30, offset_x: 5 })).data?.float_image;
		expect(made).toMatchObject({ width: 40, height: 30, offset_x: 5, range: range('C3:C3') });
		const one = { ...path(), float_image_id: made?.float_image_id ?? '' };
		await images().patch({ path: one, data: { range: range('D4:D4'), width: 80 } });
		expect((await images().get({ path: one })).data?.float_image).toMatchObject({ range: range('D4:D4'), width: 80 });
		expect(await refusalOf(create({ width: 10 }))).toEqual([1310246, 400]);
		expect(await refusalOf(create({ offset_y: 500 }))).toEqual([1310246, 400]);
		expect(await refusalOf(create({ float_image_token: await upload('sheet_file') }))).toEqual([1310245, 400]);
		expect((await images().query({ path: path() })).data?.items).toHaveLength(1);
		await images().delete({ path: one });
		expect(await refusalOf(images().get({ path: one }))).toEqual([1310243, 400]);
	});
});
