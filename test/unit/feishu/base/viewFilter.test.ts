import type { BaseField } from '../../../../feishu/base/baseField';
import { plainViewProperty, viewFilter } from '../../../../feishu/base/viewFilter';

const FIELDS: readonly BaseField[] = [
	{ field_id: 'fld1', field_name: 'Name', type: 1 },
	{ field_id: 'fld2', field_name: 'State', type: 3, property: { options: [{ id: 'opt1', name: 'Done', color: 0 }] } },
];

describe('the filter of a view', () => {
	const condition = (field_name: string, ...value: string[]) => ({ field_name, operator: 'is', value });

	it('names fields and options by their IDs, and each value as the JSON of a list', () => {
		const filter = { conjunction: 'and' as const, conditions: [condition('Name', '"a"'), condition('State', 'Done')] };
		expect(viewFilter(filter, FIELDS)).toEqual({
			conjunction: 'and',
			conditions: [
				{ field_id: 'fld1', operator: 'is', value: '["\\"a\\""]' },
				{ field_id: 'fld2', operator: 'is', value: '["opt1"]' },
			],
		});
	});

	it('refuses an option that is not there', () => {
		const filter = { conjunction: 'and' as const, conditions: [condition('State', 'Open')] };
		expect(() => viewFilter(filter, FIELDS)).toThrow("The field 'State' has no option 'Open'");
	});
});

describe('what a view is like', () => {
	it('is told by names', () => {
		const conditions = [
			{ field_id: 'fld2', operator: 'is', value: '["opt1","optgone"]' },
			{ field_id: 'fldgone', operator: 'isEmpty' },
			{ field_id: 'fld1', operator: 'is', value: 'words' },
		];
		const property = {
			hidden_fields: ['fld2', 'fldgone'],
			filter_info: { conjunction: 'or', conditions },
			hierarchy_config: { field_id: 'fld1' },
		};
		expect(plainViewProperty(property, FIELDS)).toEqual({
			hidden_fields: ['State', 'fldgone'],
			filter: {
				match: 'any',
				conditions: [
					{ field: 'State', operator: 'is', value: ['Done', 'optgone'] },
					{ field: 'fldgone', operator: 'isEmpty', value: [] },
					{ field: 'Name', operator: 'is', value: ['words'] },
				],
			},
			parent_field: 'Name',
		});
		expect(plainViewProperty({ filter_info: null, hierarchy_config: {} }, FIELDS)).toEqual({ hidden_fields: [] });
		expect(plainViewProperty(undefined, FIELDS)).toEqual({ hidden_fields: [] });
	});
});
