/** A value that does not fit is told by its field, and holds up no other item. */
import type { IDataObject } from 'n8n-workflow';

import { list, only, usePlatform } from '../../support/engine';
import { automatically, byExpression, everyType, type EveryType } from '../../support/engine/everyType';

const platform = usePlatform();
let every: EveryType;
beforeEach(() => (every = everyType(platform)));
afterEach(() => (platform.store.settings.baseUnknownLink = 'refused'));

const run = async (operation: string, items: IDataObject[], parameters: object = {}) =>
	await platform.run({
		parameters: { resource: 'record', operation, ...every.where, ...automatically(), ...parameters },
		items: items.map((json) => ({ json })),
		onError: 'continueErrorOutput',
	});

const titles = () =>
	[...every.table.records.values()].map(({ cells }) => JSON.stringify([...cells.values()][0]).includes('good'));

/** What each type does not take, refused here before any call. */
const HERE: ReadonlyArray<readonly [string, unknown, string]> = [
	['Title', { a: 1 }, 'takes text, not {"a":1}'],
	['Title', 'x'.repeat(100_001), 'takes 100000 characters, not 100001'],
	['Mail', [{ a: 1 }], 'takes an e-mail address, not'],
	['Code', { a: 1 }, 'takes a barcode, not'],
	['Count', 'seven', 'takes a number, not seven'],
	['Count', true, 'takes a number, not true'],
	['Share', '1/2', 'takes a progress, not 1/2'],
	['Price', '¥12', 'takes an amount of money, not ¥12'],
	['Stars', 6, 'takes numbers from 1 to 5, not 6'],
	['Stars', 2.5, 'takes a rating, not 2.5'],
	['State', ['Open', 'Done'], 'takes one option, not 2'],
	['Due', 'tomorrow-ish', 'holds no date: tomorrow-ish'],
	['Due', 2026, 'holds no date: 2026'],
	['Paid', 'perhaps', 'takes a checkbox, not perhaps'],
	['Owner', 'Nobody of this name', 'names nobody'],
	['Owner', [{ name: 'no id' }], 'takes people, not'],
	['Phone', '12a', 'takes a phone number, not 12a'],
	['Site', { text: 'no address' }, 'takes a link, not'],
	['Files', 'no such file', 'takes files of the item'],
	['Customer', 'Nowhere Ltd', "links to 'Nowhere Ltd', which no record has"],
	['Both ways', ['East', 'Nowhere Ltd'], "links to 'Nowhere Ltd'"],
	['Place', '39.9,116.4,1', 'takes a location, not'],
	['Place', '39.9,116.4', 'takes a location, not'],
	['Chats', 'ou_1', 'takes groups, not ou_1'],
];

test.each(HERE)('%s with %j', async (name, value, message) => {
	const { error, items, errorItems } = await run('create', [
		{ Title: 'good 1' },
		{ Title: 'bad', [name]: value } as IDataObject,
		{ Title: 'good 2' },
	]);
	expect(error).toBeUndefined();
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	const refused = only(errorItems);
	expect(refused.pairedItem).toEqual({ item: 1 });
	expect(refused.json.error).toContain(`The field '${name}' ${message}`);
	expect(titles()).toEqual([true, true]);
});

/** What only the platform can refuse: its code, and the words that we find for it. */
const THERE: ReadonlyArray<readonly [string, unknown, number, string]> = [
	['Owner', 'ou_of_another_app', 1254066, "Field 'Owner': takes people"],
	['Customer', 'recGone', 1254067, "Field 'Customer': takes linked records"],
	['Both ways', 'recGone', 1254074, "Field 'Both ways': takes linked records"],
	['Files', [{ file_token: 'boxcnUnknownUnknownUnknown' }], 1254069, "Field 'Files': takes attachments"],
	['Chats', 'oc_unknown', 1254015, "Field 'Chats': takes groups"],
];

