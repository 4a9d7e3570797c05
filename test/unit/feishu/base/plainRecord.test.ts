import type { BaseField } from '../../../../feishu/base/baseField';
import { plainRecord } from '../../../../feishu/base/plainRecord';

const field = (field_name: string, type = 1): BaseField => ({ field_id: `fld${field_name}`, field_name, type });
const fields = [field('Title'), field('Count', 2), field('Paid', 7), field('record_id')];

it('has every field, null where its cell is empty, in the order of the table', () => {
	const plain = plainRecord(fields, { record_id: 'rec1', fields: { Count: 1 } });
	expect(plain).toEqual({ record_id: 'rec1', Title: null, Count: 1, Paid: false, 'record_id (column)': null });
	expect(Object.keys(plain)).toEqual(['record_id', 'Title', 'Count', 'Paid', 'record_id (column)']);
});

it('leaves out fields that are not wanted', () => {
	expect(plainRecord([field('Title')], { record_id: 'rec1', fields: { Title: 'x', Count: 1 } })).toEqual({
		record_id: 'rec1',
		Title: 'x',
	});
});

it('says who and when, and where it is to be opened, as far as that was asked for', () => {
	const record = {
		record_id: 'rec1',
		fields: {},
		created_by: { id: 'ou_1', name: 'Ada', en_name: 'Ada', email: '' },
		created_time: 0,
		last_modified_by: [{ id: 'ou_2', name: '' }],
		last_modified_time: 1_769_817_600_000,
		shared_url: 'https://x.example/record/1',
	};
	expect(plainRecord([], record)).toEqual({
		record_id: 'rec1',
		created_by: { id: 'ou_1', name: 'Ada' },
		created_time: '1970-01-01T00:00:00.000Z',
		last_modified_by: { id: 'ou_2' },
		last_modified_time: '2026-01-31T00:00:00.000Z',
		shared_url: 'https://x.example/record/1',
	});
	expect(plainRecord([], { record_id: 'rec1', fields: {}, record_url: 'https://y.example' })).toEqual({
		record_id: 'rec1',
		shared_url: 'https://y.example',
	});
});
