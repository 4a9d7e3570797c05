import Ajv from 'ajv';

import { doneOutput, outputOf } from '../../../../../nodes/shared/operation/output';

const output = outputOf({
	id: 'string',
	count: 'number',
	open: 'boolean',
	'note?': 'string',
	tags: ['string'],
	owner: { id: 'string', 'name?': 'string' },
	rows: [{ text: 'string' }],
	value: 'any',
});

const record = {
	id: 'x',
	count: 2,
	open: true,
	tags: ['a'],
	owner: { id: 'ou_1' },
	rows: [{ text: 'hi' }],
	value: { anything: [1] },
};

it('makes a schema: types, lists, objects, what may be missing, and what may be anything', () => {
	expect(output.schema).toEqual({
		type: 'object',
		properties: {
			id: { type: 'string' },
			count: { type: 'number' },
			open: { type: 'boolean' },
			note: { type: 'string' },
			tags: { type: 'array', items: { type: 'string' } },
			owner: {
				type: 'object',
				properties: { id: { type: 'string' }, name: { type: 'string' } },
				required: ['id'],
			},
			rows: {
				type: 'array',
				items: { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] },
			},
			value: {},
		},
		required: ['id', 'count', 'open', 'tags', 'owner', 'rows', 'value'],
	});
});

it.each<[boolean, string, object]>([
	[true, 'the record', {}],
	[true, 'what may be missing', { note: 'n' }],
	[false, 'another type', { count: '2' }],
	[false, 'a list of another type', { tags: [1] }],
	[false, 'an object without a key that it must have', { owner: { name: 'Tom' } }],
	[false, 'a record without a key that it must have', { id: undefined }],
])('%s: fits with %s', (fits, _what, change) => {
	const changed: unknown = JSON.parse(JSON.stringify({ ...record, ...change }));
	expect(new Ajv().validate(output.schema, changed)).toBe(fits);
});

describe('simplify', () => {
	it('keeps the keys of the shape in their order, whatever the platform adds', () => {
		const answer = { note: 'n', extra: 1, ...record, value: null };
		expect(Object.keys(output.simplify(answer))).toEqual([
			'id',
			'count',
			'open',
			'note',
			'tags',
			'owner',
			'rows',
			'value',
		]);
	});

	it('leaves out what the platform left out, and keeps what it says is nothing', () => {
		expect(output.simplify({ id: '', count: 0, open: false, note: undefined, value: null })).toEqual({
			id: '',
			count: 0,
			open: false,
			value: null,
		});
	});
});

it('says what was done, and of what', () => {
	const done = doneOutput('deleted', 'message_id');
	expect(done.schema).toEqual({
		type: 'object',
		properties: { deleted: { type: 'boolean' }, message_id: { type: 'string' } },
		required: ['deleted', 'message_id'],
	});
	expect(done.simplify({ message_id: 'om_1', deleted: true, more: 1 })).toEqual({ deleted: true, message_id: 'om_1' });
});

it('lets keys be that only the platform knows, of one shape', () => {
	const table = outputOf({ record_id: 'string', '*': 'any' });
	expect(table.schema).toEqual({
		type: 'object',
		properties: { record_id: { type: 'string' } },
		required: ['record_id'],
		additionalProperties: {},
	});
	expect(table.simplify({ record_id: 'rec1', Title: 'x' })).toEqual({ record_id: 'rec1', Title: 'x' });
	const counts = new Ajv();
	const { schema } = outputOf({ '*': 'number' });
	expect([counts.validate(schema, { a: 1 }), counts.validate(schema, { a: 'x' })]).toEqual([true, false]);
});
