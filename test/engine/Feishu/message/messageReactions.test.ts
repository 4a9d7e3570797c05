/** Reactions: add, get many, delete. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform } from '../../../support/engine';

const platform = usePlatform();

const run = async (operation: string, parameters: INodeParameters) =>
	await platform.run({ parameters: { resource: 'reaction', operation, ...parameters } });

async function one(operation: string, parameters: INodeParameters) {
	const { items, error } = await run(operation, parameters);
	if (error) throw error;
	return only(items).json;
}

describe('Add', () => {
	test.each<[string, INodeParameters, string]>([
		['of the list', {}, 'THUMBSUP'],
		['by name', { emoji: 'byName', emojiType: 'BubbleTea' }, 'BubbleTea'],
		['by a name in any case', { emoji: 'byName', emojiType: ':check_mark:' }, 'CheckMark'],
		['as a character', { emoji: 'byName', emojiType: '🎉' }, 'PARTY'],
		['that an expression chooses', { emoji: '={{ "ok" }}' }, 'OK'],
	])('puts an emoji %s under the message', async (_, parameters, emoji_type) => {
		const message = platform.userMessage();
		const json = await one('add', { messageId: byId(message.message_id), ...parameters });
		expect(message.reactions).toMatchObject([{ emoji_type, operator: { id: platform.simulator.appId } }]);
		expect(json).toEqual({
			message_id: message.message_id,
			reaction_id: only(message.reactions).reaction_id,
			emoji_type,
			operator_id: platform.simulator.appId,
			operator_type: 'app',
			action_time: new Date(only(message.reactions).action_time).toISOString(),
		});
	});

	test('gives the raw answer', async () => {
		const message = platform.userMessage();
		expect(await one('add', { messageId: byId(message.message_id), simple: false })).toMatchObject({
			reaction_type: { emoji_type: 'THUMBSUP' },
			operator: { operator_type: 'app' },
		});
	});

	test('is not repeated when the connection drops after it', async () => {
		platform.simulator.faults.add({ path: '/open-apis/im/v1/messages/*', times: 1, action: { type: 'dropAfter' } });
		const { error } = await run('add', { messageId: byId(platform.userMessage().message_id) });
		expect(error?.description).toContain('It may have been carried out all the same');
		expect(platform.calls).toHaveLength(1);
	});

	test.each([
		[
			'an emoji that is unknown',
			{ emoji: 'byName', emojiType: 'NOSUCHTHING' },
			231001,
			'Feishu does not know this emoji',
		],
		['a message that is unknown', { messageId: byId('om_unknown') }, 231003, 'The message does not exist'],
	])('%s', async (_, parameters, code, message) => {
		const { error } = await run('add', { messageId: byId(platform.userMessage().message_id), ...parameters });
		expect(error?.message).toContain(message);
		expect(error?.description).toContain(`code ${code}`);
	});
});

describe('Get Many', () => {
	const EMOJI = ['OK', 'HEART', 'OK', 'DONE', 'OK'];

	function reactedTo(count = EMOJI.length) {
		const message = platform.userMessage();
		for (let index = 0; index < count; index++) {
			const id = platform.users[index % platform.users.length]?.open_id ?? '';
			message.reactions.push({
				reaction_id: `r-${message.message_id}-${index}`,
				emoji_type: EMOJI[index % EMOJI.length] ?? '',
				operator: { id, id_type: 'open_id', sender_type: 'user' },
				action_time: platform.store.tick(),
			});
		}
		return message;
	}

	test('lists who reacted', async () => {
		const message = reactedTo();
		const { items } = await run('getAll', { messageId: byId(message.message_id), returnAll: true });
		expect(items.map(({ json }) => json)).toEqual(
			message.reactions.map(({ reaction_id, emoji_type, operator, action_time }) => ({
				message_id: message.message_id,
				reaction_id,
				emoji_type,
				operator_id: operator.id,
				operator_type: 'user',
				action_time: new Date(action_time).toISOString(),
			})),
		);
	});

	test('of one emoji, as the kind of ID that was chosen', async () => {
		const message = reactedTo();
		const { items } = await run('getAll', {
			messageId: byId(message.message_id),
			emojiFilter: '👌',
			userIdType: 'union_id',
		});
		expect(items.map(({ json }) => json.emoji_type)).toEqual(['OK', 'OK', 'OK']);
		expect(String(items[0]?.json.operator_id)).toMatch(/^on_/);
		expect(only(platform.calls).query).toContain('reaction_type=OK');
	});

	test('goes through all pages, and no further than the limit', async () => {
		const messageId = byId(reactedTo(120).message_id);
		expect((await run('getAll', { messageId, returnAll: true })).items).toHaveLength(120);
		expect(platform.calls).toHaveLength(3);
		expect((await run('getAll', { messageId, limit: 60 })).items).toHaveLength(60);
		expect(platform.calls).toHaveLength(5);
	});
});

describe('Delete', () => {
	test('takes the reaction of the app away', async () => {
		const message = platform.userMessage();
		const messageId = byId(message.message_id);
		const { reaction_id } = await one('add', { messageId });
		expect(await one('delete', { messageId, reactionId: String(reaction_id) })).toEqual({
			deleted: true,
			message_id: message.message_id,
			reaction_id,
		});
		expect(message.reactions).toEqual([]);
	});

	test.each([
		['that is unknown', 'nothing', 231011, 'The reaction does not exist'],
		['of somebody else', 'theirs', 231007, 'Only who gave a reaction can take it away'],
	])('refuses one %s', async (_, reactionId, code, words) => {
		const message = platform.userMessage();
		const operator = { id: platform.user.open_id, id_type: 'open_id', sender_type: 'user' } as const;
		message.reactions.push({ reaction_id: 'theirs', emoji_type: 'OK', operator, action_time: 1 });
		const { error } = await run('delete', { messageId: byId(message.message_id), reactionId });
		expect(error?.message).toContain(words);
		expect(error?.description).toContain(`code ${code}`);
		expect(message.reactions).toHaveLength(1);
	});
});
