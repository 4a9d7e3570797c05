import type { IExecuteFunctions } from 'n8n-workflow';

import { collectPages, readPage } from '../../../../feishu/api/paging';
import type { JsonObject } from '../../../../feishu/json';
import { USERS_BY_ID } from '../../../shared/contact/contactRange';
import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { placeField } from './history';
import { messageItem, messageOutput, WHOLE_CARDS, type Message } from './output';
import { assertSearchable, EVERYWHERE_CALLS, EVERYWHERE_SCOPES, searchEverywhere } from './searchEverywhere';
import { filters, lookThrough, matchBy, options, words } from './searchFields';
import { searchQuery, type SearchQuery } from './searchQuery';

/** Largest page of the history. */
const PAGE = 50;

export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search messages',
	description: 'Look for messages in a chat, in a thread, or as a person in all chats',
	endpoint: 'GET /open-apis/im/v1/messages',
	alsoCalls: [USERS_BY_ID, ...EVERYWHERE_CALLS],
	scopes: ['im:message:readonly', 'im:message', 'im:message.history:readonly'],
	identity: 'either',
	fields: [placeField, words, matchBy, pagingFields, simplifyField, filters, options],
	output: messageOutput,
	async run(reader) {
		const { read, feishu, context, errorContext } = reader;
		const container = read(placeField);
		const limit = read(pagingFields);
		const most = Math.floor(read(options).lookThrough ?? 1000);
		if (container === 'all') {
			await assertSearchable(reader, feishu);
			errorContext.scopes = EVERYWHERE_SCOPES;
		}
		const query = await searchQuery(reader, feishu, context);
		if (container === 'all') {
			const { messages, ...rest } = await searchEverywhere(feishu, read(words), query, { limit, most });
			if (rest.unseen) tellUnseen(context, rest.seen);
			return messages.map((message) => messageItem(message, read(simplifyField)));
		}
		let seen = 0;
		let unseen = false;
		const found = await collectPages(async (page_token) => {
			const page = readPage(
				await feishu.call<JsonObject>(this.endpoint, {
					query: {
						...container,
						...bounds(container.container_id_type, query),
						sort_type: 'ByCreateTimeDesc',
						...WHOLE_CARDS,
						page_size: Math.min(PAGE, most - seen),
						page_token,
					},
				}),
			);
			seen += page.records.length;
			unseen = page.next !== undefined;
			// What is sorted newest first holds nothing more once it is older than asked for.
			const done = seen >= most || page.records.some((record) => isBefore(record, query.from));
			return {
				records: page.records.filter((record) => query.matches(record as unknown as Message)),
				next: done ? undefined : page.next,
			};
		}, limit);
		if (unseen && found.length < limit && seen >= most) tellUnseen(context, seen);
		return found.map((message) => messageItem(message as unknown as Message, read(simplifyField)));
	},
});

function tellUnseen(context: IExecuteFunctions, seen: number): void {
	// Older versions of n8n have no hints.
	context.addExecutionHints?.({
		message: `Search looked through ${seen} messages; older ones were left out. '${lookThrough.label}' in the options sets how many.`,
		location: 'outputPane',
	});
}

/** Seconds, for chats; threads are given whole, so that their range is left to the filter. */
function bounds(type: 'chat' | 'thread', { from, to }: SearchQuery): { start_time?: number; end_time?: number } {
	if (type === 'thread') return {};
	return {
		start_time: from === undefined ? undefined : Math.floor(from / 1000),
		end_time: to === undefined ? undefined : Math.ceil(to / 1000),
	};
}

function isBefore(record: JsonObject, from: number | undefined): boolean {
	return from !== undefined && Number(record.create_time) < from;
}
