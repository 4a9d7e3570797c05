import { text } from '../../../feishu/json';
import { listSearch, type Ask } from '../fields/listSearch';
import type { Entry } from '../fields/listWalks';
import { pagesIn } from './pagesIn';
import { NO_WIKI } from './searchSpaces';
import { NODE_SCOPES, spacesSeen } from './spaces';

const SEARCH = 'POST /open-apis/wiki/v1/nodes/search';

/** Pages of all wikis, each with the pages above it. A person's are found by the platform. */
export const searchPages = listSearch({
	what: 'pages',
	scopes: NODE_SCOPES,
	keepMs: 60_000,
	entries: ({ feishu }) => pagesSeen(feishu),
	nothing: { message: 'No page of a wiki that can be seen', advice: NO_WIKI },
	person: {
		scopes: ['wiki:wiki:readonly', 'wiki:wiki', 'search:docs:read'],
		entries: found,
		foundBy: 'titles and contents',
		nothing: { message: 'No page of a wiki that can be seen', advice: 'Paste the address of the page (By URL).' },
	},
});

async function* pagesSeen(feishu: Ask['feishu']): AsyncGenerator<Entry> {
	for await (const { space_id, name } of spacesSeen(feishu))
		for await (const { page, path } of pagesIn(feishu, { space_id: text(space_id) }))
			yield { name: [text(name), ...path].join(' / '), value: text(page.node_token) };
}

/** The platform takes up to 50 characters. Source: …/wiki-v1/search/search_wiki */
async function* found({ feishu, filter }: Ask): AsyncGenerator<Entry> {
	const pages = feishu.records(SEARCH, { body: { query: filter.slice(0, 50) }, pageSize: 20, itemsKey: 'items' });
	for await (const { title, node_id, url } of pages)
		yield { name: text(title), value: text(node_id), ...(url !== undefined && { url: text(url) }) };
}
