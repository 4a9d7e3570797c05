/** Message → Send to several receivers: a result for each, whatever becomes of the others. */
import type { INodeParameters } from 'n8n-workflow';

import { byEmail, byId, list, until, usePlatform } from '../../../support/engine';
import { senderOf } from '../../../support/engine/sender';

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
			error: 'The app is not in this chat',
			details: {
				advice: expect.stringContaining('Settings → Bots → Add Bot') as string,
				code: 230002,
				log_id: expect.any(String) as string,
			},
		},
		expect.objectContaining({ receiver: platform.chat.chat_id, sent: true }),
	]);
});

test('who can not be found keeps nobody else from it, and is named', async () => {
	const run = await several({
		chats: [{ chat: list(platform.chat.chat_id) }],
		people: [{ user: { __rl: true, mode: 'mobile', value: '+8613899999999' } }],
		departments: [{ department: byId('od-unknown'), deep: true }],
	});
	expect(run.error).toBeUndefined();
	expect(run.items.map(({ json }) => [json.receiver, json.sent])).toEqual([
		[platform.chat.chat_id, true],
		['+8613899999999', false],
		['od-unknown', false],
	]);
	expect(run.items[1]?.json.error).toContain('Nobody has the mobile number');
});

test('a department without people is named', async () => {
	const empty = { ...[...platform.store.departments.values()][0], open_department_id: 'od-empty', parent: 'od-none' };
	platform.store.departments.set('od-empty', empty as never);
	const run = await several({ lists: [{ list: `${platform.chat.chat_id}, od-empty` }] });
	expect(run.items.map(({ json }) => [json.receiver, json.sent])).toEqual([
		[platform.chat.chat_id, true],
		['od-empty', false],
	]);
	expect(run.items[1]?.json.error).toContain('no people that the app can see');
	platform.store.departments.delete('od-empty');
});

test('somebody named by e-mail and by open_id gets it once; an address that nobody is found by gets it as it is', async () => {
	const [a, b] = platform.users;
	const run = await several({ lists: [{ list: `${a?.email}, ${a?.open_id}, ${b?.email}` }] });
	expect(run.items.map(({ json }) => json.receiver)).toEqual([a?.open_id, b?.email]);
	platform.reset();
	const capitals = await several({ lists: [{ list: `${b?.email}, ${b?.email?.toUpperCase()}` }] });
	expect(capitals.items).toHaveLength(1);
	platform.reset();
	platform.simulator.faults.add({
		path: '/open-apis/contact/v3/users/batch_get_id',
		action: { type: 'code', http: 400, code: 99991672, msg: 'no scope' },
	});
	const without = await several({ lists: [{ list: `${a?.open_id}, ${b?.email}` }] });
	expect(without.items.map(({ json }) => [json.receiver, json.sent])).toEqual([
		[a?.open_id, true],
		[b?.email, true],
	]);
});

test('results stand in the order of the receivers, and each message has a key of its own', async () => {
	const people = platform.users.slice(0, 4).map(({ open_id }) => open_id);
	platform.simulator.faults.add({ path: '/open-apis/im/v1/messages', times: 1, action: { type: 'delay', ms: 300 } });
	const run = await several({ lists: [{ list: people.join() }] });
	expect(run.items.map(({ json }) => json.receiver)).toEqual(people);
	const keys = sends().map(({ bodyText }) => (JSON.parse(bodyText ?? '{}') as { uuid: string }).uuid);
	expect(new Set(keys).size).toBe(4);
});

test('what somebody got before a failure is told', async () => {
	const long = Array.from({ length: 30 }, (_, index) => `## Part ${index}\n${'飞'.repeat(800)}`).join('\n\n');
	const path = '/open-apis/im/v1/messages';
	// The first messages to both pass once both have come, so that the second ones come behind both.
	let letGo = () => {};
	const held = new Promise<void>((resolve) => (letGo = resolve));
	platform.simulator.faults.add({ path, times: 2, action: { type: 'hold', until: held } });
	platform.simulator.faults.add({
		path,
		times: 1,
		action: { type: 'code', http: 400, code: 230025, msg: 'too long' },
	});
	const [user] = platform.users;
	const running = several(
		{ lists: [{ list: `${user?.open_id}, ${platform.chat.chat_id}` }] },
		{ messageType: 'markdown', markdown: long },
	);
	await until(() => sends().length === 2, 'the first message to each');
	letGo();
	const run = await running;
	const failed = run.items.filter(({ json }) => json.sent === false);
	expect(failed).toHaveLength(1);
	expect(failed[0]?.json.details).toMatchObject({
		advice: expect.stringMatching(/Of \d messages, the first 1 had been sent \(om_\w+\)\./) as string,
	});
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
