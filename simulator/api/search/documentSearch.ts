import { addressOf } from '../../drive/addresses';
import { timesOf } from '../../drive/times';
import { rawContent } from '../../docs/rawContent';
import { BOTH } from '../../gateway/tokens';
import { type Call, defineRoute } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { page } from '../../platform/paging';
import { flag, integer, nested, required, text, texts, type Values, withDefault } from '../../platform/validate';
import { allItems, type Item } from '../../state/documents';
import { permissionOn } from '../../state/permission';
import type { Store } from '../../state/store';

type Asking = Pick<Call, 'platform' | 'by'>;

const SCOPES = ['search:docs:read'];
const MOST_FOUND = 200;

const RANGE = nested({ start: integer({ min: 0 }), end: integer({ min: 0 }) });
const COMMON = {
	creator_ids: texts({ max: 20 }),
	doc_types: texts({ max: 10 }),
	only_title: withDefault(flag(), false),
	open_time: RANGE,
	create_time: RANGE,
	sort_type: text(),
};
const DOC_FILTER = nested({ ...COMMON, folder_tokens: texts({ max: 50 }) });
const WIKI_FILTER = nested({ ...COMMON, space_ids: texts({ max: 50 }) });
type Filter = Values<typeof COMMON> & { folder_tokens?: string[]; space_ids?: string[] };

const params = (what: string) => new PlatformError(1274001, `invalid param: ${what}`);

/** The words of a document beside its title; of other types there are none here. */
const wordsOf = (store: Store, { type, token }: Item): string => {
	const { tree } = (type === 'docx' && store.docs.all.get(token)) || {};
	return tree ? rawContent(store, tree.all(), false) : '';
};

const visible = ({ platform: { store }, by }: Asking): Item[] =>
	allItems(store).filter((item) => item.type !== 'shortcut' && permissionOn(store, item, by));

const has = (list: readonly string[] | undefined, one: string) =>
	list === undefined || list.length === 0 || list.includes(one);

/** What an ID of one app is in the store does not matter: who is asked for is compared as the app knows them. */
function fits({ platform: { store }, by }: Asking, item: Item, words: string, filter: Filter): boolean {
	const node = item.inWiki ? store.wiki.pageOf(item.token) : undefined;
	const { created } = timesOf(store, item.token);
	const at = Math.floor(created / 1000);
	const { start = 0, end = Infinity } = filter.create_time ?? {};
	const inTitle = item.name.toLowerCase().includes(words);
	return (
		(inTitle || (!filter.only_title && wordsOf(store, item).toLowerCase().includes(words))) &&
		has(filter.creator_ids, store.directory.idFor(by.app, item.owner)) &&
		has(filter.doc_types, item.type.toUpperCase()) &&
		has(filter.folder_tokens, item.folder) &&
		has(filter.space_ids, node?.space_id ?? '') &&
		at >= start &&
		at <= end
	);
}

/** The words that were looked for are marked, all else is as it stands there. */
function marked(words: string, title: string): string {
	const at = words === '' ? -1 : title.toLowerCase().indexOf(words);
	if (at < 0) return title;
	return `${title.slice(0, at)}<h>${title.slice(at, at + words.length)}</h>${title.slice(at + words.length)}`;
}

function unitView({ platform: { store }, by }: Asking, item: Item, words: string): object {
	const node = item.inWiki ? store.wiki.pageOf(item.token) : undefined;
	const { created, modified } = timesOf(store, item.token);
	const person = store.directory.idFor(by.app, item.owner);
	const name = store.contact.users.get(item.owner)?.name ?? store.apps.byBot(item.owner)?.name ?? '';
	const [created_at, modified_at] = [Math.floor(created / 1000), Math.floor(modified / 1000)];
	return {
		title_highlighted: marked(words, item.name),
		summary_highlighted: marked(words, wordsOf(store, item).split('\n').slice(1).join(' ').trim().slice(0, 200)),
		entity_type: node ? 'WIKI' : 'DOC',
		result_meta: {
			doc_types: item.type.toUpperCase(),
			update_time: modified_at,
			url: node ? addressOf('wiki', node.node_token) : addressOf(item.type, item.token),
			owner_name: name,
			owner_id: person,
			is_cross_tenant: false,
			create_time: created_at,
			last_open_time: modified_at,
			edit_user_id: person,
			edit_user_name: name,
			token: node?.node_token ?? item.token,
			...(item.type === 'file' && { file_type: /\.([^.]+)$/.exec(item.name)?.[1] ?? '' }),
			icon_info: '',
		},
	};
}

