/** Urgent, Get Read Users, Add Follow-Up Bubbles. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, list, only, usePlatform } from '../../../support/engine';

const platform = usePlatform();

const run = async (operation: string, parameters: INodeParameters) =>
	await platform.run({ parameters: { resource: 'message', operation, ...parameters } });

async function one(operation: string, parameters: INodeParameters) {
	const { items, error } = await run(operation, parameters);
	if (error) throw error;
	return only(items).json;
}

const people = (...ids: string[]) => ({ people: { person: ids.map((id) => ({ user: list(id) })) } });
const several = (...entries: string[]) => ({ people: { several: [{ list: entries.join() }] } });
const members = () => platform.chat.members;

describe('Urgent', () => {
	test.each([
		['app', 'im:message.urgent'],
		['sms', 'im:message.urgent:sms'],
		['phone', 'im:message.urgent:phone'],
	])('by %s', async (channel, scope) => {
		const message = platform.botMessage();
		const parameters = { messageId: byId(message.message_id), channel, ...people(...members().slice(0, 2)) };
		expect(await one('urgent', parameters)).toEqual({
			message_id: message.message_id,
			channel,
			user_id_type: 'open_id',
			reached: members().slice(0, 2),
			invalid: [],
		});
		expect(message.urgents?.map(({ type, open_id }) => [type, open_id])).toEqual(
			members()
				.slice(0, 2)
				.map((id) => [channel, id]),
		);
		for (const app of platform.store.apps.values()) app.scopes = [];
		const { error } = await run('urgent', parameters);
		expect(error?.description).toContain(scope);
	});

	test('says who was not reached', async () => {
		const message = platform.botMessage();
		const [member = ''] = members();
		const json = await one('urgent', { messageId: byId(message.message_id), ...several(member, 'ou_stranger') });
		expect(json).toMatchObject({ reached: [member], invalid: ['ou_stranger'] });
	});

	test('looks people up by address', async () => {
		const message = platform.botMessage();
		const user = platform.store.users.get(members()[0] ?? '');
		const json = await one('urgent', { messageId: byId(message.message_id), ...several(user?.email ?? '') });
		expect(json).toMatchObject({ reached: [user?.open_id] });
		expect(platform.calls).toHaveLength(2);
	});

	test.each<[string, () => INodeParameters, number, string]>([
		[
			'a message of a person',
			() => ({ messageId: byId(platform.userMessage().message_id) }),
			230012,
			'Only its sender may do this with the message',
		],
		[
			'a quota that is used up',
			() => {
				platform.store.im.urgentQuota.phone = 0;
				return { channel: 'phone' };
			},
			230024,
			"The organization's quota for urgent messages is used up",
		],
	])('refuses %s', async (_, parameters, code, words) => {
		const messageId = byId(platform.botMessage().message_id);
		const { error } = await run('urgent', { messageId, ...people(members()[0] ?? ''), ...parameters() });
		expect(error?.message).toBe(words);
		expect(error?.description).toContain(`code ${code}`);
		expect(platform.calls).toHaveLength(1);
	});

	test('is not repeated when the connection drops after it', async () => {
		const message = platform.botMessage();
		platform.simulator.faults.add({ path: '/open-apis/im/v1/messages/*', times: 1, action: { type: 'dropAfter' } });
		const { error } = await run('urgent', { messageId: byId(message.message_id), ...people(members()[0] ?? '') });
		expect(error?.description).toContain('It may have been carried out all the same');
		expect(message.urgents).toHaveLength(1);
	});
});

describe('Get Read Users', () => {
	test('lists who has read the message, and when', async () => {
		const message = platform.botMessage();
		message.read_by.push(...platform.users.map(({ open_id }, index) => ({ open_id, time: 1769832000000 + index })));
		const { items } = await run('getReadUsers', { messageId: byId(message.message_id), userIdType: 'user_id' });
		expect(items.map(({ json }) => json)).toEqual(
			platform.users.map(({ user_id }, index) => ({
				message_id: message.message_id,
				user_id,
				user_id_type: 'user_id',
				read_time: new Date(1769832000000 + index).toISOString(),
			})),
		);
	});

	test('gives raw records up to the limit', async () => {
		const message = platform.botMessage();
		message.read_by.push(...platform.users.map(({ open_id }) => ({ open_id, time: 1769832000000 })));
		const { items } = await run('getReadUsers', { messageId: byId(message.message_id), limit: 1, simple: false });
		expect(only(items).json).toMatchObject({ timestamp: '1769832000000', user_id_type: 'open_id' });
		expect(items).toHaveLength(1);
	});

	test('is refused for a message of a person', async () => {
		const { error } = await run('getReadUsers', { messageId: byId(platform.userMessage().message_id) });
		expect(error?.message).toBe('Only its sender may do this with the message');
	});
});

describe('Add Follow-Up Bubbles', () => {
	const bubbles = (...texts: string[]) => ({ bubbles: { bubble: texts.map((text) => ({ text })) } });

	test('under the newest message to one person', async () => {
		const message = platform.botMessage('How was it?', 'text', platform.conversation());
		expect(
			await one('pushFollowUp', { messageId: byId(message.message_id), ...bubbles('Good', ' Bad, sorry ') }),
		).toEqual({
			message_id: message.message_id,
			bubbles: ['Good', 'Bad, sorry'],
		});
		expect(message.follow_ups).toEqual(['Good', 'Bad, sorry']);
	});

	test('counts characters, not what they are stored as', async () => {
		const message = platform.botMessage('x', 'text', platform.conversation());
		await one('pushFollowUp', { messageId: byId(message.message_id), ...bubbles('好'.repeat(200)) });
		expect(message.follow_ups).toHaveLength(1);
	});

	test.each<[string, () => string, number, string]>([
		[
			'in a group',
			() => platform.botMessage().message_id,
			230003,
			'Bubbles are for chats between the app and one person',
		],
		['after 10 minutes', () => old(601_000), 230002, 'The message is too old for bubbles'],
		['under an older message', () => olderMessage(), 230006, 'The message is not the newest of its chat'],
		['a second time', () => withBubbles(), 230008, 'The message has bubbles already'],
	])('refuses %s, in words of its own', async (_, message, code, words) => {
		const { error } = await run('pushFollowUp', { messageId: byId(message()), ...bubbles('Yes') });
		expect(error?.message).toBe(words);
		expect(error?.description).toContain(`code ${code}`);
	});

	const message = () => platform.botMessage('x', 'text', platform.conversation());

	function old(age: number): string {
		const one = message();
		one.create_time -= age;
		return one.message_id;
	}

	function olderMessage(): string {
		const one = message();
		message();
		return one.message_id;
	}

	function withBubbles(): string {
		const one = message();
		one.follow_ups = ['Yes'];
		return one.message_id;
	}
});
