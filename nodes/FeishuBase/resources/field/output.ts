import type { IDataObject } from 'n8n-workflow';

import type { BaseField } from '../../../../feishu/base/baseField';
import { plainField } from '../../../../feishu/base/plainField';
import type { TablePath } from '../../../shared/base/contents';
import { outputOf } from '../../../shared/operation/output';

/** What is told of a field; the rest depends on its kind. */
export const FIELD_SHAPE = {
	field_id: 'string',
	field_name: 'string',
	kind: 'string',
	type: 'number',
	'ui_type?': 'string',
	is_primary: 'boolean',
	read_only: 'boolean',
	'is_hidden?': 'boolean',
	'description?': 'string',
	'options?': ['string'],
	'linked_table?': { table_id: 'string', name: 'string' },
	'multiple?': 'boolean',
	'format?': 'string',
	'currency?': 'string',
	'min?': 'number',
	'max?': 'number',
	'formula?': 'string',
} as const;

export const FIELD = outputOf({ app_token: 'string', table_id: 'string', ...FIELD_SHAPE });

/** A field as an item, with the table that it belongs to. @param simple set for the readable form */
export function fieldItem({ app_token, table_id }: TablePath, field: BaseField, simple = true): IDataObject {
	return { app_token, table_id, ...(simple ? plainField(field) : field) } as IDataObject;
}
