import type { IDataObject } from 'n8n-workflow';

import { isObject, type JsonObject, object, text } from '../../../../feishu/json';
import { guidIn } from '../../../../feishu/task/taskAddress';
import { listSearch } from '../../../shared/fields/listSearch';
import { fromList, locatorField, TEXT } from '../../../shared/fields/locator';
import { numberField } from '../../../shared/fields/plain';
import { mappedField } from '../../../shared/operation/field';
import { outputOf } from '../../../shared/operation/output';
import { chosenList } from '../../common/chosenList';
import { GET_FIELDS, PAGE, READ_FIELDS } from '../../common/endpoints';
import { tasklistField } from '../../common/tasklist';

export const tasklist = tasklistField();

const searchCustomFields = listSearch({
	what: 'custom fields',
	scopes: READ_FIELDS,
	of: chosenList,
	async *entries(ask) {
		const query = { resource_type: 'tasklist', resource_id: chosenList(ask) };
		const fields = ask.feishu.records(GET_FIELDS, { query, pageSize: PAGE, itemsKey: 'items' });
		for await (const { guid, name } of fields) yield { name: text(name), value: text(guid) };
	},
	nothing: { message: 'The task list has no custom field', advice: 'Make one: Custom Field → Create' },
});

export const field = mappedField(
	locatorField({
		displayName: 'Custom Field',
		name: 'customField',
		description: 'A field of the task list',
		modes: [
			fromList('searchCustomFields', 'Choose a field…'),
			{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. 5ffbe0ca-6600-41e0-a634-2b38cbcf13b8' },
		],
		searches: { searchCustomFields },
	}),
	({ value }, label) => guidIn('customField', label, value),
);

export const color = numberField({
	displayName: 'Color',
	name: 'optionColor',
	typeOptions: { minValue: 0, maxValue: 54 },
	default: 0,
	description: 'The number of a color, 0 to 54',
});

/** Source: …/task-v2/custom_field/get */
export const CUSTOM_FIELD = outputOf({
	guid: 'string',
	name: 'string',
	type: 'string',
	'options?': [{ guid: 'string', name: 'string', 'color_index?': 'any', 'is_hidden?': 'boolean' }],
	'setting?': { '*': 'any' },
});

/** With what its type says: the options, or how it is shown. */
export function fieldItem(found: JsonObject): IDataObject {
	const type = text(found.type);
	const { options, ...setting } = object(found[`${type}_setting`]);
	return {
		guid: text(found.guid),
		name: text(found.name),
		type,
		...(Array.isArray(options) && { options: options.filter(isObject) as IDataObject[] }),
		...(Object.keys(setting).length > 0 && { setting: setting as IDataObject }),
	};
}

export interface Answer {
	custom_field: JsonObject;
}
