import { makeDocument, type MadeType } from '../../drive/make';
import { page } from '../../platform/paging';
import { integer, oneOf, required, text, withDefault } from '../../platform/validate';
import { openIdOf } from '../../state/operator';
import type { WikiNode } from '../../state/wiki';
import { nodePermission, reachNode, reachSpace, requirePlace, spaceOf } from '../../wiki/access';
import { nodeView, putNode, putPage, requireRoom, titleOf } from '../../wiki/nodes';
import { refused } from '../../wiki/problem';
import { settleJobs } from '../../drive/jobs';
import { changing, NODES, READ, SPACES, WRITE, wikiRoute } from './wikiRoute';

const MADE: readonly MadeType[] = ['docx', 'sheet', 'bitable', 'mindnote', 'slides'];
const OBJ_TYPES = ['doc', 'sheet', 'mindnote', 'bitable', 'file', 'docx', 'slides'] as const;

/** A type that can be made empty in a wiki. */
function madeType(given: string): MadeType {
	if (given === 'doc') throw refused.olderDocument();
	const type = MADE.find((each) => each === given);
	if (!type) throw refused.params(`obj_type ${given}`);
	return type;
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/wiki-v2/space-node/create and its neighbors */
export const wikiNodeRoutes = [
	wikiRoute({
		method: 'GET',
		path: `${SPACES}/get_node`,
		scopes: [...READ, 'wiki:node:read'],
		tier: 11,
		query: { token: required(text({ max: 999 })), obj_type: withDefault(oneOf([...OBJ_TYPES, 'wiki']), 'wiki') },
		handle({ platform: { store }, by, query: { token, obj_type: type } }) {
			settleJobs(store);
			const holds = (node: WikiNode) =>
				node.obj_type === type && node.node_type === 'origin' && node.obj_token === token;
			const found = type === 'wiki' ? token : [...store.wiki.nodes.values()].find(holds)?.node_token;
			if (found === undefined || !store.wiki.nodes.has(found)) throw refused.notFound('document is not in wiki');
			const node = reachNode(store, by, { token: found, needed: 'view' });
			return { data: { node: nodeView(store, by.app, node) } };
		},
	}),
	wikiRoute({
		method: 'GET',
		path: NODES,
		scopes: [...READ, 'wiki:node:retrieve'],
		tier: 8,
		query: { page_size: withDefault(integer({ min: 1, max: 50 }), 20), page_token: text(), parent_node_token: text() },
		handle({ platform: { store }, by, params, query }) {
			const { space_id: id = '' } = params;
			const parent = query.parent_node_token ?? '';
			settleJobs(store);
			const space = parent === '' ? reachSpace(store, by, id, 'view') : spaceOf(store, by, id);
			if (parent !== '') reachNode(store, by, { token: parent, space: space.space_id, needed: 'view' });
			const all = store.wiki.childrenOf(space, parent).filter((node) => nodePermission(store, node, by));
			const { items, has_more, page_token } = page(all, {
				size: query.page_size,
				token: query.page_token,
				scope: `nodes ${space.space_id} ${parent}`,
				invalidToken: () => refused.params('page_token'),
				uneven: store.settings.pages === 'uneven',
			});
			const nodes = items.map((node) => nodeView(store, by.app, node));
			return { data: { items: nodes, page_token: page_token ?? '', has_more } };
		},
	}),
	wikiRoute({
		method: 'POST',
		path: NODES,
		scopes: [...WRITE, 'wiki:node:create'],
		body: {
			obj_type: required(oneOf(OBJ_TYPES)),
			node_type: required(oneOf(['origin', 'shortcut'])),
			parent_node_token: text(),
			origin_node_token: text(),
			title: text(),
		},
		async handle(call) {
			const { platform, by, body } = call;
			const { store } = platform;
			const { parent_node_token: parent = '', origin_node_token: origin = '', title = '' } = body;
			const space = spaceOf(store, by, call.params.space_id ?? '');
			if (body.node_type === 'shortcut' && origin === '') throw refused.params('origin_node_token');
			const source =
				body.node_type === 'shortcut' ? reachNode(store, by, { token: origin, needed: 'view' }) : undefined;
			if (source && source.obj_type !== body.obj_type) throw refused.params('obj_type is not that of the origin');
			const type = source ? undefined : madeType(body.obj_type);
			requirePlace(store, by, space, parent);
			requireRoom(store, space, parent);
			const creator = openIdOf(by);
			const node = await changing(call, [space], () => {
				if (source) {
					const { obj_type, obj_token, node_token: origin_node_token } = source;
					const named = title === '' ? titleOf(store, source) : title;
					const as = { node_type: 'shortcut', title: named, origin_node_token } as const;
					return putNode(store, { ...as, space_id: space.space_id, obj_type, obj_token, parent, creator });
				}
				const item = makeDocument(store, type ?? 'docx', { title, owner: creator, in_wiki: true });
				return putPage(store, space, item, { parent, creator });
			});
			return { data: { node: nodeView(store, by.app, node) } };
		},
	}),
];
