import { planRows, rowKey, type KnownRow, type Wanted } from '../../../../feishu/sheets/rowKeys';

describe('A key', () => {
	it.each<[string, unknown, unknown]>([
		['text', [{ type: 'text', text: 'A' }], 'A'],
		['a number and its digits', 7, '7'],
		['true', 'TRUE', true],
		['a fraction of a day', 45_000.12345678901, 45_000.12345678902],
		['a link', [{ type: 'url', text: 'X', link: 'https://x' }], { type: 'url', text: 'Other', link: 'https://x' }],
		['an address', [{ type: 'url', text: 'https://x', link: 'https://x' }], 'https://x'],
		[
			'somebody',
			[{ type: 'mention', text: '@Ada', token: 'ou_1' }],
			{ type: 'mention', textType: 'openId', text: 'ou_1' },
		],
		['what was chosen', 'a,b', { type: 'multipleValue', values: ['a', 'b'] }],
	])('of %s is the same as it is read and as it is written', (_what, read, written) => {
		expect(rowKey(['Key'], { Key: read })).toBe(rowKey(['Key'], { Key: written }));
		expect(rowKey(['Key'], { Key: read })).toBeDefined();
	});

	it.each<[unknown, unknown]>([
		['007', 7],
		['a', 'A'],
		['a ', 'a'],
		[110_101_199_003_070, 110_101_199_003_071],
		['110101199003070011', '110101199003070012'],
	])('tells %p from %p', (one, other) => {
		expect(rowKey(['Key'], { Key: one })).not.toBe(rowKey(['Key'], { Key: other }));
	});

	it('is none where nothing stands, and tells columns apart', () => {
		expect(rowKey(['a', 'b'], {})).toBeUndefined();
		expect(rowKey(['a', 'b'], { a: '', b: null })).toBeUndefined();
		expect(rowKey(['a', 'b'], { a: 'x' })).not.toBe(rowKey(['a', 'b'], { b: 'x' }));
	});
});

describe('A plan', () => {
	const row = (row_number: number, Name: unknown, City = 'x'): KnownRow => ({ row_number, cells: { Name, City } });
	const there = [row(2, 'Ada'), row(4, [{ type: 'text', text: 'Bo' }]), row(5, 'Bo', 'y'), row(9, null)];
	const wants = (...entries: Wanted[]) => entries;

	it('changes what is there, and appends what is not', () => {
		const entries = wants({ Name: 'Ada', City: 'z' }, { Name: 'New', City: 'q' });
		expect(planRows(['Name'], entries, there, 'first')).toEqual({
			creates: [{ cells: entries[1], entries: [1] }],
			updates: [{ row_number: 2, cells: entries[0], entries: [0] }],
			refused: [],
			keyless: [],
		});
	});

	it.each([
		['first', [4], []],
		['all', [4, 5], []],
		['refuse', [], [{ entry: 0, row_numbers: [4, 5] }]],
	] as const)('where several fit: %s', (several, updated, refused) => {
		const plan = planRows(['Name'], wants({ Name: 'Bo' }), there, several);
		expect(plan.updates.map(({ row_number }) => row_number)).toEqual(updated);
		expect(plan.refused).toEqual(refused);
		expect(plan.creates).toEqual([]);
	});

	it('is by all of the columns', () => {
		const entries = wants({ Name: 'Bo', City: 'y' }, { Name: 'Bo', City: 'z' });
		const plan = planRows(['Name', 'City'], entries, there, 'refuse');
		expect(plan.updates.map(({ row_number }) => row_number)).toEqual([5]);
		expect(plan.creates.map(({ entries: of }) => of)).toEqual([[1]]);
	});

	it('makes one row of entries with the same key, the later ones over the earlier', () => {
		const entries = wants(
			{ Name: 'New', City: 'a', Note: 'kept' },
			{ Name: 'Ada', City: 'b' },
			{ Name: 'New', City: 'c', Note: undefined },
		);
		const plan = planRows(['Name'], entries, there, 'first');
		expect(plan.creates).toEqual([{ cells: { Name: 'New', City: 'c', Note: 'kept' }, entries: [0, 2] }]);
		expect(plan.updates.map(({ entries: of }) => of)).toEqual([[1]]);
		expect(entries[0]).toEqual({ Name: 'New', City: 'a', Note: 'kept' });
	});

	it('says which entries have no key, and takes no row without one for theirs', () => {
		const plan = planRows(['Name'], wants({ Name: '' }, { City: 'x' }, { Name: 'Ada' }), there, 'all');
		expect(plan.keyless).toEqual([0, 1]);
		expect(plan.updates.map(({ row_number }) => row_number)).toEqual([2]);
	});

	it('names each of several entries that are refused', () => {
		const plan = planRows(['Name'], wants({ Name: 'Bo', City: 'a' }, { Name: 'Bo', City: 'b' }), there, 'refuse');
		expect(plan.refused.map(({ entry }) => entry)).toEqual([0, 1]);
	});
});
