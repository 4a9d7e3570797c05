import { codeOf } from '../../../../feishu/api/call';
import { collectPages, readPage } from '../../../../feishu/api/paging';
import { text, type JsonObject } from '../../../../feishu/json';
import type { FeishuClient } from '../../../shared/client/client';
import { assertMayAct } from '../../../shared/client/mayAct';
import type { Reader } from '../../../shared/operation/field';
import { WHOLE_CARDS, type Message } from './output';
import { matchBy, words } from './searchFields';
import type { SearchQuery } from './searchQuery';

/** @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/search-v2/message/create gives IDs alone */
const SEARCH = 'POST /open-apis/search/v2/message';
const READ = 'GET /open-apis/im/v1/messages/:message_id';

export const EVERYWHERE_CALLS = [SEARCH, READ];

/** The first of them the search itself asks for. */
export const EVERYWHERE_SCOPES = ['search:message', 'im:message:readonly', 'im:message'];

/** Messages that are found, and read one by one, at a time. */
const PAGE = 20;

/** Only a person can search all chats, and only for words. @throws InputError before any call */
export async function assertSearchable(
	{ read }: Reader<typeof words | typeof matchBy>,
	feishu: FeishuClient,
): Promise<void> {
	assertMayAct('user', await feishu.tokenKinds(), "'Search messages' in all chats");
	if (read(words) === '') throw words.refuse('is empty', 'In all chats messages are found by words');
	const by = read(matchBy);
	if (by === 'any' || by === 'pattern')
		throw matchBy.refuse("can't be this in all chats", 'Choose All Words or Exact Phrase, or search one chat');
}

/**
 * Finds messages in all chats of a person as the client does, the best first, and reads each.
 * @param bounds `limit` of what is given, `most` of what is read
 * @returns how many were read besides, and whether there are more that were not
 */
export async function searchEverywhere(
	feishu: FeishuClient,
	sought: string,
	query: SearchQuery,
	{ limit, most }: { limit: number; most: number },
): Promise<{ messages: Message[]; seen: number; unseen: boolean }> {
	let seen = 0;
	let unseen = false;
	const found = await collectPages(async (page_token) => {
		const page = readPage(
			await feishu.call<JsonObject>(SEARCH, {
				query: { user_id_type: 'open_id', page_size: Math.min(PAGE, most - seen), page_token },
				body: bodyFor(sought, query),
				idempotent: true,
			}),
		);
		seen += page.records.length;
		unseen = page.next !== undefined;
		const read = await Promise.all(page.records.map(async ({ value }) => await readOne(feishu, text(value))));
		return {
			records: read.filter((one) => one !== undefined && query.matches(one)) as unknown as JsonObject[],
			next: seen >= most ? undefined : page.next,
		};
	}, limit);
	return { messages: found as unknown as Message[], seen, unseen: unseen && found.length < limit };
}

/** Recalled, deleted, or not for this person's eyes: what the search still finds for a while. */
const GONE: ReadonlySet<number | undefined> = new Set([230011, 230050, 230110]);

/** A merged forward comes with its messages behind it. Undefined for what is there no more. */
async function readOne(feishu: FeishuClient, message_id: string): Promise<Message | undefined> {
	const request = { path: { message_id }, query: { ...WHOLE_CARDS } };
	const read = feishu.call<{ items?: Message[] }>(READ, request);
	const { items = [] } = await read.catch(
		async (error: unknown): Promise<{ items?: Message[] }> =>
			GONE.has(codeOf(error)) ? {} : await Promise.reject(error),
	);
	return items[0];
}

function bodyFor(sought: string, { from, to, senders, mentioned, sentBy }: SearchQuery): JsonObject {
	return {
		query: sought,
		...(senders.length > 0 && { from_ids: senders }),
		...(mentioned.length > 0 && { at_chatter_ids: mentioned }),
		...(sentBy !== undefined && { from_type: sentBy === 'user' ? 'user' : 'bot' }),
		...(from !== undefined && { start_time: String(Math.floor(from / 1000)) }),
		...(to !== undefined && { end_time: String(Math.ceil(to / 1000)) }),
	};
}
