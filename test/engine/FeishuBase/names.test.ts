/** People and linked records by what people know of them, looked up once for all items. */
import type { IDataObject } from 'n8n-workflow';

import type { User } from '../../../simulator';
import { only, usePlatform, type CredentialRef } from '../../support/engine';
import { automatically } from '../../support/engine/everyType';
import { signedIn } from '../../support/engine/people';
import { OwnTable } from '../../support/engine/recordRuns';

const platform = usePlatform();
let own: OwnTable;
let customers: OwnTable;
beforeEach(() => {
	customers = new OwnTable(platform, [{ field_name: 'Name', type: 1 }]);
	own = new OwnTable(platform, [
		{ field_name: 'Title', type: 1 },
		{ field_name: 'Owner', type: 11 },
		{ field_name: 'Customer', type: 18, property: { table_id: customers.table.table_id } },
	]);
});

const someone = (): User => only(platform.users);
const openIdOf = ({ open_id }: User) =>
	platform.store.directory.openIdFor(only([...platform.store.apps.values()]), open_id);

const create = async (items: IDataObject[], credential?: CredentialRef) =>
	await own.run('create', automatically(), {
		items: items.map((json) => ({ json })),
		onError: 'continueErrorOutput',
		...(credential && { credential }),
	});

/** Who stands in the column, by their IDs in the store. */
const owners = () => own.column('Owner').map((cell) => only(cell as string[]));
const lookUps = (pattern: RegExp) => platform.calls.filter(({ path }) => pattern.test(path)).length;

/** For one test somebody else has the same name. */
function withNamesake(name: string, work: () => Promise<void>): Promise<void> {
	const other = platform.users[1];
	if (!other) throw new Error('There is one person only');
	const before = other.name;
	other.name = name;
	return work().finally(() => (other.name = before));
}

describe('people', () => {
	test.each<[string, (user: User) => unknown]>([
		['an open_id', openIdOf],
		['an e-mail address', ({ email }) => email],
		['a mobile number', ({ mobile }) => mobile],
		['a mobile number with blanks', ({ mobile }) => mobile?.replace(/^(\+86)(\d{3})(\d{4})/, '$1 $2-$3-')],
		['a mobile number of the country', ({ mobile }) => mobile?.replace('+86', '')],
		['a union_id', ({ union_id }) => union_id],
		['a name', ({ name }) => name],
		['an English name in small letters', ({ en_name }) => en_name?.toLowerCase()],
		['an object', ({ email }) => ({ email })],
	])('by %s', async (_what, of) => {
		const { items, errorItems } = await create([{ Owner: of(someone()) as string }]);
		expect(errorItems.map(({ json }) => json.error)).toEqual([]);
		expect(items).toHaveLength(1);
		expect(owners()).toEqual([someone().open_id]);
	});

	test('a name that several have is refused, and one that nobody has, each for its item', async () => {
		const { name, email = '' } = someone();
		await withNamesake(name, async () => {
			const { items, errorItems } = await create([{ Owner: name }, { Owner: email }, { Owner: 'Nobody at all' }]);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
			expect(errorItems.map(({ json }) => json.error)).toEqual([
				`The field 'Owner' names several people: '${name}'`,
				"The field 'Owner' names nobody: 'Nobody at all'",
			]);
		});
	});

	test.each([
		['an address', 'nobody@example.com'],
		['a number', '+86 199 9999 9999'],
		['a union_id', 'on_nobody'],
	])('%s that nobody has fails alone', async (_what, Owner) => {
		const { items, errorItems } = await create([{ Owner }, { Owner: someone().email ?? '' }, { Title: 'x' }]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
		expect(only(errorItems).json.error).toContain("The field 'Owner' names nobody");
	});

	test('of many items each is asked for once, 50 with a request', async () => {
		const values = platform.users.slice(0, 4).map(({ email = '' }) => email);
		const items = Array.from({ length: 200 }, (_, index) => ({ Owner: values[index % values.length] ?? '' }));
		await create(items);
		expect(lookUps(/batch_get_id/)).toBe(1);
		expect(own.table.records.size).toBe(200);
		platform.reset();
		await create(Array.from({ length: 50 }, () => ({ Owner: someone().name })));
		const once = lookUps(/contact/);
		platform.reset();
		await create([{ Owner: someone().name }]);
		expect(lookUps(/contact/)).toBe(once);
	});

	test('a lookup that is refused is the failure of those who need it', async () => {
		platform.simulator.faults.add({
			path: '*/batch_get_id',
			action: { type: 'code', http: 400, code: 99991672, msg: 'scope' },
		});
		const { items, errorItems } = await create([
			{ Owner: someone().email ?? '' },
			{ Title: 'x' },
			{ Owner: openIdOf(someone()) },
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
		expect(only(errorItems).json.details).toMatchObject({ code: 99991672 });
	});

	test('a person finds people by name through the search', async () => {
		const { credential } = await signedIn(
			platform,
			'bitable:app contact:user:search contact:user.base:readonly offline_access',
		);
		own.base.members.push({ member_type: 'openid', member_id: someone().open_id, perm: 'full_access' });
		const { items, errorItems } = await create([{ Owner: someone().name }, { Owner: 'Nobody at all' }], credential);
		expect(errorItems.map(({ json }) => json.error)).toEqual(["The field 'Owner' names nobody: 'Nobody at all'"]);
		expect(items).toHaveLength(1);
		expect(owners()).toEqual([someone().open_id]);
	});
});

describe('linked records', () => {
	test('by what their first column holds: one, none or several of them', async () => {
		const [east, west] = customers.put({ Name: 'East' }, { Name: 'West' }, { Name: 'Twin' }, { Name: 'Twin' });
		const { items, errorItems } = await create([
			{ Customer: 'East' },
			{ Customer: ['West', east ?? ''] },
			{ Customer: 'Nowhere' },
			{ Customer: 'Twin' },
			{ Customer: 'east' },
		]);
		expect(items).toHaveLength(2);
		expect(own.column('Customer')).toEqual([[east], [west, east]]);
		expect(errorItems.map(({ json }) => json.error)).toEqual([
			"The field 'Customer' links to 'Nowhere', which no record has in the first column of the linked table",
			"The field 'Customer' links to 'Twin', which several records have in the first column of the linked table",
			"The field 'Customer' links to 'east', which no record has in the first column of the linked table",
		]);
	});

	test('of many items each is looked for once, 50 with a request', async () => {
		customers.put(...Array.from({ length: 120 }, (_, n) => ({ Name: `Customer ${n}` })));
		const { errorItems } = await create(Array.from({ length: 400 }, (_, n) => ({ Customer: `Customer ${n % 120}` })));
		expect(errorItems).toEqual([]);
		expect(lookUps(/search/)).toBe(3);
	});

	test('a first column of another type is compared as it reads', async () => {
		const numbers = new OwnTable(platform, [{ field_name: 'No', type: 2 }]);
		const [seven] = numbers.put({ No: 7 }, { No: 8 });
		own = new OwnTable(platform, [
			{ field_name: 'Title', type: 1 },
			{ field_name: 'Customer', type: 18, property: { table_id: numbers.table.table_id } },
		]);
		const { errorItems } = await create([{ Customer: '7' }, { Customer: 7 }]);
		expect(errorItems).toEqual([]);
		expect(own.column('Customer')).toEqual([[seven], [seven]]);
	});
});
