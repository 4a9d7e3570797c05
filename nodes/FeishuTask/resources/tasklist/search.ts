import { object, text } from '../../../../feishu/json';
import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { shortText } from '../../common/texts';

const query = shortText(
	{
		displayName: 'Search For',
		name: 'searchFor',
		required: true,
		placeholder: 'e.g. release',
		description: 'Words of the names',
	},
	50,
);

/** Results of one page, and of all. Source: the API Explorer of tasklists/search */
const SEARCH_PAGE = 30;

const SEARCH_MOST = 150;

export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search task lists',
	description: 'Find task lists by words of their names, as a person; Feishu gives the first 150',
	endpoint: 'POST /open-apis/task/v2/tasklists/search',
	scopes: ['task:tasklist:read'],
	identity: 'user',
	fields: [query, pagingFields],
	output: outputOf({ guid: 'string', 'name?': 'string', 'url?': 'string' }),
	async run({ read, feishu }) {
		const body = { query: read(query) };
		const limit = Math.min(read(pagingFields), SEARCH_MOST);
		const found = await feishu.list(this.endpoint, { body, limit, pageSize: SEARCH_PAGE, idempotent: true });
		return found.map(({ id, display_info, meta_data }) => ({
			guid: text(id),
			name: text(display_info),
			...(text(object(meta_data).app_link) && { url: text(object(meta_data).app_link) }),
		}));
	},
});
