import { randomUUID } from 'node:crypto';

import type { JsonObject } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';
import { perDocument } from '../client/pacing';

/**
 * What reads and changes the blocks of a document. Changes of one document go one after the other, three a second; each
 * carries a token by which the platform does it once, however often it is sent.
 * @see https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/docx-overview
 */

const BLOCKS = '/open-apis/docx/v1/documents/:document_id/blocks';
export const LIST_BLOCKS = `GET ${BLOCKS}`;
export const GET_BLOCK = `GET ${BLOCKS}/:block_id`;
export const GET_CHILDREN = `GET ${BLOCKS}/:block_id/children`;
export const ADD_BLOCKS = `POST ${BLOCKS}/:block_id/descendant`;
export const UPDATE_BLOCKS = `PATCH ${BLOCKS}/batch_update`;
export const DELETE_CHILDREN = `DELETE ${BLOCKS}/:block_id/children/batch_delete`;

/** Scopes of which one is enough to read, and to change. */
export const READ_SCOPES = ['docx:document:readonly', 'docx:document'];
export const WRITE_SCOPES = ['docx:document:write_only', 'docx:document'];

/** The largest page of blocks. Source: …/docx-v1/document-block/list */
const PAGE = 500;

/** Requests in one update. Source: …/docx-v1/document-block/batch_update */
const UPDATES_AT_ONCE = 200;

/** A document, and who asks about it. */
export interface Target {
	feishu: FeishuClient;
	document_id: string;
}

/** The number of the newest version. */
const NEWEST = -1;

const change = ({ document_id }: Target) => ({
	query: { document_revision_id: NEWEST, client_token: randomUUID(), user_id_type: 'open_id' },
	paces: [perDocument(document_id)],
	idempotent: true,
});

/** All blocks in their order, the page first. @throws CallError */
export async function blocksOf({ feishu, document_id }: Target): Promise<JsonObject[]> {
	return (await feishu.list(LIST_BLOCKS, {
		path: { document_id },
		query: { document_revision_id: NEWEST, user_id_type: 'open_id' },
		limit: Infinity,
		pageSize: PAGE,
	})) as JsonObject[];
}

/** The blocks below one in their order, right below it or all. @throws CallError */
export async function childrenOf(
	{ feishu, document_id }: Target,
	block_id: string,
	all = false,
): Promise<JsonObject[]> {
	const blocks = (await feishu.list(GET_CHILDREN, {
		path: { document_id, block_id },
		query: {
			document_revision_id: NEWEST,
			user_id_type: 'open_id',
			...(all && { with_descendants: true }),
		},
		limit: Infinity,
		pageSize: PAGE,
	})) as JsonObject[];
	// With all of them the platform tells the block itself as well.
	return blocks.filter((block) => block.block_id !== block_id);
}

/** @throws CallError */
export async function blockOf({ feishu, document_id }: Target, block_id: string): Promise<JsonObject> {
	const { block } = await feishu.call<{ block: JsonObject }>(GET_BLOCK, {
		path: { document_id, block_id },
		query: { document_revision_id: NEWEST, user_id_type: 'open_id' },
	});
	return block;
}

/**
 * Adds blocks below one, with all that is in them.
 * @param index among the children, counted from 0; -1 is the end
 * @returns the IDs of the new blocks by the temporary ones
 * @throws CallError
 */
export async function addBlocks(
	target: Target,
	block_id: string,
	index: number,
	body: { children_id: readonly string[]; descendants: readonly JsonObject[] },
): Promise<Map<string, string>> {
	const { feishu, document_id } = target;
	const { block_id_relations: relations = [] } = await feishu.call<{
		block_id_relations?: Array<{ temporary_block_id: string; block_id: string }>;
	}>(ADD_BLOCKS, { ...change(target), path: { document_id, block_id }, body: { index, ...body } });
	return new Map(relations.map(({ temporary_block_id, block_id: made }) => [temporary_block_id, made]));
}

/** Changes blocks, 200 in a request, each once in it. @returns them as they are then @throws CallError */
export async function updateBlocks(target: Target, updates: readonly JsonObject[]): Promise<JsonObject[]> {
	const { feishu, document_id } = target;
	const blocks: JsonObject[] = [];
	for (const requests of inRequests(updates)) {
		const done = await feishu.call<{ blocks?: JsonObject[] }>(UPDATE_BLOCKS, {
			...change(target),
			path: { document_id },
			body: { requests },
		});
		blocks.push(...(done.blocks ?? []));
	}
	return blocks;
}

/** The platform takes one update of a block in a request. */
function inRequests(updates: readonly JsonObject[]): JsonObject[][] {
	const requests: JsonObject[][] = [];
	let ids = new Set<unknown>();
	for (const update of updates) {
		const last = requests.at(-1);
		if (last && last.length < UPDATES_AT_ONCE && !ids.has(update.block_id)) last.push(update);
		else {
			ids = new Set();
			requests.push([update]);
		}
		ids.add(update.block_id);
	}
	return requests;
}

/** Takes children of a block away, from the first index up to the last one, which stays. @throws CallError */
export async function deleteChildren(
	target: Target,
	block_id: string,
	start_index: number,
	end_index: number,
): Promise<void> {
	const { feishu, document_id } = target;
	const { query, ...how } = change(target);
	const { user_id_type: _none, ...numbered } = query;
	await feishu.call(DELETE_CHILDREN, {
		...how,
		path: { document_id, block_id },
		// It names nobody, and its page knows no kind of ID.
		query: numbered,
		body: { start_index, end_index },
	});
}
