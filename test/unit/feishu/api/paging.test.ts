import fc from '../../../support/generated';

import { collectPages, readPage, type Page } from '../../../../feishu/api/paging';

describe('readPage', () => {
	const records = [{ id: 1 }];

	it.each([
		'items',
		'files',
		'calendar_list',
		'user_list',
		'members',
		'groups',
		'memberlist',
		'list',
		'data',
		'odd_name',
	])('finds the records under %s', (key) => {
		expect(readPage({ total: 1, [key]: records, has_more: false }).records).toEqual(records);
	});

	it('prefers the usual name to other lists, and the given name to both', () => {
		const data = { ids: ['a'], items: records, rows: [{ id: 2 }] };
		expect(readPage(data).records).toEqual(records);
		expect(readPage(data, 'rows').records).toEqual([{ id: 2 }]);
		expect(readPage(data, 'missing').records).toEqual([]);
	});

	it('makes records of bare values, and takes an absent list for an empty one', () => {
		expect(readPage({ items: ['a', 1, null, ['x']] }).records).toEqual([
			{ value: 'a' },
			{ value: 1 },
			{ value: null },
			{ value: ['x'] },
		]);
		expect(readPage({ items: null }).records).toEqual([]);
		expect(readPage({}).records).toEqual([]);
	});

	it.each([
		[{ has_more: true, page_token: 'n' }, 'n'],
		[{ has_more: false, page_token: 'n' }, undefined],
		[{ page_token: 'n' }, 'n'],
		[{ has_more: true, next_page_token: 'n' }, 'n'],
		[{ has_more: false, next_page_token: 'n' }, undefined],
		[{ has_more: true, page_token: '' }, undefined],
		[{ has_more: true }, undefined],
		[{ has_more: true, page_token: 5 }, undefined],
	])('%j goes on with %s', (data, next) => {
		expect(readPage({ items: [], ...data }).next).toBe(next);
	});
});

describe('collectPages', () => {
	const record = (id: number) => ({ id });
	const page = (records: object[], next?: string): Page => ({ records: records as Page['records'], next });

	it('gives all records in order', async () => {
		const pages = new Map([
			[undefined, page([record(1), record(2)], 'a')],
			['a', page([], 'b')],
			['b', page([record(3)])],
		]);
		const found = await collectPages(async (token) => pages.get(token) ?? page([]), Infinity);
		expect(found).toEqual([1, 2, 3].map(record));
	});

	it.each([
		['the same token again', ['a', 'a', 'a'], 2],
		['tokens that go round', ['a', 'b', 'a', 'b'], 3],
	])('ends on %s', async (_what, tokens, calls) => {
		const fetched: Array<string | undefined> = [];
		await collectPages(async (token) => {
			fetched.push(token);
			return page([record(fetched.length)], tokens[(fetched.length - 1) % tokens.length]);
		}, Infinity);
		expect(fetched).toHaveLength(calls);
	});

	it('passes a failure on', async () => {
		const failing = async (): Promise<Page> => {
			throw new Error('page failed');
		};
		await expect(collectPages(failing, 10)).rejects.toThrow('page failed');
	});

	it('never over-fetches, whatever pages and limit are', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 0, max: 120 }),
				fc.integer({ min: 1, max: 20 }),
				fc.oneof(fc.integer({ min: 1, max: 130 }), fc.constant(Infinity)),
				async (total, pageSize, limit) => {
					const all = Array.from({ length: total }, (_, id) => record(id));
					let calls = 0;
					const found = await collectPages(async (token, wanted) => {
						calls += 1;
						const start = Number(token ?? 0);
						const end = start + Math.min(pageSize, wanted);
						expect(wanted).toBe(limit - start);
						return page(all.slice(start, end), end < total ? String(end) : undefined);
					}, limit);
					expect(found).toEqual(all.slice(0, limit));
					expect(calls).toBe(Math.max(1, Math.ceil(Math.min(total, limit) / pageSize)));
				},
			),
		);
	});

	it('cuts a page that is larger than was asked for', async () => {
		expect(await collectPages(async () => page([1, 2, 3].map(record), 'a'), 2)).toEqual([1, 2].map(record));
	});
});
