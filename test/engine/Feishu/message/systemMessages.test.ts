/** What the platform writes into a group's history is read like all else, and found by nobody who looks for senders. */
import type { INodeParameters } from 'n8n-workflow';

import type { Chat } from '../../../../simulator';
import { note } from '../../../../simulator/state/systemMessages';
import { byId, list, only, usePlatform } from '../../../support/engine';

const platform = usePlatform();

let chat: Chat;
beforeAll(() => {
	chat = only(platform.addChats(1));
	const [ann = '', bob = ''] = chat.members;
	const by = { id: ann, id_type: 'open_id', sender_type: 'user' } as const;
	note(platform.store, 'added', chat, by, [bob]);
	platform.userMessage('invited to lunch', 'text', chat);
	note(platform.store, 'renamed', chat, by);
});

const run = async (operation: string, parameters: INodeParameters = {}) => {
	const { items, error } = await platform.run({
		parameters: { resource: 'message', operation, chat: list(chat.chat_id), ...parameters },
	});
	if (error) throw error;
	return items.map(({ json }) => json);
};

const oldestFirst = async (parameters: INodeParameters = {}) =>
	(await run('getAll', { returnAll: true, ...parameters })).reverse();

it('Get Many gives them with their words and without a sender', async () => {
	const [invited, written, renamed] = await oldestFirst();
	const [ann, bob] = chat.members.map((id) => platform.store.users.get(id)?.name ?? '');
	expect(invited).toMatchObject({ msg_type: 'system', text: `${ann} invited ${bob} to the group.` });
	expect(invited).not.toHaveProperty('sender_id');
	expect(invited).not.toHaveProperty('sender_type');
	expect(written).toMatchObject({ msg_type: 'text', sender_type: 'user' });
	expect(renamed?.text).toContain(`${ann} updated the group name`);
});

it('Get reads one', async () => {
	const [message] = await oldestFirst();
	const [one] = await run('get', { messageId: byId(String(message?.message_id)) });
	expect(one).toMatchObject({ msg_type: 'system', text: message?.text });
});

it('Search finds them by their words, and not among those of people or bots', async () => {
	const found = async (sentBy?: string) =>
		(await run('search', { words: 'invited', filters: sentBy ? { sentBy } : {}, returnAll: true })).map(
			({ msg_type: type }) => type,
		);
	expect(await found()).toEqual(['text', 'system']);
	expect(await found('user')).toEqual(['text']);
	expect(await found('app')).toEqual([]);
});

it('Parse Content reads one as it comes from the API', async () => {
	const [raw] = await oldestFirst({ simple: false });
	const { items, error } = await platform.run({
		parameters: { resource: 'message', operation: 'parse', messageJson: '={{ $json }}' },
		items: [{ json: raw ?? {} }],
	});
	if (error) throw error;
	expect(items[0]?.json).toMatchObject({ message_type: 'system', text: expect.stringContaining('invited') as string });
});
