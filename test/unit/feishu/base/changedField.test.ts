import type { BaseField } from '../../../../feishu/base/baseField';
import { changedField, descriptionOf, type FieldChanges } from '../../../../feishu/base/changedField';
import { ALL_KINDS, FIELD_KINDS, fieldKind, kindWord } from '../../../../feishu/base/fieldKinds';
import { newField, propertyWith } from '../../../../feishu/base/fieldProperty';

const field = (type: number, ui_type: string, property: BaseField['property'] = null, more: object = {}) =>
	({ field_id: 'fld1', field_name: 'F', type, ui_type, property, ...more }) satisfies BaseField;

const changed = (one: BaseField, changes: Partial<FieldChanges> = {}) =>
	changedField(one, { settings: {}, options: {}, ...changes });

const OPTIONS = [
	{ id: 'opt1', name: 'a', color: 1 },
	{ id: 'opt2', name: 'b', color: 2 },
];

describe('the kinds of fields', () => {
	it.each(ALL_KINDS)('%s is known again by what it is made of', (kind) => {
		const { type, ui_type } = FIELD_KINDS[kind];
		expect(fieldKind({ type, ui_type })).toBe(kind);
		expect(newField(kind, {}).type).toBe(type);
	});

	it('without a word about its look, a type means its plainest kind', () => {
		expect([1, 2, 5].map((type) => fieldKind({ type }))).toEqual(['text', 'number', 'date']);
		expect([19, 24, 3001, 9999].map((type) => fieldKind({ type }))).toEqual([
			undefined,
			undefined,
			undefined,
			undefined,
		]);
		expect([19, 24, 3001].map((type) => kindWord({ type }))).toEqual(['lookup', 'stage', 'button']);
		expect([kindWord({ type: 9999, ui_type: 'AiField' }), kindWord({ type: 9999 })]).toEqual(['AiField', 'unknown']);
	});

	it('those without settings get no property, whatever is said of them', () => {
		for (const kind of [
			'text',
			'email',
			'checkbox',
			'phone',
			'url',
			'attachment',
			'createdBy',
			'modifiedBy',
		] as const) {
			expect(newField(kind, {})).not.toHaveProperty('property');
			expect(propertyWith(kind, {}, { multiple: true })).toBeUndefined();
		}
	});
});

