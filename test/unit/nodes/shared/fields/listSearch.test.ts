import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { searchChats } from '../../../../../nodes/shared/im/searchChats';
import { searchDepartments } from '../../../../../nodes/shared/contact/searchDepartments';
import { searchUsers } from '../../../../../nodes/shared/contact/searchUsers';
import { asEntries } from '../../../../../nodes/shared/fields/inList';
import { listSearch } from '../../../../../nodes/shared/fields/listSearch';
import { listWalks } from '../../../../../nodes/shared/fields/listWalks';
import type { ListSearch } from '../../../../../nodes/shared/operation/field';
import { rejectionOf } from '../../../../support/feishuCalls';
import { listWords } from '../../../../support/nodes/listWords';
import { execution, goodCredential } from '../../../../support/nodes/execution';
import { data, FakePlatform, json } from '../../../../support/nodes/fakePlatform';

let platform: FakePlatform;

beforeAll(async () => {
	platform = await FakePlatform.start();
});

beforeEach(() => {
	platform.reset();
	listWalks.forgetAll();
});

afterAll(async () => await platform.stop());

const search = async (method: ListSearch, filter?: string, token?: string, credentialId?: string) => {
	const context = execution({
		credential: goodCredential(platform.url),
		credentialId,
	}) as unknown as ILoadOptionsFunctions;
	return await method.call(context, filter, token);
};

const sent = () => platform.requests.map(({ path, query }) => [path, Object.fromEntries(query)]);

const many = (from: number, count: number) =>
	Array.from({ length: count }, (_, at) => ({ chat_id: `oc_${from + at}`, name: `Group ${from + at}` }));

describe('chats', () => {
	const items = [
		{ chat_id: 'oc_1', name: 'Ops' },
		{ chat_id: 'oc_2', external: true },
	];

	it('are listed by activity, page by page', async () => {
		platform.answers = [
			data({ items: [...items, ...many(3, 48)], has_more: true, page_token: 'p2' }),
			data({ items: many(51, 1), has_more: false, page_token: '' }),
		];
		const first = await search(searchChats);
		expect(first.results.slice(0, 2)).toEqual([
			{ name: 'Ops', value: 'oc_1' },
			{ name: 'Unnamed group (external)', value: 'oc_2' },
		]);
		expect(first.results).toHaveLength(50);
		expect(sent()).toHaveLength(1);
		expect(await search(searchChats, '', String(first.paginationToken))).toEqual({
			results: [{ name: 'Group 51', value: 'oc_51' }],
		});
		expect(sent()).toEqual([
			['/open-apis/im/v1/chats', { page_size: '50', sort_type: 'ByActiveTimeDesc' }],
			['/open-apis/im/v1/chats', { page_size: '50', sort_type: 'ByActiveTimeDesc', page_token: 'p2' }],
		]);
	});

	it('go on where another process began the list', async () => {
		platform.answers = [data({ items: many(1, 50), has_more: true, page_token: 'p2' }), data({ items: many(51, 1) })];
		expect((await search(searchChats, '', '50')).results.map(({ value }) => value)).toEqual(['oc_51']);
	});

	it('are searched by the platform', async () => {
		platform.answers = [data({ items })];
		expect((await search(searchChats, 'on call')).results).toHaveLength(2);
		expect(sent()).toEqual([['/open-apis/im/v1/chats/search', { page_size: '50', query: 'on call' }]]);
	});

	it('are asked for anew each time the list is opened', async () => {
		platform.answers = [data({ items: many(1, 1) }), data({ items: many(1, 2) })];
		await search(searchChats);
		expect((await search(searchChats)).results).toHaveLength(2);
	});

	it('that are none say why, and what to do', async () => {
		platform.answers = [data({ items: [] })];
		expect(await rejectionOf(search(searchChats))).toMatchObject({
			message: expect.stringMatching(/^The app is in no group yet\. In Feishu, .*Add Bot/) as string,
		});
	});

	it('that no word fits say so below the words', async () => {
		platform.answers = [data({ items: [] })];
		const found = await search(searchChats, 'on call');
		expect(listWords(found)).toMatch(
			/^Nothing fits 'on call' among the groups of this app\. Try other words: they are looked for in the name\. Still missing\? In Feishu, .*Add Bot/,
		);
		expect(found.results.filter(({ name }) => name.length > 50)).toEqual([]);
	});

	it('end when the platform goes round in circles', async () => {
		platform.answers = [
			data({ items: many(1, 1), has_more: true, page_token: 'p2' }),
			data({ items: many(1, 1), has_more: true, page_token: 'p2' }),
		];
		expect(await search(searchChats)).toEqual({ results: [{ name: 'Group 1', value: 'oc_1' }] });
	});
});

