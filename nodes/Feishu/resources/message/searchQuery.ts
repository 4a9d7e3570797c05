import type { IExecuteFunctions } from 'n8n-workflow';

import { readReceivedContent } from '../../../../feishu/im/received/receivedContent';
import { InputError } from '../../../../feishu/input';
import { appOf } from '../../../shared/client/appOf';
import type { FeishuClient } from '../../../shared/client/client';
import { readOptionalPeople } from '../../../shared/contact/people';
import { readPeriod } from '../../../shared/fields/period';
import type { Params } from '../../../shared/operation/params';
import type { Message } from './output';
import type { MatchBy } from './searchFields';

/** Reads people by any kind of ID; history names its people by open_id only. */
export const USERS_BATCH = 'GET /open-apis/contact/v3/users/batch';

/** People in one request of that endpoint. */
const BATCH = 50;

type Test = (text: string) => boolean;

/** What a message must be to be found. */
export interface SearchQuery {
	matches(message: Message): boolean;
	/** Milliseconds since 1970. */
	from?: number;
	to?: number;
}

/** Reads the fields of Search; people are looked up. @throws InputError, before any call for all but unknown people */
export async function searchQuery(
	param: Params,
	feishu: FeishuClient,
	context: IExecuteFunctions,
): Promise<SearchQuery> {
	const test = textTest(param);
	const types = param.optionalList('filters.messageTypes');
	const sentBy = param.optionalText('filters.sentBy');
	const { from, to } = readPeriod(param, 'Sent');
	const self = sentBy === 'self' ? (await appOf(context)).appId : undefined;
	const senders = await openIds(param, feishu, 'filters.senders');
	const mentioned = await openIds(param, feishu, 'filters.mentioned');
	const filters = [types, senders, mentioned].some(({ length }) => length > 0);
	if (!test && !filters && sentBy === '' && from === undefined && to === undefined) {
		const field = param.label('words');
		throw new InputError(
			field,
			`There is nothing to look for: '${field}' is empty and there is no filter`,
			'Fill it in, add a filter, or use Get Many for the whole history',
		);
	}
	return {
		from,
		to,
		matches(message) {
			// The content of a recalled message is gone, whatever it was.
			if (message.deleted) return false;
			const { sender, create_time, msg_type = '' } = message;
			if (types.length > 0 && !types.includes(msg_type)) return false;
			if (['user', 'app'].includes(sentBy) && sender?.sender_type !== sentBy) return false;
			if (self !== undefined && sender?.id !== self) return false;
			if (senders.length > 0 && !senders.includes(sender?.id ?? '')) return false;
			const time = Number(create_time);
			if (from !== undefined && time < from) return false;
			if (to !== undefined && time > to) return false;
			if (!test && mentioned.length === 0) return true;
			const read = readReceivedContent(msg_type, message.body?.content ?? '', message.mentions);
			if (mentioned.length > 0 && !read.mentions.some(({ open_id = '' }) => mentioned.includes(open_id))) return false;
			return test?.(read.text) ?? true;
		},
	};
}

/** The test of a message's text; undefined when there are no words. */
function textTest(param: Params): Test | undefined {
	const words = param.optionalText('words');
	if (words === '') return undefined;
	const caseSensitive = param.flag('options.caseSensitive');
	const matchBy = param.choice<MatchBy>('matchBy');
	if (matchBy === 'pattern') {
		const pattern =
			regularExpression(words, caseSensitive ? 'u' : 'iu') ?? regularExpression(words, caseSensitive ? '' : 'i');
		if (pattern) return (text) => pattern.test(text);
		const field = param.label('words');
		throw new InputError(
			field,
			`The field '${field}' is no regular expression: ${words.slice(0, 60)}`,
			'Check brackets and backslashes, or choose another Match',
		);
	}
	const fold = (text: string) => (caseSensitive ? text : text.toLowerCase());
	if (matchBy === 'phrase') return (text) => fold(text).includes(fold(words));
	const parts = fold(words).split(/\s+/);
	return matchBy === 'any'
		? (text) => parts.some((part) => fold(text).includes(part))
		: (text) => parts.every((part) => fold(text).includes(part));
}

function regularExpression(source: string, flags: string): RegExp | undefined {
	try {
		return new RegExp(source, flags);
	} catch {
		return undefined;
	}
}

async function openIds(param: Params, feishu: FeishuClient, name: string): Promise<string[]> {
	const { ids, type } = await readOptionalPeople(param, feishu, name);
	if (type === 'open_id') return ids;
	const found: string[] = [];
	for (let start = 0; start < ids.length; start += BATCH) {
		const { items = [] } = await feishu.call<{ items?: Array<{ open_id?: string }> }>(USERS_BATCH, {
			query: { user_ids: ids.slice(start, start + BATCH), user_id_type: type },
		});
		found.push(...items.flatMap(({ open_id }) => open_id ?? []));
	}
	if (found.length > 0 || ids.length === 0) return found;
	const field = param.label(name);
	throw new InputError(
		field,
		`The field '${field}' names people who were not found: ${ids.join(', ')}`,
		"The people must be in the app's contact range",
	);
}