describe('a changed field', () => {
	it('says all that it was, but for what only lists tell', () => {
		const link = field(21, 'DuplexLink', {
			table_id: 'tbl1',
			table_name: 'T',
			multiple: true,
			back_field_id: 'fld2',
			back_field_name: 'B',
		});
		expect(changed(link, { name: 'G' })).toEqual({
			field_name: 'G',
			type: 21,
			ui_type: 'DuplexLink',
			property: { table_id: 'tbl1', multiple: true, back_field_name: 'B' },
		});
		expect(changed(field(7, 'Checkbox'), { name: 'G' })).toEqual({ field_name: 'G', type: 7, ui_type: 'Checkbox' });
	});

	it('keeps options by their IDs', () => {
		const select = field(3, 'SingleSelect', { options: OPTIONS });
		const { property } = changed(select, {
			options: { add: [{ name: 'c' }, { name: 'a' }], change: [{ from: 'opt2', name: 'B' }] },
		});
		expect(property).toEqual({ options: [OPTIONS[0], { id: 'opt2', name: 'B', color: 2 }, { name: 'c' }] });
		expect(changed(select, { options: { remove: ['a'] } }).property).toEqual({ options: [OPTIONS[1]] });
		expect(changed(select, { kind: 'multiSelect' })).toMatchObject({ type: 4, property: { options: OPTIONS } });
	});

	it('a name that an option just gave up is free', () => {
		const { property } = changed(field(3, 'SingleSelect', { options: OPTIONS }), {
			options: { change: [{ from: 'a', name: 'x' }], add: [{ name: 'a' }] },
		});
		expect(property?.options).toEqual([{ id: 'opt1', name: 'x', color: 1 }, OPTIONS[1], { name: 'a' }]);
	});

	it('of another type begins anew, but for what both types have', () => {
		const currency = field(2, 'Currency', { formatter: '0.00', currency_code: 'EUR' });
		expect(changed(currency, { kind: 'number' }).property).toEqual({ formatter: '0' });
		expect(changed(field(5, 'DateTime', { date_formatter: 'MM-dd' }), { kind: 'createdTime' }).property).toEqual({
			date_formatter: 'MM-dd',
		});
		const link = field(18, 'SingleLink', { table_id: 'tbl1', multiple: false });
		expect(changed(link, { kind: 'twoWayLink' }).property).toEqual({ table_id: 'tbl1', multiple: false });
		expect(changed(currency, { kind: 'url' })).not.toHaveProperty('property');
	});

	it('keeps the range of a progress where only one end is said, and the look of a formula', () => {
		const progress = field(2, 'Progress', { formatter: '%', range_customize: true, min: 0, max: 50 });
		expect(changed(progress, { settings: { range: { max: 80 } } }).property).toMatchObject({ min: 0, max: 80 });
		const formula = field(20, 'Formula', { formula_expression: '1', type: { data_type: 2, ui_type: 'Number' } });
		expect(changed(formula, { settings: { format: '0.0' } }).property).toEqual({
			formula_expression: '1',
			formatter: '0.0',
			type: { data_type: 2, ui_type: 'Number', ui_property: { formatter: '0.0' } },
		});
	});

	it('keeps its description, in whichever form it came', () => {
		const told = (description: unknown) => changed({ ...field(1, 'Text'), description } as BaseField).description;
		expect(told('In kg')).toEqual({ text: 'In kg' });
		expect(told([{ type: 'text', text: 'In ' }, { text: 'kg' }])).toEqual({ text: 'In kg' });
		expect(told({ text: 'In kg' })).toEqual({ text: 'In kg' });
		expect(told(undefined)).toBeUndefined();
		expect(descriptionOf({ description: 5 })).toBe('');
	});

	it('of a kind that the API can not make is refused', () => {
		expect(() => changed(field(19, 'Lookup'), { name: 'G' })).toThrow(
			"'F' is a lookup, which can't be changed so by the API",
		);
	});

	it('of a look that is not known here keeps it, and takes no settings', () => {
		const signature = field(1, 'Signature', { some: 'thing' });
		expect(changed(signature, { name: 'G' })).toEqual({
			field_name: 'G',
			type: 1,
			ui_type: 'Signature',
			property: { some: 'thing' },
		});
		expect(kindWord(signature)).toBe('Signature');
		expect(changed(signature, { kind: 'text' })).toEqual({ field_name: 'F', type: 1, ui_type: 'Text' });
		expect(() => changed(signature, { settings: { format: '0' } })).toThrow("can't be changed so by the API");
	});

	it.each<[string, BaseField, Partial<FieldChanges>]>([
		['Currency', field(2, 'Number'), { settings: { currency: 'EUR' } }],
		['Add Options', field(1, 'Text'), { options: { add: [{ name: 'a' }] } }],
		['Remove Options', field(3, 'SingleSelect', { options: OPTIONS }), { options: { remove: ['c'] } }],
		[
			'Change Options',
			field(3, 'SingleSelect', { options: OPTIONS }),
			{ options: { change: [{ from: 'a', name: 'b' }] } },
		],
		['Type', field(1, 'Text', null, { is_primary: true }), { kind: 'multiSelect' }],
	])('names the field of the panel: %s', (label, one, changes) => {
		expect(() => changed(one, changes)).toThrow(expect.objectContaining({ field: label }));
	});

	it('takes 20,000 options and no more', () => {
		const add = Array.from({ length: 20_001 }, (_, at) => ({ name: `o${at}` }));
		const select = field(3, 'SingleSelect', { options: [] });
		expect(changed(select, { options: { add: add.slice(1) } }).property?.options).toHaveLength(20_000);
		expect(() => changed(select, { options: { add } })).toThrow('A field takes 20,000 options, not 20001');
	});
});
