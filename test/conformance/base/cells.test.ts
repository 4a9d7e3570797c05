/** What each type of field takes, and the three forms in which reads give it. */
import {
	addRecord,
	type BaseFixture,
	type FieldSpec,
	newTable,
	readRecord,
	refusalOf,
	startBase,
} from '../../support/conformance/bases';
import { first } from '../../support/conformance/harness';

const OPTIONS = { options: [{ name: 'red' }, { name: 'blue' }] };
const RATING = { formatter: '0', min: 0, max: 5, rating: { symbol: 'star' } };
const SERIAL = {
	auto_serial: {
		type: 'custom',
		options: [
			{ type: 'system_number', value: '3' },
			{ type: 'fixed_text', value: 'no' },
			{ type: 'created_time', value: 'yyyyMMdd' },
		],
	},
};

const FIELDS: readonly FieldSpec[] = [
	{ field_name: 'Text', type: 1 },
	{ field_name: 'Barcode', type: 1, ui_type: 'Barcode' },
	{ field_name: 'Number', type: 2 },
	{ field_name: 'Rating', type: 2, ui_type: 'Rating', property: RATING },
	{ field_name: 'One', type: 3, property: OPTIONS },
	{ field_name: 'Many', type: 4, property: OPTIONS },
	{ field_name: 'Date', type: 5 },
	{ field_name: 'Ticked', type: 7 },
	{ field_name: 'Person', type: 11 },
	{ field_name: 'Phone', type: 13 },
	{ field_name: 'Web', type: 15 },
	{ field_name: 'Files', type: 17 },
	{ field_name: 'Place', type: 22 },
	{ field_name: 'Group', type: 23 },
	{ field_name: 'Made', type: 1001 },
	{ field_name: 'Changed', type: 1002 },
	{ field_name: 'Made by', type: 1003 },
	{ field_name: 'Changed by', type: 1004 },
	{ field_name: 'Serial', type: 1005, property: SERIAL },
];

let fixture: BaseFixture;
let person: string;
let other: string;
beforeAll(async () => {
	fixture = await startBase(FIELDS);
	other = await newTable(fixture.sdk, fixture.app_token, 'Other', [{ field_name: 'Title', type: 1 }]);
	const links = [
		{ field_name: 'Link', type: 18, property: { table_id: other } },
		{ field_name: 'Both', type: 21, property: { table_id: other, back_field_name: 'Back' } },
	];
	for (const data of links) await fixture.sdk.bitable.v1.appTableField.create({ path: fixture.path, data });
	// The type of mail addresses is not one that a table is made with.
	const mail = { field_name: 'Mail', type: 1, ui_type: 'Email' as const };
	await fixture.sdk.bitable.v1.appTableField.create({ path: fixture.path, data: mail });
	person = first(fixture.members);
});
afterAll(() => fixture.simulator.close());

const records = () => fixture.sdk.bitable.v1.appTableRecord;
const settings = (changed: object) => fixture.http.admin('PUT', '/settings', changed);
const addOther = async (title: string) => {
	const path = { ...fixture.path, table_id: other };
	const made = await records().create({ path, data: { fields: { Title: title } } });
	return made.data?.record?.record_id ?? '';
};

/** What the older endpoints give: the list, then one record. */
async function legacy(id: string, query = ''): Promise<[unknown, unknown]> {
	const list = await fixture.http.get(`${fixture.url}/records?page_size=500&${query}`);
	const items = list.data.items as { record_id: string; fields: Record<string, unknown> }[];
	const one = await fixture.http.get(`${fixture.url}/records/${id}?${query}`);
	const record = one.data.record as { fields: Record<string, unknown> };
	return [items.find(({ record_id: known }) => known === id)?.fields, record.fields];
}

const BEIJING = { location: '116.397755,39.903179', full_address: '天安门广场，北京市东城区东长安街', pname: '北京市' };

