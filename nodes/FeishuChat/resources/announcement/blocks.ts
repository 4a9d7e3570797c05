import type { JsonObject } from '../../../../feishu/json';
import type { FeishuClient } from '../../../shared/client/client';

export const GET_BLOCKS = 'GET /open-apis/docx/v1/chats/:chat_id/announcement/blocks';
export const GET_CHILDREN = 'GET /open-apis/docx/v1/chats/:chat_id/announcement/blocks/:block_id/children';
export const ADD_BLOCKS = 'POST /open-apis/docx/v1/chats/:chat_id/announcement/blocks/:block_id/children';
export const DELETE_BLOCKS =
	'DELETE /open-apis/docx/v1/chats/:chat_id/announcement/blocks/:block_id/children/batch_delete';

/** The newest version. */
const NEWEST = -1;

/** Blocks that one request may add. */
const MOST_BLOCKS = 50;
const PAGE_SIZE = 500;

/** The page that all blocks stand on has the ID of the group. */
const pageOf = (chat_id: string) => ({ chat_id, block_id: chat_id });

/** All blocks of an announcement of the newer kind, the page first. */
export async function readBlocks(feishu: FeishuClient, chat_id: string, user_id_type: string) {
	return await feishu.list(GET_BLOCKS, {
		path: { chat_id },
		query: { user_id_type },
		pageSize: PAGE_SIZE,
		limit: Infinity,
	});
}

/**
 * Puts blocks at the end of an announcement of the newer kind. What was there before goes only when all of the new is
 * there, so that a refused block leaves the announcement as it was, or with too much in it.
 */
export async function writeBlocks(
	feishu: FeishuClient,
	chat_id: string,
	blocks: readonly JsonObject[],
	{ revision = NEWEST, replaces = false }: { revision?: number; replaces?: boolean } = {},
): Promise<void> {
	const path = pageOf(chat_id);
	const before = replaces
		? (await feishu.list(GET_CHILDREN, { path, pageSize: PAGE_SIZE, limit: Infinity })).length
		: 0;
	for (let from = 0; from < blocks.length; from += MOST_BLOCKS) {
		await feishu.call(ADD_BLOCKS, {
			path,
			// Only the first part is added to the version that was named: each one makes the next version.
			query: { revision_id: from === 0 ? revision : NEWEST },
			body: { children: blocks.slice(from, from + MOST_BLOCKS), index: -1 },
		});
	}
	if (before > 0)
		await feishu.call(DELETE_BLOCKS, {
			path,
			query: { revision_id: NEWEST },
			body: { start_index: 0, end_index: before },
		});
}
