import type { BaseField } from '../../../../feishu/base/baseField';
import type { Entered } from '../../../../feishu/base/enteredCells';
import { findField } from '../../../../feishu/base/fieldNamed';
import { isObject, type JsonObject } from '../../../../feishu/json';
import { PEOPLE_CALLS } from '../../../shared/contact/people';
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
			'Map Automatically takes the keys of each item that are called like a field of the table, and records as they come with Simplify off; an expression may give an object of values by field name',
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
				noFieldsError: 'There are no columns to fill in yet',
			},
		},
		mapping: { getBaseColumns },
		calls: [GET_FIELDS, SEARCH_RECORDS, ...PEOPLE_CALLS],
	});
}

/** The values of one item. @param json the item's own @param fields of the table */
export function enteredIn(mapped: Mapped, json: JsonObject, fields: readonly BaseField[]): Entered {
	return mapped.from === 'item' ? { from: 'item', values: unwrapped(json, fields) } : mapped;
}

/**
 * A record as the platform gives it holds its cells under `fields`, as with Simplify off: they are taken from there, unless
 * the table has a column of that name. What stands beside them was put there later, and goes before them.
 */
function unwrapped({ fields: cells, ...rest }: JsonObject, fields: readonly BaseField[]): JsonObject {
	if (cells === undefined) return rest;
	const isRaw = isObject(cells) && findField('fields', fields) === undefined;
	return isRaw ? { ...cells, ...rest } : { ...rest, fields: cells };
}