describe('what goes in comes out', () => {
	it.each<[string, unknown, unknown, unknown, unknown]>([
		['Text', 'a "b"', [{ type: 'text', text: 'a "b"' }], 'a "b"', 'a "b"'],
		['Barcode', '690', [{ type: 'text', text: '690' }], '690', '690'],
		['Mail', 'a@b.cn', [{ type: 'url', text: 'a@b.cn', link: 'mailto:a@b.cn' }], 'a@b.cn', 'a@b.cn'],
		['Number', 12.5, 12.5, '12.5', 12.5],
		['Rating', 3, 3, '3', 3],
		['One', 'red', 'red', 'red', 'red'],
		['Many', ['red', 'blue'], ['red', 'blue'], ['red', 'blue'], ['red', 'blue']],
		['Date', 1_702_449_755_000, 1_702_449_755_000, 1_702_449_755_000, 1_702_449_755_000],
		['Ticked', true, true, true, true],
		['Ticked', false, false, false, false],
		['Phone', '+8613112345678', '+8613112345678', '+8613112345678', '+8613112345678'],
		...[{ link: 'https://a.cn', text: 'A' }].map((web): [string, unknown, unknown, unknown, unknown] => [
			'Web',
			web,
			web,
			web,
			web,
		]),
		[
			'Place',
			'116.397755,39.903179',
			expect.objectContaining(BEIJING),
			expect.objectContaining(BEIJING),
			expect.objectContaining(BEIJING),
		],
	])('%s', async (name, sent, searched, listed, got) => {
		const made = await records().create({ path: fixture.path, data: { fields: { [name]: sent } as never } });
		const id = made.data?.record?.record_id ?? '';
		// The answer of a write has what was sent.
		expect(made.data?.record).toEqual({ id, record_id: id, fields: { [name]: sent } });
		expect((await readRecord(fixture, id))?.[name]).toEqual(searched);
		const [list, one] = await legacy(id);
		expect([(list as Record<string, unknown>)[name], (one as Record<string, unknown>)[name]]).toEqual([listed, got]);
	});

	it('texts as lists in the older reads, when that is asked for; numbers as numbers, when a test wants them', async () => {
		const id = await addRecord(fixture, { Text: 'x', Number: 1 });
		const [list] = await legacy(id, 'text_field_as_array=true');
		expect(list).toMatchObject({ Text: [{ type: 'text', text: 'x' }], Number: '1' });
		await settings({ baseLegacyNumbers: 'numbers', baseLegacyEmpty: 'null' });
		expect((await legacy(id))[0]).toMatchObject({ Number: 1, Phone: null });
		await settings({ baseLegacyNumbers: 'texts', baseLegacyEmpty: 'absent' });
	});

	it('people by their ids of any kind, and groups', async () => {
		const user = fixture.simulator.store.users.get(person);
		const id = await addRecord(fixture, { Person: [{ id: person }], Group: [{ id: fixture.chatId }] });
		const seen = { name: user?.name, en_name: user?.en_name, avatar_url: expect.any(String), email: user?.email };
		expect(await readRecord(fixture, id)).toMatchObject({
			Person: [{ id: person, ...seen }],
			Group: [{ id: fixture.chatId, name: expect.any(String), avatar_url: expect.any(String) }],
		});
		const fields = { Person: [{ id: user?.union_id ?? '' }] };
		await records().update({
			path: { ...fixture.path, record_id: id },
			params: { user_id_type: 'union_id' },
			data: { fields },
		});
		const search = { path: fixture.path, params: { user_id_type: 'union_id' as const, page_size: 500 }, data: {} };
		const found = (await records().search(search)).data?.items?.find(({ record_id: known }) => known === id);
		expect(found?.fields).toMatchObject({ Person: [{ id: user?.union_id }] });
	});

	it('a file of the base', async () => {
		const { medias } = fixture.simulator.store.bases;
		const media = { file_token: 'boxA', parent_type: 'bitable_file', name: 'a.txt', content_type: 'text/plain' };
		medias.set('boxA', { ...media, parent_node: fixture.app_token, bytes: Buffer.from('abc') });
		medias.set('boxB', { ...media, file_token: 'boxB', parent_node: 'another', bytes: Buffer.from('abc') });
		const id = await addRecord(fixture, { Files: [{ file_token: 'boxA' }] });
		expect(await readRecord(fixture, id)).toMatchObject({
			Files: [
				{
					...{ file_token: 'boxA', name: 'a.txt', size: 3, type: 'text/plain' },
					url: expect.stringContaining('/medias/boxA/download?extra='),
					tmp_url: expect.stringContaining('batch_get_tmp_download_url?file_tokens=boxA'),
				},
			],
		});
		const refused = (file_token: string) =>
			refusalOf(records().create({ path: fixture.path, data: { fields: { Files: [{ file_token }] } } }));
		expect([(await refused('boxB'))[0], (await refused('boxC'))[0]]).toEqual([1254303, 1254069]);
	});
});

