import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { GET_SPACES, SPACE_SCOPES, spacesSeen } from '../../../shared/wiki/spaces';
import { SPACE } from './output';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many wikis',
	description: 'List the wikis that the app was let into, or that the person may see',
	endpoint: GET_SPACES,
	scopes: SPACE_SCOPES,
	identity: 'either',
	fields: [pagingFields],
	output: SPACE,
	async run({ read, feishu }) {
		const limit = read(pagingFields);
		const found = [];
		for await (const space of spacesSeen(feishu)) {
			found.push(space);
			if (found.length >= limit) break;
		}
		return found;
	},
});
