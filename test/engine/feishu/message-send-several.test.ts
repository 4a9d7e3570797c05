/** Message → Send to several receivers: a result for each, whatever becomes of the others. */
import type { INodeParameters } from 'n8n-workflow';

import { byEmail, byId, list, usePlatform } from '../harness';
import { senderOf } from './sender';

const platform = usePlatform();
const { send } = senderOf(platform);

const several = async (receivers: INodeParameters, more: INodeParameters = {}) =>
	await send({ sendTo: 'several', receivers, text: 'Hello', ...more });

const SEND = 'POST /open-apis/im/v1/messages';
const sends = () => platform.calls.filter(({ method, path }) => `${method} ${path}` === SEND);

test('groups, people and lists of them each get it once, in an item of their own', async () => {
	const [a, b, c] = platform.users;
	const run = await several({
		chats: [{ chat: list(platform.chat.chat_id) }],
		people: [{ user: byId(a?.open_id ?? '') }, { user: byEmail(b?.email ?? '') }],
		lists: [{ list: `${c?.union_id}, ${platform.chat.chat_id}` }],
	});
	expect(run.error).toBeUndefined();
	expect(run.items.map(({ json }) => [json.receiver, json.receiver_type, json.sent])).toEqual([
		[platform.chat.chat_id, 'chat_id', true],
		[a?.open_id, 'open_id', true],
		[b?.email, 'email', true],
		[c?.union_id, 'union_id', true],
	]);
	expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual(run.items.map(() => ({ item: 0 })));
	expect(new Set(run.items.map(({ json }) => json.message_id)).size).toBe(4);
	expect(platform.message(run.items[0]?.json.message_id).content).toBe('{"text":"Hello"}');
	expect(sends()).toHaveLength(4);
});

test('a department means everybody in it, and below it unless told otherwise', async () => {
	const root = [...platform.store.departments.values()].find(({ parent }) =>
		[...platform.store.departments.values()].some((other) => other.parent !== '0' && parent === '0'),
	);
	const id = root?.open_department_id ?? '';
	const below = new Set([id]);
	for (let size = 0; size !== below.size; ) {
		size = below.size;
		for (const one of platform.store.departments.values()) if (below.has(one.parent)) below.add(one.open_department_id);
	}
	const people = (departments: Set<string>) =>
		platform.users
			.filter((user) => user.department_ids.some((one) => departments.has(one)))
			.map((user) => user.open_id);
	const deep = await several({ departments: [{ department: byId(id), deep: true }] });
	expect(deep.items.map(({ json }) => json.receiver).sort()).toEqual(people(below).sort());
	platform.reset();
	const flat = await several({ departments: [{ department: byId(id), deep: false }] });
	expect(flat.items.map(({ json }) => json.receiver).sort()).toEqual(people(new Set([id])).sort());
	platform.reset();
	const listed = await several({ lists: [{ list: id }] });
	expect(listed.items).toHaveLength(people(below).length);
});

test('one who can not be reached keeps nobody else from it', async () => {
	const run = await several({
		lists: [{ list: `${platform.strangeChat.chat_id}\n${platform.chat.chat_id}` }],
	});
	expect(run.error).toBeUndefined();
	expect(run.items.map(({ json }) => json)).toEqual([
		{
			receiver: platform.strangeChat.chat_id,
			receiver_type: 'chat_id',
			sent: false,
			failure: 'The app is not in this chat',
			advice: expect.stringContaining('Settings → Bots → Add Bot') as string,
		},
		expect.objectContaining({ receiver: platform.chat.chat_id, sent: true }),
	]);
});

test('when nobody was reached, that is an error', async () => {
	const run = await several({ lists: [{ list: `${platform.strangeChat.chat_id}, oc_unknown` }] });
	expect(run.error?.message).toBe('The app is not in this chat');
	expect(run.items).toEqual([]);
});

test('several messages to several receivers come in order', async () => {
	const long = Array.from({ length: 30 }, (_, index) => `## Part ${index}\n${'飞'.repeat(800)}`).join('\n\n');
	const [user] = platform.users;
	const run = await several(
		{ chats: [{ chat: list(platform.chat.chat_id) }], people: [{ user: byId(user?.open_id ?? '') }] },
		{ messageType: 'markdown', markdown: long },
	);
	expect(run.error).toBeUndefined();
	const of = (receiver: unknown) =>
		run.items.filter(({ json }) => json.receiver === receiver).map(({ json }) => String(json.text));
	expect(of(platform.chat.chat_id).length).toBeGreaterThan(2);
	expect(of(user?.open_id)).toEqual(of(platform.chat.chat_id));
	const numbers = [
		...of(user?.open_id)
			.join('\n')
			.matchAll(/Part (\d+)/g),
	].map(([, number]) => Number(number));
	expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => index));
});

const late = (value: string) => `={{ ${JSON.stringify(value)} }}`;

test.each<[string, INodeParameters, string]>([
	['nobody', {}, 'Receivers'],
	['an empty list', { lists: [{ list: late(' , ') }] }, 'Receivers'],
	['a row without a chat', { chats: [{ chat: list(late('')) }] }, 'Receivers → Chat 1 → Chat'],
	['a person where a chat belongs', { chats: [{ chat: byId(late('ou_1')) }] }, 'Receivers → Chat 1 → Chat'],
	['a row without a person', { people: [{ user: list(late('')) }] }, 'Receivers → Person 1 → User'],
	['a row without a department', { departments: [{ department: list(late('')) }] }, 'Receivers → Department 1'],
])('%s is refused before any call', async (_, receivers, field) => {
	const { error } = await several(receivers);
	expect(error?.message).toContain(field);
	expect(platform.simulator.requests).toEqual([]);
});
