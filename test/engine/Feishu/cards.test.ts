/** Card: update, update by the token of a click, cards for one person's eyes. */
import type { INodeParameters } from 'n8n-workflow';

import { byEmail, byId, list, only, usePlatform } from '../../support/engine';

const platform = usePlatform();

const second = (content: string) =>
	JSON.stringify({ schema: '2.0', body: { elements: [{ tag: 'markdown', content }] } });

const run = async (operation: string, parameters: INodeParameters) =>
	await platform.run({ parameters: { resource: 'card', operation, ...parameters } });

async function sendCard(cardJson: string): Promise<string> {
	const { items } = await platform.run({
		parameters: {
			resource: 'message',
			operation: 'send',
			chat: list(platform.chat.chat_id),
			messageType: 'cardJson',
			cardJson,
		},
	});
	return String(only(items).json.message_id);
}

const blocks = (text: string): INodeParameters => ({
	messageType: 'card',
	cardTitle: 'New',
	blocks: { block: [{ type: 'markdown', text }] },
});

test.each<[string, INodeParameters, string]>([
	['blocks', blocks('after'), 'after'],
	['Markdown', { messageType: 'markdown', markdown: '## after' }, 'after'],
	['JSON', { messageType: 'cardJson', cardJson: second('after') }, 'after'],
])('a card is replaced by one of %s', async (_, composer, words) => {
	const id = await sendCard(second('before'));
	const { items, error } = await run('update', { messageId: byId(id), ...composer });
	expect(error).toBeUndefined();
	expect(only(items).json).toEqual({ updated: true, message_id: id });
	expect(JSON.stringify(platform.message(id).card)).toContain(words);
	expect(JSON.stringify(platform.message(id).card)).not.toContain('before');
});

test('a card of 2.0 can not become one of 1.0, and that is told', async () => {
	const id = await sendCard(second('before'));
	const cardJson = JSON.stringify({ config: { update_multi: true }, elements: [{ tag: 'hr' }] });
	const { error } = await run('update', { messageId: byId(id), messageType: 'cardJson', cardJson });
	expect(error?.description).toContain('200830');
	expect(JSON.stringify(platform.message(id).card)).toContain('before');
});

async function click(cardJson: string): Promise<{ id: string; token: string }> {
	const id = await sendCard(cardJson);
	const app = platform.store.apps.get(platform.simulator.appId);
	if (app) app.event_url = undefined;
	await platform.simulator
		.clickCard({
			message_id: id,
			open_id: platform.chat.members[0] ?? '',
			action: { tag: 'button', value: { go: 1 } },
		})
		.catch(() => undefined);
	const token = [...platform.store.cardTokens.values()].at(-1);
	if (!token) throw new Error('The click made no token');
	token.answered = true;
	return { id, token: token.token };
}

const withButton = second('before').replace(
	']',
	',{"tag":"button","text":{"tag":"plain_text","content":"Go"},"behaviors":[{"type":"callback","value":{"go":1}}]}]',
);

test('a token of a click changes the card twice, and no more', async () => {
	const { id, token } = await click(withButton);
	for (const words of ['one', 'two']) {
		const { error } = await run('delayedUpdate', { callbackToken: token, ...blocks(words) });
		expect(error).toBeUndefined();
		expect(JSON.stringify(platform.message(id).card)).toContain(words);
	}
	const { error } = await run('delayedUpdate', { callbackToken: token, ...blocks('three') });
	expect(error?.name).toBe('NodeApiError');
	expect(error?.message).not.toContain('Feishu says');
	expect(`${error?.message} ${error?.description}`).not.toContain(token);
});

test.each<[string, INodeParameters, string]>([
	[
		'people for a card that all see alike',
		{ messageType: 'cardJson', cardJson: second('x'), openIds: 'ou_1' },
		"'Only for Users' can't be used",
	],
	[
		'a private card without people',
		{ messageType: 'cardJson', cardJson: '{"elements":[{"tag":"hr"}]}', openIds: '' },
		"'Only for Users' is empty",
	],
])('%s is refused before any call', async (_, parameters, words) => {
	const { error } = await run('delayedUpdate', { callbackToken: 'c-1', ...parameters });
	expect(error?.message).toContain(words);
	expect(platform.simulator.requests).toEqual([]);
});

test('a card for one person is seen by that person alone, and taken away again', async () => {
	const user = platform.users.find(({ open_id }) => platform.chat.members.includes(open_id));
	for (const chosen of [byId(user?.open_id ?? ''), byId(user?.user_id ?? ''), byEmail(user?.email ?? '')]) {
		const sent = await run('sendEphemeral', {
			chat: list(platform.chat.chat_id),
			user: chosen,
			...blocks('only you'),
		});
		expect(sent.error).toBeUndefined();
		const { message_id } = only(sent.items).json;
		expect(only(sent.items).json).toEqual({ message_id, chat_id: platform.chat.chat_id });
		expect(platform.message(message_id)).toMatchObject({ visible_to: user?.open_id });
		const gone = await run('deleteEphemeral', { messageId: byId(String(message_id)) });
		expect(only(gone.items).json).toEqual({ deleted: true, message_id });
	}
});

test('a union_id is refused for a card for one person', async () => {
	const { error } = await run('sendEphemeral', {
		chat: list(platform.chat.chat_id),
		user: byId('on_1'),
		...blocks('x'),
	});
	expect(error?.message).toBe("The field 'Visible To' can't be a union_id here");
	expect(platform.simulator.requests).toEqual([]);
});
