import { page } from '../../platform/paging';
import { integer, oneOf, text, withDefault } from '../../platform/validate';
import { openIdOf } from '../../state/operator';
import { spacePermission } from '../../state/permission';
import type { Space } from '../../state/wiki';
import { beginJob } from '../../drive/jobs';
import { reachSpace } from '../../wiki/access';
import { removeNode } from '../../wiki/nodes';
import { refused } from '../../wiki/problem';
import { addSpace } from '../../wiki/spaces';
import { READ, SPACES, WRITE, wikiRoute } from './wikiRoute';

const LANGUAGES = 'zh id de en es fr it pt vi ru hi th ko ja zh-HK zh-TW'.split(' ');

const spaceView = ({ name, description, space_id, space_type, visibility, open_sharing }: Space) => ({
	...{ name, description, space_id, space_type, visibility, open_sharing },
});

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/wiki-v2/space/list and its neighbors */
export const wikiSpaceRoutes = [
	wikiRoute({
		method: 'GET',
		path: SPACES,
		scopes: [...READ, 'wiki:space:retrieve'],
		query: {
			page_size: withDefault(integer({ min: 1, max: 50 }), 20),
			page_token: text(),
			space_type: text(),
		},
		handle({ platform: { store }, by, query }) {
			const all = [...store.wiki.spaces.values()].filter(
				(space) => space.space_type !== 'my_library' && spacePermission(store, space, by),
			);
			const { items, has_more, page_token } = page(all, {
				size: query.page_size,
				token: query.page_token,
				scope: 'spaces',
				invalidToken: () => refused.params('page_token'),
				uneven: store.settings.pages === 'uneven',
			});
			return { data: { items: items.map(spaceView), page_token: page_token ?? '', has_more } };
		},
	}),
	wikiRoute({
		method: 'POST',
		path: SPACES,
		tokens: ['user'],
		scopes: [...WRITE, 'wiki:space:write_only'],
		tier: 1,
		body: { name: text(), description: text(), open_sharing: oneOf(['open', 'closed']) },
		handle({ platform: { store }, by, body }) {
			const space = addSpace(store, { ...body, admin: openIdOf(by) });
			store.changed();
			return { data: { space: spaceView(space) } };
		},
	}),
	wikiRoute({
		method: 'GET',
		path: `${SPACES}/:space_id`,
		scopes: [...READ, 'wiki:space:read'],
		query: { lang: oneOf(LANGUAGES) },
		handle: ({ platform: { store }, by, params }) => ({
			data: { space: spaceView(reachSpace(store, by, params.space_id ?? '', 'view')) },
		}),
	}),
	/** No page tells of it; the official command line deletes spaces so. */
	wikiRoute({
		method: 'DELETE',
		path: `${SPACES}/:space_id`,
		scopes: ['wiki:space:read', 'wiki:space:write_only'],
		handle({ platform: { store }, by, params }) {
			const space = reachSpace(store, by, params.space_id ?? '', 'full_access');
			if (space.space_type === 'my_library') throw refused.params('a library stays');
			const task_id = beginJob(store, by, 'delete_space', () => {
				for (const node of store.wiki.nodes.values()) if (node.space_id === space.space_id) removeNode(store, node);
				store.wiki.spaces.delete(space.space_id);
				return { delete_space_result: { status: 'success' } };
			});
			return { data: { task_id } };
		},
	}),
	wikiRoute({
		method: 'PUT',
		path: `${SPACES}/:space_id/setting`,
		scopes: [...WRITE, 'wiki:setting:write_only'],
		body: {
			create_setting: oneOf(['admin_and_member', 'admin']),
			security_setting: oneOf(['allow', 'not_allow']),
			comment_setting: oneOf(['allow', 'not_allow']),
		},
		handle({ platform: { store }, by, params, body }) {
			const space = reachSpace(store, by, params.space_id ?? '', 'full_access');
			const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
			space.setting = { ...space.setting, ...given };
			store.changed();
			return { data: { setting: space.setting } };
		},
	}),
];
