/** Search: the history of a chat or a thread, looked through from the newest message back. */
import type { INodeParameters } from 'n8n-workflow';

import type { Chat } from '../../../../simulator';
import { byId, list, only, usePlatform } from '../../../support/engine';

const platform = usePlatform();

const DAY = Date.UTC(2026, 0, 1);
const minute = (index: number) => DAY + index * 60_000;

let chat: Chat;

const run = async (parameters: INodeParameters) =>
	await platform.run({
		parameters: { resource: 'message', operation: 'search', chat: list(chat.chat_id), ...parameters },
	});

async function texts(parameters: INodeParameters) {
	const { items, error } = await run(parameters);
	if (error) throw error;
	return items.map(({ json }) => json.text);
}

/** How many messages each request asked for. */
const sizes = () => platform.calls.map(({ query }) => Number(new URLSearchParams(query).get('page_size')));

describe('in a chat', () => {
	beforeAll(() => {
		chat = only(platform.addChats(1));
		const [ann, bob] = chat.members;
		const from = (id: string | undefined) => ({ id: id ?? '', id_type: 'open_id', sender_type: 'user' }) as const;
		const say = (text: string, index: number, change: object = {}) =>
			Object.assign(platform.userMessage(text, 'text', chat), { create_time: minute(index) }, change);
		say('Release plan for bug #7', 0, { sender: from(ann) });
		say('The PLAN of the release', 1, { sender: from(bob) });
		say('Lunch?', 2, { sender: from(ann) });
		say('a release', 3, { deleted: true, sender: from(ann) });
		Object.assign(platform.botMessage('release is done', 'text', chat), { create_time: minute(4) });
		say('@_user_1 please release', 5, {
			sender: from(bob),
			mentions: [{ key: '@_user_1', open_id: ann, name: 'Ann', is_bot: false }],
		});
		const post = { title: 'Release notes', content: [[{ tag: 'text', text: 'plan' }]] };
		Object.assign(platform.userMessage(post, 'post', chat), { create_time: minute(6), sender: from(ann) });
		const card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'card about the release' }] } };
		const simplified = { title: null, elements: [[{ tag: 'text', text: 'Please upgrade' }]] };
		Object.assign(platform.botMessage(simplified, 'interactive', chat), { create_time: minute(7), card });
	});

	const NOTES = 'Release notes\nplan';

	test.each<[string, INodeParameters, string[]]>([
		[
			'all words, in any order and any case',
			{ words: 'plan RELEASE' },
			[NOTES, 'The PLAN of the release', 'Release plan for bug #7'],
		],
		['any word', { words: 'lunch bug', matchBy: 'any' }, ['Lunch?', 'Release plan for bug #7']],
		['a phrase', { words: 'release plan', matchBy: 'phrase' }, ['Release plan for bug #7']],
		['a pattern', { words: '(bug|issue) #\\d+', matchBy: 'pattern' }, ['Release plan for bug #7']],
		['a pattern at the start', { words: '^the', matchBy: 'pattern' }, ['The PLAN of the release']],
		['capitals', { words: 'PLAN', options: { caseSensitive: true } }, ['The PLAN of the release']],
		['words of a card as it was written', { words: 'card about' }, ['card about the release']],
		['types', { filters: { messageTypes: ['post', 'image'] } }, [NOTES]],
		['messages of this app', { filters: { sentBy: 'self', messageTypes: ['text'] } }, ['release is done']],
		['messages of apps', { filters: { sentBy: 'app' } }, ['card about the release', 'release is done']],
		['what people wrote', { words: 'done', filters: { sentBy: 'user' } }, []],
		[
			'a range of time',
			{ filters: { sentAfter: '2026-01-01T00:01:00Z', sentBefore: '2026-01-01T00:02:30Z' } },
			['Lunch?', 'The PLAN of the release'],
		],
	])('finds %s, the newest first', async (_, parameters, found) => {
		expect(await texts(parameters)).toEqual(found);
		expect(platform.calls).toHaveLength(1);
	});

	test('finds what somebody sent, by any of their names', async () => {
		const ann = platform.store.users.get(chat.members[0] ?? '');
		const sent = [NOTES, 'Lunch?', 'Release plan for bug #7'];
		for (const entry of [ann?.open_id, ann?.email, ann?.union_id, ann?.user_id]) {
			expect(await texts({ filters: { senders: { several: [{ list: entry ?? '' }] } } })).toEqual(sent);
		}
	});

	test('finds what mentions somebody', async () => {
		const mentioned = (id = '') => ({ filters: { mentioned: { person: [{ user: byId(id) }] } } });
		expect(await texts(mentioned(chat.members[0]))).toEqual(['@Ann please release']);
		expect(await texts(mentioned(chat.members[1]))).toEqual([]);
	});

	test('stops at the limit', async () => {
		expect(await texts({ words: 'release', limit: 2 })).toEqual(['card about the release', NOTES]);
	});

	test('gives raw messages where asked', async () => {
		const { items } = await run({ words: 'lunch', simple: false });
		expect(only(items).json).toMatchObject({ body: { content: '{"text":"Lunch?"}' } });
	});

	test('says who was not found', async () => {
		const { error } = await run({ filters: { senders: { several: [{ list: 'on_stranger' }] } } });
		expect(error?.message).toBeDefined();
		expect(platform.calls.map(({ path }) => path)).not.toContain('/open-apis/im/v1/messages');
	});
});

