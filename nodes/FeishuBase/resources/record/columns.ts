import type { Entered } from '../../../../feishu/base/enteredCells';
import { OPEN_ID_CALLS } from '../../../shared/contact/openIds';
import { GET_FIELDS } from '../../../shared/base/contents';
import { SEARCH_RECORDS } from '../../../shared/base/searching';
import { mapperField, type Mapped } from '../../../shared/fields/mapper';
import type { Field } from '../../../shared/operation/field';
import { getBaseColumns } from './getBaseColumns';

/** Values for the columns of the table; what they name may have to be looked up, or uploaded. */
export function columnsField(mode: 'add' | 'upsert'): Field<Mapped, 'columns'> {
	return mapperField({
		displayName: 'Columns',
		name: 'columns',
		description:
			'Map Automatically takes the keys of each item that are called like a field of the table; an expression may give an object of values by field name',
		typeOptions: {
			loadOptionsDependsOn: ['base.value', 'table.value'],
			resourceMapper: {
				resourceMapperMethod: 'getBaseColumns',
				mode,
				fieldWords: { singular: 'column', plural: 'columns' },
				valuesLabel: 'Values',
				addAllFields: true,
				multiKeyMatch: mode === 'upsert',
				supportAutoMap: true,
				noFieldsError: 'The table has no columns that can be written',
			},
		},
		mapping: { getBaseColumns },
		calls: [GET_FIELDS, SEARCH_RECORDS, ...OPEN_ID_CALLS],
	});
}

/** The values of one item. @param json the item's own */
export function enteredIn(mapped: Mapped, json: Record<string, unknown>): Entered {
	return mapped.from === 'item' ? { from: 'item', values: json } : mapped;
}
