import { text } from '../../../feishu/json';
import { listSearch } from '../fields/listSearch';

/** Kinds of user groups, ordinary ones first: the platform lists one at a time. */
const KINDS = [1, 2];

/** User groups. The platform has no search for them. */
export const searchUserGroups = listSearch({
	what: 'user groups',
	scopes: ['contact:group:readonly'],
	keepMs: 30_000,
	async *entries({ feishu }) {
		for (const type of KINDS)
			for await (const group of feishu.records('GET /open-apis/contact/v3/group/simplelist', {
				query: { type },
				itemsKey: 'grouplist',
				pageSize: 100,
			})) {
				const value = text(group.id);
				yield { name: text(group.name) || value, value };
			}
	},
	nothing: {
		message: 'The app sees no user groups',
		advice:
			'User groups are made in the admin console. The app sees those in its contact range (developer console: Permissions & Scopes → Data permissions).',
	},
});
