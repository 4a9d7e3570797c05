import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/operation';
import { spaceField } from '../../../shared/wiki/space';
import { SPACE } from './output';

const space = spaceField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a wiki',
	description: 'Get the name, the description and the kind of a wiki',
	endpoint: 'GET /open-apis/wiki/v2/spaces/:space_id',
	scopes: ['wiki:space:read', 'wiki:wiki:readonly', 'wiki:wiki'],
	identity: 'either',
	fields: [space],
	output: SPACE,
	async run({ read, ...asking }) {
		const space_id = await read(space).id(asking);
		const { space: found } = await asking.feishu.call<{ space: IDataObject }>(this.endpoint, { path: { space_id } });
		return found;
	},
});
