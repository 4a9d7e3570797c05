import { text } from '../../../feishu/json';
import { listSearch, type Ask } from '../fields/listSearch';
import type { Entry } from '../fields/listWalks';

const FILES = 'GET /open-apis/drive/v1/files';
const SPACES = 'GET /open-apis/wiki/v2/spaces';
const NODES = 'GET /open-apis/wiki/v2/spaces/:space_id/nodes';

/** The largest pages of these lists. */
const PAGE = { files: 200, wiki: 50 };

/**
 * Bases in the folders of whoever asks and in the wikis that they may see. What others share lies in neither list, which
 * is why an address can be pasted.
 */
export const searchBases = listSearch({
	what: 'bases',
	scopes: ['drive:drive:readonly', 'drive:drive', 'space:document:retrieve'],
	keepMs: 60_000,
	async *entries({ feishu }) {
		const refusals: unknown[] = [];
		let found = 0;
		for (const all of [inFolders, inWikis]) {
			for await (const entry of asFarAs(all(feishu), refusals)) {
				found++;
				yield entry;
			}
		}
		if (found === 0 && refusals.length > 0) throw refusals[0];
	},
	nothing: {
		message: 'No base in the folders and wikis that can be listed',
		advice:
			'An app sees only what it made and the wikis that it was added to. Paste the address of the base (By URL); the app has to be added to it: … → More → Add document app.',
	},
});

/** What comes before a refusal; the refusal is kept for whoever has nothing else to tell. */
async function* asFarAs(entries: AsyncIterable<Entry>, refusals: unknown[]): AsyncGenerator<Entry> {
	try {
		yield* entries;
	} catch (error) {
		refusals.push(error);
	}
}

async function* inFolders(feishu: Ask['feishu'], folder_token?: string): AsyncGenerator<Entry> {
	const folders: string[] = [];
	const query = { folder_token };
	for await (const file of feishu.records(FILES, { query, pageSize: PAGE.files, itemsKey: 'files' })) {
		if (file.type === 'folder') folders.push(text(file.token));
		if (file.type === 'bitable') yield entryOf(text(file.name), text(file.token), text(file.url));
	}
	for (const folder of folders) yield* inFolders(feishu, folder);
}

async function* inWikis(feishu: Ask['feishu']): AsyncGenerator<Entry> {
	for await (const space of feishu.records(SPACES, { pageSize: PAGE.wiki, itemsKey: 'items' }))
		yield* inWiki(feishu, text(space.space_id));
}

async function* inWiki(feishu: Ask['feishu'], space_id: string, parent_node_token?: string): AsyncGenerator<Entry> {
	const parents: string[] = [];
	const query = { parent_node_token };
	const nodes = feishu.records(NODES, { path: { space_id }, query, pageSize: PAGE.wiki, itemsKey: 'items' });
	for await (const node of nodes) {
		if (node.has_child === true) parents.push(text(node.node_token));
		if (node.obj_type === 'bitable') yield entryOf(text(node.title), text(node.obj_token));
	}
	for (const parent of parents) yield* inWiki(feishu, space_id, parent);
}

const entryOf = (name: string, value: string, url = ''): Entry => ({ name: name || value, value, ...(url && { url }) });
