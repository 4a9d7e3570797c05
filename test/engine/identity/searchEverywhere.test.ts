/** Message: Search in all chats of a person, which the platform has for nobody else. */
import type { INodeParameters } from 'n8n-workflow';

import { only, usePlatform, type CredentialRef } from '../../support/engine';
import { EVERYONE } from '../../support/engine/everyone';
import { signedIn } from '../../support/engine/people';

const platform = usePlatform();

let person: CredentialRef;
beforeAll(async () => {
	const where = { region: 'custom', baseUrl: platform.simulator.url };
	person = await (EVERYONE.person as (typeof EVERYONE)[string]).make(platform, where);
});

/** Words that stand in one message alone. */
let count = 0;
const unheard = () => `zebra${(count += 1)} crossing`;

const search = async (parameters: INodeParameters, credential = person) =>
	await platform.run({
		parameters: { resource: 'message', operation: 'search', source: 'all', ...parameters },
		credential,
	});

test('finds messages of several chats, and reads each', async () => {
	const words = unheard();
	const chats = [platform.chat, ...platform.addChats(2)];
	const written = chats.map((chat) => platform.userMessage(`a ${words} b`, 'text', chat).message_id);
	platform.userMessage('something else', 'text', platform.chat);
	const { error, items } = await search({ words });
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.message_id).sort()).toEqual(written.sort());
	expect(items.map(({ json }) => json.text)).toEqual(written.map(() => `a ${words} b`));
	expect(new Set(platform.routes.map((route) => route.replace(/om_\w+/, ':id')))).toEqual(
		new Set(['POST /open-apis/search/v2/message', 'GET /open-apis/im/v1/messages/:id']),
	);
});

test('narrows by sender, time and who writes, and goes on over pages to the limit', async () => {
	const words = unheard();
	const [sender = ''] = platform.chat.members;
	for (let index = 0; index < 25; index += 1) platform.userMessage(`${words} ${index}`);
	platform.botMessage(words);
	const filters = { senders: { person: [{ user: { __rl: true, mode: 'id', value: sender } }] }, sentBy: 'user' };
	const { error, items } = await search({ words, filters, returnAll: true });
	expect(error).toBeUndefined();
	expect(items).toHaveLength(25);
	const [body] = platform.calls.map(({ bodyText }) => bodyText).filter((text) => text);
	expect(JSON.parse(body ?? '')).toEqual({ query: words, from_ids: [sender], from_type: 'user' });
	platform.reset();
	expect((await search({ words, limit: 3 })).items).toHaveLength(3);
	expect(platform.calls.filter(({ path }) => path.endsWith('/search/v2/message'))).toHaveLength(1);
});

test('reads no more than it may look through, and says so', async () => {
	const words = unheard();
	for (let index = 0; index < 8; index += 1) platform.userMessage(`${words} ${index}`);
	const { items } = await search({ words, returnAll: true, options: { lookThrough: 5 } });
	expect(items).toHaveLength(5);
	expect(platform.calls).toHaveLength(6);
});

test.each<[string, INodeParameters, string]>([
	['no words', { words: '' }, "'Look For' is empty"],
	['a pattern', { words: 'x', matchBy: 'pattern' }, 'Match'],
	['any of the words', { words: 'x y', matchBy: 'any' }, 'Match'],
])('%s is refused before any call', async (_what, parameters, message) => {
	const { error } = await search(parameters);
	expect(error?.message).toContain(message);
	expect(platform.simulator.requests).toEqual([]);
});

test.each([
	[230011, 2],
	[230110, 2],
	[230050, 2],
	[230002, undefined],
])('what was found and can be read no more is left out, and no other refusal: %i', async (code, left) => {
	const words = unheard();
	const ids = [1, 2, 3].map((index) => platform.userMessage(`${words} ${index}`).message_id);
	const path = `/open-apis/im/v1/messages/${ids[1]}`;
	platform.simulator.faults.add({ path, action: { type: 'code', http: 400, code } });
	const { error, items } = await search({ words });
	platform.simulator.faults.clear();
	expect(error === undefined).toBe(left !== undefined);
	expect(items).toHaveLength(left ?? 0);
	if (left) expect(items.map(({ json }) => json.message_id)).not.toContain(ids[1]);
});

test('an app is refused before any call, and so is a history of all chats', async () => {
	const { error } = await search({ words: 'x' }, platform.credential);
	expect(error?.message).toContain("'Search messages' in all chats takes a person's login only");
	const history = await search({ operation: 'getAll' });
	expect(history.error?.message).toContain("'From' can't be 'all' here");
	expect(platform.simulator.requests).toEqual([]);
});

test('the scope of the search is named as the person’s', async () => {
	const { credential } = await signedIn(platform, 'offline_access im:message', only(platform.users.slice(1)).open_id);
	const { error } = await search({ words: 'x' }, credential);
	expect(error?.message).toBe('The person has not granted the scope search:message');
});
