import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { READ_SCOPES } from '../../scopes';
import { FLOATING, floatingItem, IMAGES, type FloatImage } from './floating';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many floating images',
	description: 'List the pictures that lie over the cells of a sheet; those in cells are read with the cells',
	endpoint: `GET ${IMAGES}/query`,
	scopes: READ_SCOPES,
	identity: 'either',
	fields: [sheetField, pagingFields],
	output: FLOATING,
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const limit = read(pagingFields);
		const path = await chosen.path(asking);
		const { items = [] } = await asking.feishu.call<{ items?: FloatImage[] }>(this.endpoint, {
			path,
			idempotent: true,
		});
		return items.slice(0, limit).map((image) => floatingItem(path, image));
	},
});
