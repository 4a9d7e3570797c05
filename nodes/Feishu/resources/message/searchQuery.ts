import type { IExecuteFunctions } from 'n8n-workflow';

import { readReceivedContent } from '../../../../feishu/im/received/receivedContent';
import { InputError } from '../../../../feishu/input';
import type { FeishuClient } from '../../../shared/client/client';
import { appOf } from '../../../shared/client/appOf';
import { peopleByIds } from '../../../shared/contact/contactRange';
import type { SeveralPeople } from '../../../shared/contact/severalPeople';
import { complaint, type Reader, type ValueOf } from '../../../shared/operation/field';
import type { Message } from './output';
import { filters, matchBy, options, period, words } from './searchFields';

type Test = (text: string) => boolean;

/** What a message must be to be found. */
export interface SearchQuery {
	matches(message: Message): boolean;
	/** Milliseconds since 1970. */
	from?: number;
	to?: number;
	/** open_ids; empty for anybody. */
	senders: readonly string[];
	mentioned: readonly string[];
	sentBy?: 'app' | 'user' | 'self';
}

/** Reads the fields of Search; people are looked up. @throws InputError, before any call for all but unknown people */
export async function searchQuery(
	{ read }: Reader<typeof words | typeof matchBy | typeof filters | typeof options>,
	feishu: FeishuClient,
	context: IExecuteFunctions,
): Promise<SearchQuery> {
	const test = textTest(read(words), read(matchBy), read(options).caseSensitive ?? false);
	const added = read(filters);
	const { messageTypes: types = [], sentBy } = added;
	const { from, to } = period.of(added);
	const self = sentBy === 'self' ? (await appOf(context)).appId : undefined;
	const senders = await openIds(added.senders, feishu);
	const mentioned = await openIds(added.mentioned, feishu);
	const filtered = [types, senders, mentioned].some(({ length }) => length > 0);
	if (!test && !filtered && sentBy === undefined && from === undefined && to === undefined)
		throw new InputError(
			words.label,
			`There is nothing to look for: '${words.label}' is empty and there is no filter`,
			'Fill it in, add a filter, or use Get Many for the whole history',
		);
	return {
		from,
		to,
		senders,
		mentioned,
		sentBy,
		matches(message) {
			// The content of a recalled message is gone, whatever it was.
			if (message.deleted) return false;
			const { sender, create_time, msg_type = '' } = message;
			if (types.length > 0 && !(types as string[]).includes(msg_type)) return false;
			if ((sentBy === 'user' || sentBy === 'app') && sender?.sender_type !== sentBy) return false;
			if (self !== undefined && sender?.id !== self) return false;
			if (senders.length > 0 && !senders.includes(sender?.id ?? '')) return false;
			const time = Number(create_time);
			if (from !== undefined && time < from) return false;
			if (to !== undefined && time > to) return false;
			if (!test && mentioned.length === 0) return true;
			const content = readReceivedContent(msg_type, message.body?.content ?? '', message.mentions);
			if (mentioned.length > 0 && !content.mentions.some(({ open_id = '' }) => mentioned.includes(open_id)))
				return false;
			return test?.(content.text) ?? true;
		},
	};
}

/** The test of a message's text; undefined when there are no words. */
function textTest(sought: string, by: ValueOf<typeof matchBy>, caseSensitive: boolean): Test | undefined {
	if (sought === '') return undefined;
	if (by === 'pattern') {
		const pattern =
			regularExpression(sought, caseSensitive ? 'u' : 'iu') ?? regularExpression(sought, caseSensitive ? '' : 'i');
		if (pattern) return (text) => pattern.test(text);
		throw words.refuse(
			`is no regular expression: ${sought.slice(0, 60)}`,
			'Check brackets and backslashes, or choose another Match',
		);
	}
	const fold = (text: string) => (caseSensitive ? text : text.toLowerCase());
	if (by === 'phrase') return (text) => fold(text).includes(fold(sought));
	const parts = fold(sought).split(/\s+/);
	return by === 'any'
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

async function openIds(people: SeveralPeople | undefined, feishu: FeishuClient): Promise<string[]> {
	if (!people) return [];
	const { ids, type } = await people.resolve(feishu);
	if (type === 'open_id') return ids;
	const found: string[] = [];
	for await (const { open_id } of peopleByIds(feishu, ids, type)) if (typeof open_id === 'string') found.push(open_id);
	if (found.length > 0 || ids.length === 0) return found;
	throw complaint(
		people.label,
		`names people who were not found: ${ids.join(', ')}`,
		"The people must be in the app's contact range",
	);
}
