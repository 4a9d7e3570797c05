import type { BaseField } from '../../../../feishu/base/baseField';
import { planUpsert, recordKey, type Known, type Wanted } from '../../../../feishu/base/recordKeys';

const field = (field_name: string, type: number): BaseField => ({ field_id: `fld${field_name}`, field_name, type });
const NAME = field('Name', 1);
const CITY = field('City', 3);

describe('a key', () => {
	it.each<[number, unknown, unknown]>([
		[1, [{ type: 'text', text: 'A' }], 'A'],
		[2, '7', 7],
		[3, 'x', ['x']],
		[4, ['b', 'a'], ['a', 'b']],
		[5, 1_700_000_000_000, 1_700_000_000_000],
		[11, [{ id: 'ou_2', name: 'B' }, { id: 'ou_1' }], [{ id: 'ou_1' }, { id: 'ou_2' }]],
		[15, { link: 'https://x', text: 'Label' }, { link: 'https://x', text: 'https://x' }],
		[18, { link_record_ids: ['rec2', 'rec1'] }, ['rec1', 'rec2']],
		[20, { type: 1, value: [{ type: 'text', text: 'A' }] }, 'A'],
		[22, { location: '1,2', name: 'x' }, '1,2'],
	])('of type %d is the same as it is read and as it is written', (type, read, written) => {
		const by = [field('Key', type)];
		expect(recordKey(by, { Key: read })).toBe(recordKey(by, { Key: written }));
		expect(recordKey(by, { Key: read })).toBeDefined();
	});

	it('is none where nothing stands, and tells fields apart', () => {
		expect(recordKey([NAME, CITY], {})).toBeUndefined();
		expect(recordKey([NAME, CITY], { Name: [], City: null })).toBeUndefined();
		expect(recordKey([NAME, CITY], { Name: 'a' })).not.toBe(recordKey([NAME, CITY], { City: 'a' }));
		expect(recordKey([NAME], { Name: 'a ' })).not.toBe(recordKey([NAME], { Name: 'a' }));
	});
});

describe('a plan', () => {
	const record = (record_id: string, Name: string, City = 'x'): Known => ({
		record_id,
		fields: { Name: [{ type: 'text', text: Name }], City },
	});
	const there = [record('rec1', 'Ada'), record('rec2', 'Bo'), record('rec3', 'Bo', 'y'), record('rec4', 'Zoe')];
	const wants = (...entries: Wanted[]) => entries;

	it('changes what is there, and makes what is not', () => {
		const entries = wants({ Name: 'Ada', City: 'z' }, { Name: 'New', City: 'q' });
		expect(planUpsert([NAME], entries, there, 'first')).toEqual({
			creates: [{ fields: entries[1], entries: [1] }],
			updates: [{ record_id: 'rec1', fields: entries[0], entries: [0] }],
			refused: [],
			keyless: [],
		});
	});

	it.each([
		['first', ['rec2'], []],
		['all', ['rec2', 'rec3'], []],
		['refuse', [], [{ entry: 0, record_ids: ['rec2', 'rec3'] }]],
	] as const)('where several fit: %s', (several, updated, refused) => {
		const plan = planUpsert([NAME], wants({ Name: 'Bo' }), there, several);
		expect(plan.updates.map(({ record_id }) => record_id)).toEqual(updated);
		expect(plan.refused).toEqual(refused);
		expect(plan.creates).toEqual([]);
	});

	it('is by all of the fields', () => {
		const plan = planUpsert([NAME, CITY], wants({ Name: 'Bo', City: 'y' }, { Name: 'Bo', City: 'z' }), there, 'refuse');
		expect(plan.updates.map(({ record_id }) => record_id)).toEqual(['rec3']);
		expect(plan.creates.map(({ entries }) => entries)).toEqual([[1]]);
	});

	it('makes one record of entries with the same key, the later ones over the earlier', () => {
		const entries = wants(
			{ Name: 'New', City: 'a', Note: 'kept' },
			{ Name: 'Ada', City: 'b' },
			{ Name: 'New', City: 'c' },
		);
		const plan = planUpsert([NAME], entries, there, 'first');
		expect(plan.creates).toEqual([{ fields: { Name: 'New', City: 'c', Note: 'kept' }, entries: [0, 2] }]);
		expect(plan.updates.map(({ entries: of }) => of)).toEqual([[1]]);
	});

	it('says which entries have no key', () => {
		expect(planUpsert([NAME], wants({ City: 'x' }, { Name: '' }), there, 'first')).toEqual({
			creates: [],
			updates: [],
			refused: [],
			keyless: [0, 1],
		});
	});
});
