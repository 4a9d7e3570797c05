import { outputOf } from '../../../shared/operation/output';
import { FIELD_SHAPE } from '../field/output';

export const TABLE_SHAPE = { app_token: 'string', table_id: 'string', name: 'string', 'url?': 'string' } as const;

/** A table that was made. */
export const MADE_TABLE = outputOf({
	...TABLE_SHAPE,
	'default_view_id?': 'string',
	'fields?': [{ 'field_id?': 'string', field_name: 'string', kind: 'string', type: 'number', 'key?': 'string' }],
});

export const TABLE_WITH_FIELDS = outputOf({
	...TABLE_SHAPE,
	fields: [FIELD_SHAPE],
	'views?': [{ view_id: 'string', view_name: 'string', 'view_type?': 'string' }],
});