describe('in a long history', () => {
	beforeAll(() => {
		chat = only(platform.addChats(1));
		for (let index = 0; index < 130; index++) {
			const message = platform.userMessage(index % 10 === 0 ? `round ${index}` : 'noise', 'text', chat);
			message.create_time = minute(index);
		}
	});

	test('reads no more pages than the limit needs', async () => {
		expect(await texts({ words: 'round', limit: 5 })).toEqual([
			'round 120',
			'round 110',
			'round 100',
			'round 90',
			'round 80',
		]);
		expect(sizes()).toEqual([50]);
		platform.reset();
		expect(await texts({ words: 'round', returnAll: true })).toHaveLength(13);
		expect(sizes()).toEqual([50, 50, 50]);
	});

	test('looks through as many as it may', async () => {
		expect(await texts({ words: 'round', returnAll: true, options: { lookThrough: 60 } })).toEqual(
			[120, 110, 100, 90, 80, 70].map((index) => `round ${index}`),
		);
		expect(sizes()).toEqual([50, 10]);
	});

	test('asks the platform for the range of time', async () => {
		const filters = { sentAfter: minute(100), sentBefore: minute(120) };
		expect(await texts({ words: 'round', returnAll: true, filters })).toEqual(['round 120', 'round 110', 'round 100']);
		expect(only(platform.calls).query).toContain(`start_time=${minute(100) / 1000}&end_time=${minute(120) / 1000}`);
	});
});

describe('in a thread', () => {
	const thread_id = 'omt_searched';

	beforeAll(() => {
		chat = only(platform.addChats(1));
		const root = Object.assign(platform.userMessage('plan', 'text', chat), { thread_id, create_time: minute(0) });
		for (let index = 1; index < 120; index++) {
			Object.assign(platform.userMessage(`plan ${index}`, 'text', chat), {
				thread_id,
				root_id: root.message_id,
				parent_id: root.message_id,
				create_time: minute(index),
			});
		}
	});

	test('keeps to a range of time that the platform does not know there, and stops when past it', async () => {
		const filters = { sentAfter: minute(100), sentBefore: minute(102) };
		expect(await texts({ source: 'thread', threadId: thread_id, words: 'plan', returnAll: true, filters })).toEqual([
			'plan 102',
			'plan 101',
			'plan 100',
		]);
		expect(platform.calls).toHaveLength(1);
		expect(only(platform.calls).query).not.toContain('start_time');
	});
});