describe('departments', () => {
	const items = [{ open_department_id: 'od-1', name: 'Sales' }, { open_department_id: 'od-2' }];

	it('begin with the whole organization, and go on to the end', async () => {
		platform.answers = [data({ items, has_more: true, page_token: 'p2' }), data({ items })];
		expect(await search(searchDepartments)).toEqual({
			results: [
				{ name: 'Whole Organization', value: '0' },
				{ name: 'Sales', value: 'od-1' },
				{ name: 'od-2 (its name needs the scope contact:department.base:readonly)', value: 'od-2' },
			],
		});
		expect(sent()[1]).toEqual([
			'/open-apis/contact/v3/departments/0/children',
			{ department_id_type: 'open_department_id', fetch_child: 'true', page_size: '50', page_token: 'p2' },
		]);
	});

	it.each([
		['sal', ['od-1']],
		['WHOLE', ['0']],
	])('are found by name: %s', async (filter, expected) => {
		platform.answers = [data({ items })];
		expect((await search(searchDepartments, filter)).results.map(({ value }) => value)).toEqual(expected);
	});

	it('say that none has the name', async () => {
		platform.answers = [data({ items })];
		expect(listWords(await search(searchDepartments, 'nothing'))).toContain(
			"Nothing fits 'nothing' among the 3 departments that this app can see.",
		);
	});
});

describe('people', () => {
	const people = (...ids: string[]) =>
		ids.map((id) => ({ open_id: id, name: `Name ${id}`, email: `${id}@example.com` }));
	const walk = () => [
		data({ items: people('ou_1'), has_more: true, page_token: 'p2' }),
		data({ items: [{ open_department_id: 'od-1' }] }),
		data({ items: people('ou_2', 'ou_2') }),
		data({ items: [{ open_id: 'ou_3', en_name: 'Ann' }, { open_id: 'ou_4' }, ...people('ou_1')] }),
	];

	it('are walked department by department to the end, each once', async () => {
		platform.answers = walk();
		const { results, paginationToken } = await search(searchUsers);
		expect(results.map(({ name }) => name).sort()).toEqual(
			[
				'Name ou_1 (ou_1@example.com)',
				'Name ou_2 (ou_2@example.com)',
				'Ann',
				'ou_4 (its name needs the scope contact:user.base:readonly)',
			].sort(),
		);
		expect(paginationToken).toBeUndefined();
	});

	it.each([
		['OU_2@', ['ou_2']],
		['ann', ['ou_3']],
	])('are found by name and address, however far away: %s', async (filter, ids) => {
		platform.answers = walk();
		expect((await search(searchUsers, filter)).results.map(({ value }) => value)).toEqual(ids);
	});

	it('whom no word fits are not said to be out of range before the words are', async () => {
		platform.answers = walk();
		expect(listWords(await search(searchUsers, 'zs'))).toMatch(
			/^Nothing fits 'zs' among the 4 people that this app can see\. Try other words: .* mobile number and job title\. Still missing\? Widen the app's contact range/,
		);
	});

	it('are asked for once while somebody types', async () => {
		platform.answers = walk();
		await search(searchUsers, 'a');
		const asked = platform.requests.length;
		await search(searchUsers, 'an');
		expect((await search(searchUsers, 'ann')).results).toHaveLength(1);
		expect(platform.requests).toHaveLength(asked);
	});

	it('of another credential are asked for', async () => {
		platform.answers = [...walk(), ...walk()];
		await search(searchUsers, 'ann');
		const asked = platform.requests.length;
		await search(searchUsers, 'ann', undefined, 'another');
		expect(platform.requests).toHaveLength(2 * asked);
	});

	it('that are none say so', async () => {
		platform.answers = [data({}), data({})];
		expect(await rejectionOf(search(searchUsers))).toMatchObject({
			message: expect.stringMatching(/^The app sees nobody\. .*contact range/) as string,
		});
	});
});

