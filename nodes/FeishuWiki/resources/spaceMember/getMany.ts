import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { MEMBER, space } from './chosen';

/** The largest page. Source: …/wiki-v2/space-member/list */
const PAGE = 50;

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many members of a wiki',
	description: 'List who was let into a wiki, and in which role',
	endpoint: 'GET /open-apis/wiki/v2/spaces/:space_id/members',
	scopes: ['wiki:member:retrieve', 'wiki:wiki:readonly', 'wiki:wiki'],
	identity: 'either',
	fields: [space, pagingFields],
	output: outputOf(MEMBER),
	async run({ read, ...asking }) {
		const place = read(space);
		const limit = read(pagingFields);
		const space_id = await place.id(asking);
		return await asking.feishu.list(this.endpoint, { path: { space_id }, limit, pageSize: PAGE, itemsKey: 'members' });
	},
});
