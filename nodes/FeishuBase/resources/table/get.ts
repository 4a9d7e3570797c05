import { plainField } from '../../../../feishu/base/plainField';
import { fieldsOf, GET_FIELDS, GET_VIEWS, tablesOf, viewsOf } from '../../../shared/base/contents';
import { tableField } from '../../../shared/base/table';
import { simplifyField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { flagField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { TABLE_WITH_FIELDS } from './output';

const includeViews = flagField({
	displayName: 'Include Views',
	name: 'includeViews',
	default: true,
	description: 'Whether the views of the table are listed as well',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [includeViews]);

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a table',
	description: 'Get a table with its fields, their types and options: what one has to know to write into it',
	endpoint: GET_FIELDS,
	alsoCalls: [GET_VIEWS],
	scopes: ['base:field:read', 'bitable:app:readonly', 'bitable:app'],
	identity: 'either',
	fields: [tableField, simplifyField, options],
	output: TABLE_WITH_FIELDS,
	async run({ read, ...asking }) {
		const table = read(tableField);
		const simple = read(simplifyField);
		const { includeViews: withViews = false } = read(options);
		const path = await table.path(asking);
		const fields = await fieldsOf(asking, path);
		const tables = await tablesOf(asking, path.app_token);
		const name = tables.find(({ table_id }) => table_id === path.table_id)?.name ?? '';
		const views = withViews ? await viewsOf(asking, path) : undefined;
		return {
			app_token: path.app_token,
			table_id: path.table_id,
			name,
			url: await table.base.addressOf(asking, path),
			fields: simple ? fields.map(plainField) : fields,
			...(views && { views }),
		};
	},
});
