import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { searchChats } from '../../../../../nodes/shared/im/searchChats';
import { searchDepartments } from '../../../../../nodes/shared/contact/searchDepartments';
import { searchUsers } from '../../../../../nodes/shared/contact/searchUsers';
import type { ListSearch } from '../../../../../nodes/shared/operation/field';
import { rejectionOf } from '../../../../support/feishuCalls';
import { execution, goodCredential } from '../../../../support/nodes/execution';
import { data, FakePlatform, json } from '../../../../support/nodes/fakePlatform';

let platform: FakePlatform;

beforeAll(async () => {
	platform = await FakePlatform.start();
});

beforeEach(() => platform.reset());

afterAll(async () => await platform.stop());

const search = async (method: ListSearch, filter?: string, token?: string) => {
	const context = execution({ credential: goodCredential(platform.url) }) as unknown as ILoadOptionsFunctions;
	return await method.call(context, filter, token);
};

const sent = () => platform.requests.map(({ path, query }) => [path, Object.fromEntries(query)]);

describe('chats', () => {
	const items = [
		{ chat_id: 'oc_1', name: 'Ops' },
		{ chat_id: 'oc_2', external: true },
	];

	it('are listed by activity, page by page', async () => {
		platform.answers = [
			data({ items, has_more: true, page_token: 'p2' }),
			data({ items: [], has_more: false, page_token: '' }),
		];
		expect(await search(searchChats)).toEqual({
			results: [
				{ name: 'Ops', value: 'oc_1' },
				{ name: 'Unnamed group (external)', value: 'oc_2' },
			],
			paginationToken: 'p2',
		});
		expect(await search(searchChats, '', 'p2')).toEqual({ results: [], paginationToken: undefined });
		expect(sent()).toEqual([
			['/open-apis/im/v1/chats', { page_size: '50', sort_type: 'ByActiveTimeDesc' }],
			['/open-apis/im/v1/chats', { page_size: '50', sort_type: 'ByActiveTimeDesc', page_token: 'p2' }],
		]);
	});

	it('are searched by the platform', async () => {
		platform.answers = [data({ items })];
		expect((await search(searchChats, 'on call')).results).toHaveLength(2);
		expect(sent()).toEqual([['/open-apis/im/v1/chats/search', { page_size: '50', query: 'on call' }]]);
	});
});

describe('departments', () => {
	const items = [{ open_department_id: 'od-1', name: 'Sales' }, { open_department_id: 'od-2' }];

	it('begin with the whole organization', async () => {
		platform.answers = [data({ items, has_more: true, page_token: 'p2' }), data({ items })];
		expect(await search(searchDepartments)).toEqual({
			results: [
				{ name: 'Whole Organization', value: '0' },
				{ name: 'Sales', value: 'od-1' },
				{ name: 'od-2', value: 'od-2' },
			],
			paginationToken: 'p2',
		});
		expect((await search(searchDepartments, undefined, 'p2')).results).toHaveLength(2);
		expect(sent()[1]).toEqual([
			'/open-apis/contact/v3/departments/0/children',
			{ department_id_type: 'open_department_id', fetch_child: 'true', page_size: '50', page_token: 'p2' },
		]);
	});

	it.each([
		['sal', ['od-1']],
		['WHOLE', ['0']],
		['nothing', []],
	])('are filtered by name: %s', async (filter, expected) => {
		platform.answers = [data({ items })];
		expect((await search(searchDepartments, filter)).results.map(({ value }) => value)).toEqual(expected);
	});
});

describe('people', () => {
	const people = (...ids: string[]) =>
		ids.map((id) => ({ open_id: id, name: `Name ${id}`, email: `${id}@example.com` }));

	it('are walked department by department, page by page', async () => {
		platform.answers = [
			data({ items: [{ open_department_id: 'od-1' }] }),
			data({ items: people('ou_1'), has_more: true, page_token: 'p2' }),
			data({ items: people('ou_2', 'ou_2') }),
			data({ items: [{ open_id: 'ou_3', en_name: 'Ann' }, { open_id: 'ou_4' }] }),
		];
		const names: string[] = [];
		let token: string | undefined;
		do {
			const page = await search(searchUsers, undefined, token);
			names.push(...page.results.map(({ name }) => name));
			token = page.paginationToken;
		} while (token !== undefined && platform.requests.length < 10);
		expect(names).toEqual(['Name ou_1 (ou_1@example.com)', 'Name ou_2 (ou_2@example.com)', 'Ann', 'ou_4']);
		expect(
			sent()
				.slice(1)
				.map(([, query]) => query),
		).toEqual([
			expect.objectContaining({ department_id: '0' }),
			expect.objectContaining({ department_id: '0', page_token: 'p2' }),
			expect.objectContaining({ department_id: 'od-1' }),
		]);
	});

	it('are filtered by name and address, and the walk goes on where nobody fits', async () => {
		platform.answers = [data({ items: [{ open_department_id: 'od-1' }] }), data({ items: people('ou_1') })];
		const page = await search(searchUsers, 'OU_2@');
		expect(page.results).toEqual([]);
		expect(page.paginationToken).toBeDefined();
		platform.answers = [data({ items: people('ou_1', 'ou_2') })];
		expect(
			(await search(searchUsers, 'OU_2@', String(page.paginationToken))).results.map(({ value }) => value),
		).toEqual(['ou_2']);
	});
});

it.each([
	['chats', searchChats, 'im:chat:readonly'],
	['departments', searchDepartments, 'contact:department.organize:readonly'],
	['people', searchUsers, 'contact:contact.base:readonly'],
])('says which scope the list of %s needs', async (_what, method, scope) => {
	platform.answers = [json({ code: 99991672, msg: 'Access denied' }, 400)];
	const error = await rejectionOf(search(method));
	expect(error).toMatchObject({ name: 'NodeApiError', message: 'The app lacks a permission scope' });
	expect(error).toMatchObject({ description: expect.stringContaining(scope) });
	expect(error).toMatchObject({ description: expect.stringContaining('/app/cli_fake') });
});
