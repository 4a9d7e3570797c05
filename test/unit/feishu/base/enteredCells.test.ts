import type { BaseField } from '../../../../feishu/base/baseField';
import { enteredCells, type Entered } from '../../../../feishu/base/enteredCells';
import { thrownBy } from '../../../support/feishuCalls';

const field = (field_id: string, field_name: string, type = 1): BaseField => ({ field_id, field_name, type });
const fields = [
	field('fld1', 'Title'),
	field('fld2', 'Count', 2),
	field('fld3', 'Made', 1001),
	field('fld4', 'created_time'),
	field('fld5', 'constructor'),
];

const cellsOf = (entered: Entered, clearEmpty = true) =>
	Object.fromEntries(
		enteredCells('Columns', entered, fields, { clearEmpty }).cells.map(({ field: { field_id }, value }) => [
			field_id,
			value,
		]),
	);

describe('of a form', () => {
	const form = (values: Record<string, unknown>, isFilledIn = () => true): Entered => ({
		from: 'mapper',
		values,
		isFilledIn,
	});

	it('takes what was filled in, by the IDs of fields', () => {
		expect(cellsOf(form({ fld1: 'x', fld2: 0 }))).toEqual({ fld1: 'x', fld2: 0 });
		expect(cellsOf(form({ fld1: null, fld2: 1 }, () => false))).toEqual({});
	});

	it('empties cells by null and empty text, unless they are to be left out', () => {
		expect(cellsOf(form({ fld1: null, fld2: '', fld4: undefined }))).toEqual({ fld1: null, fld2: '' });
		expect(cellsOf(form({ fld1: null, fld2: '', fld4: 'x' }), false)).toEqual({ fld4: 'x' });
	});

	it('takes names where nobody kept IDs, and tells of a field that is gone', () => {
		expect(cellsOf(form({ Title: 'x' }))).toEqual({ fld1: 'x' });
		for (const key of ['fldGone', 'Old title'])
			expect(thrownBy(() => cellsOf(form({ [key]: 1 })))).toMatchObject({
				message: `The field 'Columns' has a value for ${key}, which the table no longer has`,
			});
	});
});

describe('of an expression', () => {
	const from = (values: Record<string, unknown>): Entered => ({ from: 'expression', values });

	it('takes names and IDs', () => {
		expect(cellsOf(from({ Title: 'x', fld2: 1, created_time: 'y' }))).toEqual({ fld1: 'x', fld2: 1, fld4: 'y' });
	});

	it('keeps what nobody can write, to be refused with its name', () => {
		expect(cellsOf(from({ Made: 1 }))).toEqual({ fld3: 1 });
	});

	it('tells of a name that the table does not have', () => {
		expect(thrownBy(() => cellsOf(from({ Titel: 1 })))).toMatchObject({ message: "The table has no field 'Titel'" });
		expect(thrownBy(() => cellsOf(from({ title: 1 })))).toMatchObject({ advice: "It has 'Title'" });
	});
});

describe('of an item', () => {
	const item = (values: Record<string, unknown>): Entered => ({ from: 'item', values });

	it('takes the keys that are called like a field, and leaves out what nobody can write', () => {
		expect(cellsOf(item({ Title: 'x', fld2: 1, Made: 1 }))).toEqual({ fld1: 'x', fld2: 1 });
	});

	it('gives back what the table has no field for, but for what records tell about themselves', () => {
		const { unknown } = enteredCells('Columns', item({ record_id: 'rec1', shared_url: 'x', other: 1 }), fields, {
			clearEmpty: true,
		});
		expect(unknown).toEqual({ other: 1 });
	});

	it('tells a column from what a record says about itself', () => {
		expect(cellsOf(item({ created_time: 'of the record', 'created_time (column)': 'of the column' }))).toEqual({
			fld4: 'of the column',
		});
	});

	it('takes a column with a name of JavaScript for a column', () => {
		expect(cellsOf(item({ constructor: 'x' }))).toEqual({ fld5: 'x' });
		expect(cellsOf(item({ toString: 'x' }))).toEqual({});
	});
});
