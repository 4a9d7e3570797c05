import { text } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';
import { filesIn, LIST_FILES } from '../drive/filesIn';
import { listSearch } from '../fields/listSearch';

const SPACES = 'GET /open-apis/wiki/v2/spaces';
const NODES = 'GET /open-apis/wiki/v2/spaces/:space_id/nodes';

/** What `basesIn` calls. */
export const LISTS_OF_BASES = [LIST_FILES, SPACES, NODES];

/** The largest page of both. */
const PAGE = 50;

/** A base as lists have it. */
export interface SeenBase {
	app_token: string;
	name: string;
	/** Where it lies in a folder. */
	url?: string;
	/** Where it lies in a wiki. */
	node_token?: string;
	space_id?: string;
}

/** Bases by where they lie. @throws CallError */
export const basesIn = { folders: inFolders, wikis: inWikis } as const;

/**
 * Bases in the folders of whoever asks and in the wikis that they may see. What others share lies in neither list, which
 * is why an address can be pasted.
 * @throws CallError where neither can be listed
 */
async function* basesSeen(feishu: FeishuClient): AsyncGenerator<SeenBase> {
	const refusals: unknown[] = [];
	let found = 0;
	for (const all of [inFolders, inWikis]) {
		for await (const base of asFarAs(all(feishu), refusals)) {
			found++;
			yield base;
		}
	}
	if (found === 0 && refusals.length > 0) throw refusals[0];
}

export const searchBases = listSearch({
	what: 'bases',
	scopes: ['drive:drive:readonly', 'drive:drive', 'space:document:retrieve'],
	otherwise: 'Or paste the address of the base (By URL), for which no list is needed.',
	keepMs: 60_000,
	async *entries({ feishu }) {
		for await (const { app_token: value, name, url } of basesSeen(feishu))
			yield { name: name || value, value, ...(url && { url }) };
	},
	nothing: {
		message: 'No base in the folders and wikis that can be listed',
		advice:
			'An app sees only what it made and the wikis that it was added to. Paste the address of the base (By URL); the app has to be added to it: … → More → Add document app.',
	},
});

/** What comes before a refusal; the refusal is kept for whoever has nothing else to tell. */
async function* asFarAs(bases: AsyncIterable<SeenBase>, refusals: unknown[]): AsyncGenerator<SeenBase> {
	try {
		yield* bases;
	} catch (error) {
		refusals.push(error);
	}
}

function inFolders(feishu: FeishuClient): AsyncGenerator<SeenBase> {
	return inFolder(feishu);
}

async function* inFolder(feishu: FeishuClient, folder_token?: string): AsyncGenerator<SeenBase> {
	const folders: string[] = [];
	for await (const file of filesIn(feishu, folder_token)) {
		if (file.type === 'folder') folders.push(text(file.token));
		if (file.type === 'bitable') yield { app_token: text(file.token), name: text(file.name), url: text(file.url) };
	}
	for (const folder of folders) yield* inFolder(feishu, folder);
}

async function* inWikis(feishu: FeishuClient): AsyncGenerator<SeenBase> {
	for await (const space of feishu.records(SPACES, { pageSize: PAGE, itemsKey: 'items' }))
		yield* inWiki(feishu, text(space.space_id));
}

async function* inWiki(feishu: FeishuClient, space_id: string, parent_node_token?: string): AsyncGenerator<SeenBase> {
	const parents: string[] = [];
	const query = { parent_node_token };
	const nodes = feishu.records(NODES, { path: { space_id }, query, pageSize: PAGE, itemsKey: 'items' });
	for await (const node of nodes) {
		if (node.has_child === true) parents.push(text(node.node_token));
		if (node.obj_type === 'bitable')
			yield { app_token: text(node.obj_token), name: text(node.title), node_token: text(node.node_token), space_id };
	}
	for (const parent of parents) yield* inWiki(feishu, space_id, parent);
}
