import { load } from './load';

interface Message {
	message_id: string;
	chat_id: string;
	create_time: string;
	root_id?: string;
	parent_id?: string;
	thread_id?: string;
	upper_message_id?: string;
}
interface Talk {
	main: Message[];
	thread(id: string): Message[];
	children(id: string): Message[];
	parent(message: Message): Message | undefined;
	last?: Message;
}
interface Directory {
	writers(chat: object): Array<{ id: string; name: string }>;
	mentionable(chat: object): Array<{ name: string }>;
	personName(id: string): string;
	chatTitle(chat: object): string;
}
const { conversation, countReactions, chatList } = load<{
	conversation(messages: Message[], chatId: string): Talk;
	countReactions(
		reactions: object[],
		directory?: Directory,
	): Array<{ emoji_type: string; count: number; names: string[]; operators: string[] }>;
	chatList(
		state: object,
		directory: Directory,
		previewOf: (message: Message) => string,
		query?: string,
	): Array<{ chat: { chat_id: string } }>;
}>('conversation.js');
const { directory } = load<{ directory(state: object): Directory }>('people.js');
const { describeDelivery, describeRoute } = load<{
	describeDelivery(delivery?: object): { tone: string; text: string; time?: number };
	describeRoute(app?: object): { tone: string; label: string; text: string };
}>('components/status-strip.js');
const { initials, fileSize, duration, avatarColour, AVATAR_COLOURS } = load<{
	initials(name?: string): string;
	fileSize(bytes: unknown): string;
	duration(ms: unknown): string;
	avatarColour(id: string): number;
	AVATAR_COLOURS: number;
}>('format.js');
const { mentionQuery } = load<{ mentionQuery(text: string): string | undefined }>('components/composer.js');

let clock = 0;
const message = (message_id: string, more: Partial<Message> = {}): Message => ({
	message_id,
	chat_id: 'oc_1',
	create_time: String(++clock),
	...more,
});
const ids = (messages: Message[]) => messages.map(({ message_id }) => message_id);

describe('a conversation', () => {
	const root = message('root', { thread_id: 'omt_1' });
	const inThread = message('inThread', { thread_id: 'omt_1', root_id: 'root', parent_id: 'root' });
	const deeper = message('deeper', { thread_id: 'omt_1', root_id: 'root', parent_id: 'inThread' });
	const answer = message('answer', { root_id: 'root', parent_id: 'root' });
	const lost = message('lost', { thread_id: 'omt_9', root_id: 'gone', parent_id: 'gone' });
	const merged = message('merged');
	const inside = message('inside', { upper_message_id: 'merged' });
	const talk = conversation(
		[root, inThread, deeper, answer, lost, merged, inside, message('elsewhere', { chat_id: 'oc_2' })],
		'oc_1',
	);

	it('keeps thread replies under their root and merged messages inside their forward', () => {
		expect(ids(talk.main)).toEqual(['root', 'answer', 'lost', 'merged']);
		expect(ids(talk.thread('root'))).toEqual(['inThread', 'deeper']);
		expect(ids(talk.children('merged'))).toEqual(['inside']);
		expect(talk.last?.message_id).toBe('merged');
	});

	it('quotes the parent where the place does not already say it', () => {
		expect([answer, deeper, inThread, root, lost].map((one) => talk.parent(one)?.message_id)).toEqual([
			'root',
			'inThread',
			undefined,
			undefined,
			undefined,
		]);
	});
});

const state = {
	apps: [{ app_id: 'cli_1', name: 'Bot', bot_open_id: 'ou_bot' }],
	users: [
		{ open_id: 'ou_1', name: 'Mei' },
		{ open_id: 'ou_2', name: 'Tom' },
	],
	chats: [
		{ chat_id: 'oc_1', name: 'Orders', chat_type: 'group', members: ['ou_1', 'ou_2'], bot_in_chat: true },
		{ chat_id: 'oc_2', name: '', chat_type: 'p2p', members: ['ou_2'], bot_in_chat: true },
		{ chat_id: 'oc_3', name: 'Quiet', chat_type: 'group', members: ['ou_1'], bot_in_chat: false },
	],
	messages: [message('a'), message('b', { chat_id: 'oc_2' })],
};
const people = directory(state);