describe('a list that takes long', () => {
	/** A list whose entries come when the clock is moved: one after each step. */
	function slow(stepMs: number, count: number) {
		return listSearch({
			what: 'things',
			scopes: [],
			keepMs: 60_000,
			async *entries() {
				for (let at = 0; at < count; at++) {
					await new Promise((resolve) => setTimeout(resolve, stepMs));
					yield { name: `Thing ${at}`, value: String(at) };
				}
			},
			nothing: { message: 'There is nothing', advice: '' },
		});
	}

	beforeEach(() => {
		jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
	});

	afterEach(() => {
		jest.useRealTimers();
	});

	const passed = async <T>(ms: number, result: Promise<T>) => {
		result.catch(() => undefined);
		await jest.advanceTimersByTimeAsync(ms);
		return await result;
	};

	it('shows what it has, and goes on when n8n asks', async () => {
		const things = slow(900, 4);
		const first = await passed(2_000, search(things));
		expect(first.results.map(({ name }) => name)).toEqual(['Thing 0', 'Thing 1']);
		const rest = await passed(2_000, search(things, '', String(first.paginationToken)));
		expect(rest).toEqual({
			results: [
				{ name: 'Thing 2', value: '2' },
				{ name: 'Thing 3', value: '3' },
			],
		});
	});

	it('tells of a failure that came when nobody waited any more, rather than end there', async () => {
		const broken = listSearch({
			what: 'broken things',
			scopes: [],
			keepMs: 60_000,
			async *entries() {
				yield { name: 'Thing 0', value: '0' };
				await new Promise((resolve) => setTimeout(resolve, 20_000));
				throw new Error('The line broke');
			},
			nothing: { message: 'There is nothing', advice: '' },
		});
		expect(listWords(await passed(15_000, search(broken, '4')))).toContain('Nothing found yet, after 1 broken things');
		await jest.advanceTimersByTimeAsync(10_000);
		await expect(passed(1_000, search(broken, '4'))).rejects.toThrow('The line broke');
	});

	it('says how far it has come where nothing fits, and goes on from there', async () => {
		const things = slow(4_000, 5);
		expect(listWords(await passed(15_000, search(things, '4')))).toContain('Nothing found yet, after 3 things');
		expect((await passed(15_000, search(things, '4'))).results).toEqual([{ name: 'Thing 4', value: '4' }]);
	});
});

it.each([
	['chats', searchChats, 'im:chat:readonly'],
	['departments', searchDepartments, 'contact:department.organize:readonly'],
	['people', searchUsers, 'contact:contact.base:readonly'],
])('says which scope the list of %s needs', async (_what, method, scope) => {
	platform.answers = [json({ code: 99991672, msg: 'Access denied' }, 400)];
	const error = await rejectionOf(search(method));
	expect(error).toMatchObject({
		name: 'NodeApiError',
		message: expect.stringMatching(
			new RegExp(`^The app lacks the scope ${scope}\\. Add it here: [\\w.:]+/app/cli_fake$`),
		) as string,
	});
	expect(error).toMatchObject({ description: expect.stringContaining('/app/cli_fake') });
});

it('keeps its hyphens, at which n8n would cut the words', async () => {
	platform.answers = [data({ items: [] })];
	const said = listWords(await search(searchChats, 'on-call'));
	expect(said).toContain("'on\u2011call'");
	expect(said).not.toMatch(/[-–—]/);
});

it('does not break a long word, and does not fill the list with what it says', () => {
	const { results } = asEntries({ message: `Nothing fits '${'w'.repeat(60)}'`, description: 'word '.repeat(200) });
	expect(results.slice(0, 3).map(({ name }) => name)).toEqual([
		'Nothing fits',
		`'${'w'.repeat(60)}'.`,
		'word '.repeat(10).trim(),
	]);
	expect(results).toHaveLength(8);
});
