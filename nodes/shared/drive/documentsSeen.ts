import { text } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';
import { pagesIn } from '../wiki/pagesIn';
import { GET_NODES, GET_SPACES, spacesSeen } from '../wiki/spaces';
import { filesIn, LIST_FILES } from './filesIn';

/** What `documentsIn` calls. */
export const LISTS_OF_DOCUMENTS = [LIST_FILES, GET_SPACES, GET_NODES];

/** Scopes of which one is enough to list what lies in folders. */
export const LIST_SCOPES = ['space:document:retrieve', 'drive:drive:readonly', 'drive:drive'];

/** A document as lists have it. */
export interface SeenDocument {
	token: string;
	name: string;
	/** Where it lies in a folder. */
	url?: string;
	/** Where it lies in a wiki. */
	node_token?: string;
	space_id?: string;
}

/** Kinds of documents, in the words of the platform's lists. */
export type SeenType = 'bitable' | 'docx' | 'sheet';

/** Documents of one kind by where they lie. @throws CallError */
export const documentsIn = { folders: inFolders, wikis: inWikis } as const;

/**
 * Documents in the folders of whoever asks and in the wikis that they may see. What others share lies in neither list,
 * which is why an address can be pasted.
 * @throws CallError where neither can be listed
 */
export async function* documentsSeen(feishu: FeishuClient, type: SeenType): AsyncGenerator<SeenDocument> {
	const refusals: unknown[] = [];
	let found = 0;
	for (const all of [inFolders, inWikis]) {
		for await (const document of asFarAs(all(feishu, type), refusals)) {
			found++;
			yield document;
		}
	}
	if (found === 0 && refusals.length > 0) throw refusals[0];
}

/** What comes before a refusal; the refusal is kept for whoever has nothing else to tell. */
async function* asFarAs(documents: AsyncIterable<SeenDocument>, refusals: unknown[]): AsyncGenerator<SeenDocument> {
	try {
		yield* documents;
	} catch (error) {
		refusals.push(error);
	}
}

function inFolders(feishu: FeishuClient, type: SeenType): AsyncGenerator<SeenDocument> {
	return inFolder(feishu, type);
}

async function* inFolder(feishu: FeishuClient, type: SeenType, folder_token?: string): AsyncGenerator<SeenDocument> {
	const folders: string[] = [];
	for await (const file of filesIn(feishu, folder_token)) {
		if (file.type === 'folder') folders.push(text(file.token));
		if (file.type === type) yield { token: text(file.token), name: text(file.name), url: text(file.url) };
	}
	for (const folder of folders) yield* inFolder(feishu, type, folder);
}

async function* inWikis(feishu: FeishuClient, type: SeenType): AsyncGenerator<SeenDocument> {
	for await (const space of spacesSeen(feishu)) {
		const space_id = text(space.space_id);
		for await (const { page } of pagesIn(feishu, { space_id }))
			if (page.obj_type === type)
				yield { token: text(page.obj_token), name: text(page.title), node_token: text(page.node_token), space_id };
	}
}
