import type { BaseField } from '../../../../feishu/base/baseField';
import { newField, type FieldBody } from '../../../../feishu/base/fieldProperty';
import type { JsonObject } from '../../../../feishu/json';
import { forgetFields } from '../../../shared/base/contents';
import { tableField } from '../../../shared/base/table';
import { perTable } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { detailsField } from './details';
import { kindField, withTableId } from './kinds';
import { fieldName } from './names';
import { FIELD, fieldItem } from './output';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a field',
	description: 'Add a field (column) of any type to a table',
	endpoint: 'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/fields',
	scopes: ['base:field:create', 'bitable:app'],
	identity: 'either',
	fields: [tableField, fieldName, kindField, detailsField],
	output: FIELD,
	orderBy: ({ read }) => JSON.stringify(read(tableField).base.address),
	async run({ read, uuid, ...asking }) {
		const table = read(tableField);
		const field_name = read(fieldName);
		const { choice, value } = read(kindField);
		const { description, property } = read(detailsField);
		// What is wrong with its settings is told before any call.
		newField(choice, value);
		const path = await table.path(asking);
		const field = newField(choice, await withTableId(value, table.base, asking));
		const { field: made } = await asking.feishu.call<{ field: BaseField }>(this.endpoint, {
			path,
			// With it, the same field is made once however often it is asked for.
			query: { client_token: uuid },
			body: { field_name, ...withDetails(field, { description, property }) },
			idempotent: true,
			paces: [perTable(path)],
		});
		forgetFields(asking, path);
		return fieldItem(path, made);
	},
});

/** The field with what no form has. */
export function withDetails(
	field: Omit<FieldBody, 'field_name'>,
	{ description = '', property }: { description?: string; property?: JsonObject },
): JsonObject {
	const whole = { ...field.property, ...property };
	return {
		...field,
		...(Object.keys(whole).length > 0 && { property: whole }),
		...(description !== '' && { description: { text: description } }),
	};
}
