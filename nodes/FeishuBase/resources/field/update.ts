import type { BaseField } from '../../../../feishu/base/baseField';
import { changedField } from '../../../../feishu/base/changedField';
import { CallError } from '../../../../feishu/api/call';
import { columnField } from '../../../shared/base/column';
import { forgetFields } from '../../../shared/base/contents';
import { tableField } from '../../../shared/base/table';
import { perTable } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { changesField } from './changes';
import { withTableId } from './kinds';
import { FIELD_SHAPE, fieldItem } from './output';

const column = columnField();

/** The platform's word for a field that is like that already. */
const NOTHING_CHANGED = 1254606;

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a field',
	description: 'Change name, type or settings of a field (column); what is not named stays, options among it',
	endpoint: 'PUT /open-apis/bitable/v1/apps/:app_token/tables/:table_id/fields/:field_id',
	scopes: ['base:field:update', 'bitable:app'],
	identity: 'either',
	fields: [tableField, column, changesField],
	output: outputOf({
		app_token: 'string',
		table_id: 'string',
		...FIELD_SHAPE,
		changed: 'boolean',
		'type_changed?': 'boolean',
	}),
	orderBy: ({ read }) => JSON.stringify(read(tableField).base.address),
	async run({ read, ...asking }) {
		const table = read(tableField);
		const chosen = read(column);
		const changes = read(changesField);
		const path = await table.path(asking);
		const field = await chosen.field(asking, path);
		const settings = await withTableId(changes.settings, table.base, asking);
		const body = changedField(field, { ...changes, settings });
		const request = {
			path: { ...path, field_id: field.field_id },
			body: { ...body },
			idempotent: true,
			paces: [perTable(path)],
		};
		const { field: made } = await asking.feishu
			.call<{ field: BaseField | undefined }>(this.endpoint, request)
			.catch((error: unknown) => ({ field: asItWas(error) }));
		forgetFields(asking, path);
		return {
			...fieldItem(path, made ?? field),
			changed: made !== undefined,
			...(made && made.type !== field.type && { type_changed: true }),
		};
	},
});

/** Undefined where nothing had to be changed. @throws all else */
function asItWas(error: unknown): undefined {
	if (error instanceof CallError && error.failure.code === NOTHING_CHANGED) return undefined;
	throw error;
}
