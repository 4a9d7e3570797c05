import { addressOf } from '../../drive/addresses';
import { seconds, timesOf } from '../../drive/times';
import { PlatformError } from '../../platform/envelope';
import { page } from '../../platform/paging';
import { integer, required, text, withDefault } from '../../platform/validate';
import { nodePermission } from '../../wiki/access';
import { titleOf } from '../../wiki/nodes';
import { READ, wikiRoute } from './wikiRoute';

const LONGEST = 50;

/** Its page has codes of its own, at HTTP 200. */
const invalid = () => new PlatformError(10001, 'invalid param', { http: 200 });

/** The types in the numbers of this endpoint alone. */
const NUMBERS: Readonly<Record<string, number>> = {
	...{ doc: 1, sheet: 2, bitable: 3, mindnote: 4, file: 5, wiki: 7, docx: 8, folder: 9, catalog: 10, slides: 11 },
};

const search = (path: string) =>
	wikiRoute({
		method: 'POST',
		path,
		tokens: ['user'],
		scopes: [...READ, 'search:docs:read'],
		query: { page_size: withDefault(integer({ min: 1, max: 50 }), 20), page_token: text() },
		body: { query: required(text()), space_id: text(), node_id: text() },
		handle({ platform: { store }, by, query, body }) {
			const { query: words, space_id: space, node_id: node } = body;
			if (words.length > LONGEST) throw invalid();
			if (node !== undefined && space === undefined) throw invalid();
			const root = node === undefined ? undefined : store.wiki.nodes.get(node);
			const among = node === undefined ? [...store.wiki.nodes.values()] : root ? store.wiki.treeOf(root) : [];
			const found = among
				.filter((each) => (space === undefined || each.space_id === space) && nodePermission(store, each, by))
				.filter((each) => titleOf(store, each).toLowerCase().includes(words.toLowerCase()));
			const { items, has_more, page_token } = page(found, {
				size: query.page_size,
				token: query.page_token,
				scope: JSON.stringify(body),
				invalidToken: invalid,
			});
			const nodes = items.map((each) => ({
				node_id: each.node_token,
				space_id: each.space_id,
				obj_type: NUMBERS[each.obj_type],
				obj_token: each.obj_token,
				parent_id: each.parent,
				title: titleOf(store, each),
				url: addressOf('wiki', each.node_token),
				icon: '',
				create_time: seconds(each.created),
				update_time: seconds(timesOf(store, each.obj_token).modified),
				delete_time: '0',
				child_num: store.wiki.childrenOf(each, each.node_token).length,
				version: 1,
			}));
			return { data: { items: nodes, page_token: page_token ?? '', has_more } };
		},
	});

/** For people alone. Source: https://open.feishu.cn/document/ukTMukTMukTM/uEzN0YjLxcDN24SM3QjN/search_wiki */
export const wikiSearchRoutes = [search('/open-apis/wiki/v1/nodes/search'), search('/open-apis/wiki/v2/nodes/search')];