/** Documents that somebody could find themselves. */
export const documentSearchRoutes = [
	/** Of people, by its page; apps have been seen to get an answer. Source: https://open.feishu.cn/document/ukTMukTMukTM/ugDM4UjL4ADO14COwgTN */
	defineRoute({
		method: 'POST',
		path: '/open-apis/suite/docs-api/search/object',
		tokens: BOTH,
		scopes: [...SCOPES, 'drive:drive', 'drive:drive:readonly'],
		body: {
			search_key: required(text(), { allowEmpty: true }),
			count: withDefault(integer({ min: 0, max: 50 }), 10),
			offset: withDefault(integer({ min: 0 }), 0),
			owner_ids: texts(),
			chat_ids: texts(),
			docs_types: texts(),
		},
		handle(call) {
			const { platform, by, body } = call;
			const { store } = platform;
			if (!by.user && store.settings.driveTenantSearch === 'refused')
				throw new PlatformError(
					99991663,
					'Invalid access token for authorization. Please make a test attempt with another token.',
				);
			if (body.offset + body.count >= MOST_FOUND) throw new PlatformError(1061002, 'params error.');
			const words = body.search_key.toLowerCase();
			const typeOf = ({ type }: Item) => (type === 'docx' ? 'doc' : type);
			const all = visible(call).filter(
				(item) =>
					(item.name.toLowerCase().includes(words) || wordsOf(store, item).toLowerCase().includes(words)) &&
					has(body.owner_ids, store.directory.idFor(by.app, item.owner)) &&
					has(body.docs_types, typeOf(item)),
			);
			const found = all.slice(body.offset, body.offset + body.count);
			const docs_entities = found.map((item) => ({
				docs_token: item.token,
				docs_type: item.type,
				title: item.name,
				owner_id: store.directory.idFor(by.app, item.owner),
			}));
			return { data: { docs_entities, has_more: body.offset + found.length < all.length, total: all.length } };
		},
	}),
	/** Without a filter for a kind of places nothing there is found. Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/search-v2/doc_wiki/search */
	defineRoute({
		method: 'POST',
		path: '/open-apis/search/v2/doc_wiki/search',
		tokens: ['user'],
		scopes: SCOPES,
		tier: 3,
		body: {
			query: required(text({ max: 50 }), { allowEmpty: true }),
			doc_filter: DOC_FILTER,
			wiki_filter: WIKI_FILTER,
			page_token: text(),
			page_size: withDefault(integer({ min: 0, max: 20 }), 0),
		},
		handle(call) {
			const { doc_filter: docs, wiki_filter: wikis, query } = call.body;
			if (!docs && !wikis) throw params('missing required fields');
			const words = query.toLowerCase();
			const all = visible(call).filter((item) => {
				const filter: Filter | undefined = item.inWiki ? wikis : docs;
				return filter !== undefined && fits(call, item, words, filter);
			});
			const { items, has_more, page_token } = page(all, {
				size: call.body.page_size || 15,
				token: call.body.page_token,
				scope: JSON.stringify([query, docs, wikis]),
				invalidToken: () => params('page_token'),
			});
			const res_units = items.map((item) => unitView(call, item, words));
			return { data: { total: all.length, has_more, res_units, page_token: page_token ?? '' } };
		},
	}),
];