describe('links', () => {
	it('are there although empty, name records, and of both tables are written on both sides', async () => {
		const [one, two] = [await addOther('first'), await addOther('second')];
		const id = await addRecord(fixture, { Text: 'row', Link: [one], Both: [one, two] });
		expect(await readRecord(fixture, id)).toMatchObject({
			Link: { link_record_ids: [one] },
			Both: { link_record_ids: [one, two] },
		});
		const [list] = await legacy(id);
		expect(list).toMatchObject({
			Both: [
				{ record_ids: [one, two], table_id: other, text: 'first,second', text_arr: ['first', 'second'], type: 'text' },
			],
		});
		const there = async (record_id: string) => {
			const path = { ...fixture.path, table_id: other };
			return (await records().batchGet({ path, data: { record_ids: [record_id] } })).data?.records?.[0]?.fields.Back;
		};
		expect(await there(two)).toEqual({ link_record_ids: [id] });
		await records().update({ path: { ...fixture.path, record_id: id }, data: { fields: { Both: [one] } } });
		expect([await there(one), await there(two)]).toEqual([{ link_record_ids: [id] }, {}]);
		await records().delete({ path: { ...fixture.path, record_id: id } });
		expect(await there(one)).toEqual({});
	});

	it('to what is not there are refused, or kept when a test wants it', async () => {
		const make = (fields: object) => records().create({ path: fixture.path, data: { fields: fields as never } });
		expect(await refusalOf(make({ Link: ['recNone'] }))).toEqual([1254067, 200]);
		expect(await refusalOf(make({ Both: ['recNone'] }))).toEqual([1254074, 400]);
		await settings({ baseUnknownLink: 'kept' });
		expect((await make({ Link: ['recNone'] })).code).toBe(0);
		await settings({ baseUnknownLink: 'refused' });
	});
});

describe('what a record has by itself', () => {
	it('times, people and numbers', async () => {
		const bot = fixture.simulator.store.apps.get(fixture.simulator.appId);
		const id = await addRecord(fixture, { Text: 'x' });
		const fields = await readRecord(fixture, id);
		expect(fields).toMatchObject({
			Made: expect.any(Number),
			'Made by': [{ id: bot?.bot_open_id, name: bot?.name }],
			Serial: expect.stringMatching(/^\d{3}no20\d{6}$/),
		});
		const [list] = await legacy(id);
		// One person, where search has a list.
		expect(list).toMatchObject({ 'Changed by': { id: bot?.bot_open_id } });
		await fixture.http.admin('POST', '/clock', { ms: 1000 });
		await records().update({ path: { ...fixture.path, record_id: id }, data: { fields: { Text: 'y' } } });
		const later = await readRecord(fixture, id);
		expect(Number(later?.Changed) - Number(fields?.Changed)).toBeGreaterThanOrEqual(1000);
		expect(later?.Made).toBe(fields?.Made);
	});

	it('is told beside the fields when it is asked for, and so is the address', async () => {
		const id = await addRecord(fixture, { Text: 'x' });
		const data = { record_ids: [id], automatic_fields: true, with_shared_url: true };
		const read = await records().batchGet({ path: fixture.path, data });
		expect(read.data?.records?.[0]).toMatchObject({
			...{ created_time: expect.any(Number), last_modified_time: expect.any(Number) },
			...{ created_by: { id: expect.any(String) }, last_modified_by: { id: expect.any(String) } },
			shared_url: expect.stringContaining('/record/'),
		});
		const plain = await records().batchGet({ path: fixture.path, data: { record_ids: [id, 'recNone'] } });
		expect(plain.data?.records?.[0]).not.toHaveProperty('created_time');
		expect(plain.data?.absent_record_ids).toEqual(['recNone']);
	});

	it('is not written: refused, or as if it were not there', async () => {
		const make = () => records().create({ path: fixture.path, data: { fields: { Text: 'x', Made: 1 } } });
		expect(await refusalOf(make())).toEqual([1254015, 400]);
		await settings({ baseReadOnlyCells: 'ignored' });
		expect((await make()).code).toBe(0);
		await settings({ baseReadOnlyCells: 'refused' });
	});
});