test.each(THERE)('%s with %j, which the platform refuses', async (name, value, code, words) => {
	const values = [{ Title: 'good 1' }, { Title: 'bad', [name]: value } as IDataObject, { Title: 'good 2' }];
	const { items, errorItems } = await run('create', values);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	const refused = only(errorItems);
	expect(refused.pairedItem).toEqual({ item: 1 });
	expect(refused.json.details).toMatchObject({ code });
	expect((refused.json.details as IDataObject).advice).toContain(words);
	expect(titles()).toEqual([true, true]);
});

test('a file of another base is refused with what to do, since its token is good there alone', async () => {
	const token = 'boxcnOfAnotherBase000000001';
	const own = only([...platform.store.bases.medias.values()]);
	platform.store.bases.medias.set(token, { ...own, file_token: token, parent_node: 'another' });
	const { errorItems } = await run('create', [{ Title: 'bad', Files: [{ file_token: token }] }]);
	expect(only(errorItems).json.details).toMatchObject({ code: 1254303 });
	expect(JSON.stringify(only(errorItems).json)).toContain("Field 'Files': takes attachments of this base");
});

test('an update is refused likewise, and leaves the record as it was', async () => {
	const [made] = (await run('create', [{ Title: 'good', Count: 1 }])).items;
	const record_id = String(made?.json.record_id);
	const { items, errorItems } = await run('update', [{ Count: 'x' }, { Owner: 'ou_of_another_app' }], {
		record: list(record_id),
	});
	expect(items).toEqual([]);
	expect(errorItems.map(({ json }) => JSON.stringify(json))).toEqual([
		expect.stringContaining("The field 'Count' takes a number"),
		expect.stringContaining("Field 'Owner': takes people"),
	]);
	expect(titles()).toEqual([true]);
});

test.each([
	['{ "No such field": 1 }', "The table has no field 'No such field'"],
	['{ title: "x" }', "The table has no field 'title'"],
	['{ Sum: 1 }', "The field 'Sum' is a formula, which nobody can write"],
	['{ Made: 1 }', "The field 'Made' is the time of creation, which nobody can write"],
])('an expression that gives %s', async (expression, message) => {
	const { errorItems } = await run('create', [{}], byExpression(expression));
	expect(only(errorItems).json.error).toContain(message);
	expect(every.table.records.size).toBe(0);
});

test('keys of an item that the table does not have are left out with a hint, or refused', async () => {
	const { items } = await run('create', [{ Title: 'good', 'not there': 1 }]);
	expect(items).toHaveLength(1);
	const refused = await run('create', [{ Title: 'good', 'not there': 1 }], { options: { unknownKeys: 'refuse' } });
	expect(only(refused.errorItems).json.error).toContain('has no field for not there');
});

test.each([
	['create', ['Open', 'New'], ['Open', 'New']],
	['leaveOut', ['Open', null], ['Open']],
])('an option that is new: %s', async (newOptions, state, tags) => {
	const { items } = await run('create', [{ State: 'Open' }, { State: 'New', Tags: 'a, New' }], {
		options: { newOptions, wholeRecord: true },
	});
	expect(items.map(({ json }) => json.State)).toEqual(state);
	expect(tags).toContain('Open');
	expect(items[1]?.json.Tags).toEqual(newOptions === 'create' ? ['a', 'New'] : ['a']);
});

test('an option that is new: refused, with those that there are', async () => {
	const { items, errorItems } = await run('create', [{ State: 'Open' }, { State: 'New' }], {
		options: { newOptions: 'refuse' },
	});
	expect(items).toHaveLength(1);
	expect(only(errorItems).json).toMatchObject({
		error: "The field 'State' has no option 'New'",
		details: { advice: 'It has Open, Done' },
	});
});

test('the same new option in many records of a request is made once', async () => {
	await run('create', [{ Tags: 'New' }, { Tags: ['New', 'a'] }, { State: 'New' }, { State: 'New' }]);
	const options = every.table.fields.flatMap(({ property }) => property?.options ?? []).map(({ name }) => name);
	expect(options.filter((name) => name === 'New')).toHaveLength(2);
});
