import type { BaseField } from '../../../../feishu/base/baseField';
import { GET_FIELDS } from '../../../shared/base/contents';
import { tableField } from '../../../shared/base/table';
import { optionalViewField } from '../../../shared/base/view';
import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { defineOperation } from '../../../shared/operation/operation';
import { FIELD, fieldItem } from './output';

const view = optionalViewField({ description: 'Each field then says whether this view hides it' });
const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [view]);

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many fields',
	description: 'List the fields (columns) of a table with their types and options',
	endpoint: GET_FIELDS,
	scopes: ['base:field:read', 'bitable:app:readonly', 'bitable:app'],
	identity: 'either',
	fields: [tableField, pagingFields, simplifyField, options],
	output: FIELD,
	async run({ read, ...asking }) {
		const table = read(tableField);
		const limit = read(pagingFields);
		const simple = read(simplifyField);
		const { view: chosen } = read(options);
		const path = await table.path(asking);
		const view_id = await chosen?.id(asking, path);
		const fields = await asking.feishu.list(this.endpoint, { path, query: { view_id }, limit, pageSize: 100 });
		return fields.map((field) => fieldItem(path, field as unknown as BaseField, simple));
	},
});
