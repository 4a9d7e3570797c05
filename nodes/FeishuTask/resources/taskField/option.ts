import type { IDataObject } from 'n8n-workflow';

import { outputOf } from '../../../shared/operation/output';

/** As the pages have it: those of lists, and of fields the one for writing alone. */
export const SCOPES = ['task:custom_field:writeonly', 'task:tasklist:write'];

export const OPTION = outputOf({
	guid: 'string',
	name: 'string',
	'color_index?': 'any',
	'is_hidden?': 'boolean',
	'field_guid?': 'string',
});

export interface OptionAnswer {
	option: IDataObject;
}