describe('wrong values', () => {
	it.each<[string, unknown, number]>([
		['Text', 7, 1254060],
		['Text', 'x'.repeat(100_001), 1254130],
		['Number', '12', 1254061],
		['Rating', 6, 1254061],
		['One', ['red'], 1254062],
		['Many', 'red', 1254063],
		['Date', '2024-01-01', 1254064],
		['Date', 1_702_449_755, 1254064],
		['Ticked', 'true', 1254065],
		['Person', 'ou_1', 1254066],
		['Person', [{ id: 'ou_of_another_app' }], 1254066],
		['Phone', '131 1234', 1254072],
		['Web', 'https://a.cn', 1254068],
		['Files', 'boxA', 1254069],
		['Link', 'recA', 1254067],
		['Both', [{ id: 'recA' }], 1254074],
		['Place', 'Beijing', 1254015],
		['Group', [{ id: 'oc_none' }], 1254015],
		['Nobody', 'x', 1254045],
	])('%s: a value that it can not hold (%#)', async (name, value, code) => {
		const make = records().create({ path: fixture.path, data: { fields: { [name]: value } as never } });
		expect((await refusalOf(make))[0]).toBe(code);
	});

	it('are several where the column takes one', async () => {
		const chats = [fixture.chatId, fixture.strangeChatId].map((id) => ({ id }));
		const people = fixture.members.slice(0, 2).map((id) => ({ id }));
		const path = { app_token: fixture.app_token, table_id: other };
		const data = { records: [{ fields: {} }, { fields: {} }] };
		const there = await fixture.sdk.bitable.v1.appTableRecord.batchCreate({ path, data });
		const linked = (there.data?.records ?? []).map(({ record_id: id }) => id);
		const columns: [type: number, values: unknown[], property: object, code: number][] = [
			[11, people, {}, 1254066],
			[18, linked, { table_id: other }, 1254067],
			[21, linked, { table_id: other }, 1254074],
			[23, chats, {}, 1254015],
		];
		for (const [type, values, property, code] of columns) {
			const field_name = `Single ${type}`;
			const field = { field_name, type, property: { ...property, multiple: false } };
			await fixture.sdk.bitable.v1.appTableField.create({ path: fixture.path, data: field });
			const make = (some: unknown[]) =>
				records().create({ path: fixture.path, data: { fields: { [field_name]: some } as never } });
			expect((await refusalOf(make(values)))[0]).toBe(code);
			expect((await refusalOf(make(values.slice(0, 1))))[0]).toBe(0);
		}
	});

	it('of one record refuse all of a batch, and make no option', async () => {
		const before = (await records().search({ path: fixture.path, data: {} })).data?.total;
		const rows = [{ One: 'new' }, { Number: 'x' }].map((fields) => ({ fields: fields as never }));
		expect(await refusalOf(records().batchCreate({ path: fixture.path, data: { records: rows } }))).toEqual([
			1254061, 200,
		]);
		expect((await records().search({ path: fixture.path, data: {} })).data?.total).toBe(before);
		const fields = (await fixture.sdk.bitable.v1.appTableField.list({ path: fixture.path })).data?.items;
		const options = fields?.find(({ field_name: name }) => name === 'One')?.property?.options;
		expect(options?.map(({ name }) => name)).toEqual(['red', 'blue']);
	});
});

describe('options', () => {
	it('that are unknown come into being; twice in one call of a column of several, they are two', async () => {
		const rows = [{ fields: { One: 'green', Many: ['fresh'] } }, { fields: { One: 'green', Many: ['fresh'] } }];
		await records().batchCreate({ path: fixture.path, data: { records: rows } });
		const fields = (await fixture.sdk.bitable.v1.appTableField.list({ path: fixture.path })).data?.items ?? [];
		const names = (name: string) =>
			fields.find(({ field_name: known }) => known === name)?.property?.options?.map((option) => option.name);
		expect([names('One'), names('Many')]).toEqual([
			['red', 'blue', 'green'],
			['red', 'blue', 'fresh', 'fresh'],
		]);
	});
});

describe('changes', () => {
	it('leave what they do not name, and null empties', async () => {
		const id = await addRecord(fixture, { Text: 'x', Number: 1, Person: [{ id: person }] });
		const rows = [{ record_id: id, fields: { Number: null as never, Person: null as never } }];
		await records().batchUpdate({ path: fixture.path, data: { records: rows } });
		const fields = await readRecord(fixture, id);
		expect(fields).toMatchObject({ Text: [{ type: 'text', text: 'x' }] });
		expect([fields?.Number, fields?.Person]).toEqual([undefined, undefined]);
	});

	it('of a record that is not there change nothing', async () => {
		const id = await addRecord(fixture, { Text: 'x' });
		const rows = [id, 'recNone'].map((record_id) => ({ record_id, fields: { Text: 'y' } }));
		const update = records().batchUpdate({ path: fixture.path, data: { records: rows } });
		expect((await refusalOf(update))[0]).toBe(1254043);
		expect((await readRecord(fixture, id))?.Text).toEqual([{ type: 'text', text: 'x' }]);
		const gone = records().batchDelete({ path: fixture.path, data: { records: [id, 'recNone'] } });
		expect((await refusalOf(gone))[0]).toBe(1254043);
		const all = await records().batchDelete({ path: fixture.path, data: { records: [id] } });
		expect(all.data?.records).toEqual([{ deleted: true, record_id: id }]);
	});
});