describe('the list of chats', () => {
	const search = (query: string) =>
		chatList(state, people, ({ message_id }) => `words of ${message_id}`, query).map(({ chat }) => chat.chat_id);

	it.each([
		['', ['oc_2', 'oc_1', 'oc_3']],
		['orders', ['oc_1']],
		['TOM', ['oc_2', 'oc_1']],
		['words of b', ['oc_2']],
		['nothing like it', []],
	])('for the search %j', (query, expected) => {
		expect(search(query)).toEqual(expected);
	});

	it('names a private chat after its person', () => {
		expect(people.chatTitle(state.chats[1]!)).toBe('Tom');
	});

	it('lets people write, and the bot be mentioned where it is a member', () => {
		expect(people.writers(state.chats[0]!).map(({ name }) => name)).toEqual(['Mei', 'Tom']);
		expect(people.mentionable(state.chats[0]!).map(({ name }) => name)).toEqual(['Bot', 'Mei', 'Tom']);
		expect(people.mentionable(state.chats[2]!).map(({ name }) => name)).toEqual(['Mei']);
	});
});

it('counts reactions by emoji', () => {
	const by = (emoji_type: string, id: string) => ({ emoji_type, operator: { id } });
	expect(countReactions([by('OK', 'ou_1'), by('DONE', 'ou_2'), by('OK', 'ou_2')], people)).toEqual([
		{ emoji_type: 'OK', count: 2, operators: ['ou_1', 'ou_2'], names: ['Mei', 'Tom'] },
		{ emoji_type: 'DONE', count: 1, operators: ['ou_2'], names: ['Tom'] },
	]);
});

it.each([
	[undefined, 'wait', 'none yet'],
	[{ event_type: 'e', status: 'no_url', attempts: [] }, 'wait', 'e · not sent, no event URL'],
	[
		{
			event_type: 'e',
			status: 'delivered',
			attempts: [
				{ at: 1, status: 500, body: '' },
				{ at: 2, status: 200, body: '' },
			],
		},
		'good',
		'e · delivered · HTTP 200 · 2 attempts',
	],
	[
		{ event_type: 'e', status: 'failed', attempts: [{ at: 1, status: 0, body: '', error: 'timeout' }] },
		'bad',
		'e · failed · timeout',
	],
])('describes the delivery %j', (delivery, tone, text) => {
	expect(describeDelivery(delivery)).toMatchObject({ tone, text });
});

it.each([
	[undefined, 'wait', 'Event URL', 'not set'],
	[{ event_url: 'http://x/', delivery_mode: 'webhook' }, 'good', 'Event URL', 'http://x/'],
	[{ delivery_mode: 'longConnection', connections: 2 }, 'good', 'Long connection', '2 online'],
	[{ event_url: 'http://x/', delivery_mode: 'longConnection', connections: 0 }, 'bad', 'Long connection', '0 online'],
])('describes the way of the events of %j', (app, tone, label, text) => {
	expect(describeRoute(app)).toEqual({ tone, label, text });
});

describe('words for people and numbers', () => {
	it.each([
		['张伟', '张伟'],
		['欧阳娜娜', '娜娜'],
		['Alice Chen', 'AC'],
		['bob', 'BO'],
		['值班 On-call', '值班'],
		['', '?'],
	])('initials of %j', (name, expected) => {
		expect(initials(name)).toBe(expected);
	});

	it.each([
		[0, '0 B'],
		['1023', '1023 B'],
		[2048, '2.0 KB'],
		[31_457_280, '30 MB'],
		[undefined, ''],
		['x', ''],
	])('size of %j', (bytes, expected) => {
		expect(fileSize(bytes)).toBe(expected);
	});

	it.each([
		[61_000, '1:01'],
		['900', '0:01'],
		[undefined, ''],
		['x', ''],
	])('length of %j', (ms, expected) => {
		expect(duration(ms)).toBe(expected);
	});

	it('gives an id one of the avatar colours, always the same', () => {
		expect(avatarColour('ou_1')).toBe(avatarColour('ou_1'));
		expect(avatarColour('ou_1')).toBeLessThan(AVATAR_COLOURS);
	});

	it.each([
		['hi @al', 'al'],
		['@', ''],
		['mail@example', undefined],
		['@al done', undefined],
	])('mention being typed in %j', (text, expected) => {
		expect(mentionQuery(text)).toBe(expected);
	});
});
