/** Pins: add, get many, delete. */
import type { INodeParameters } from 'n8n-workflow';

import { groupOf } from '../../../../simulator/state/chats';
import { byId, list, only, usePlatform } from '../../../support/engine';

const platform = usePlatform();

const run = async (operation: string, parameters: INodeParameters) =>
	await platform.run({ parameters: { resource: 'pin', operation, ...parameters } });

async function one(operation: string, parameters: INodeParameters) {
	const { items, error } = await run(operation, parameters);
	if (error) throw error;
	return only(items).json;
}

const pinned = () => [...platform.store.im.pins.keys()];

describe('Add', () => {
	test('pins a message; again changes nothing', async () => {
		const { message_id, chat_id } = platform.userMessage();
		const json = await one('add', { messageId: byId(message_id) });
		expect(json).toEqual({
			message_id,
			chat_id,
			operator_id: platform.simulator.appId,
			operator_id_type: 'app_id',
			create_time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
		});
		expect(pinned()).toContain(message_id);
		expect(await one('add', { messageId: byId(message_id) })).toEqual(json);
		expect(await one('add', { messageId: byId(message_id), simple: false })).toMatchObject({
			create_time: String(Date.parse(String(json.create_time))),
		});
	});

	test('is repeated when the connection drops after it, because twice does no harm', async () => {
		platform.simulator.faults.add({ path: '/open-apis/im/v1/pins', times: 1, action: { type: 'dropAfter' } });
		const { message_id } = platform.userMessage();
		await one('add', { messageId: byId(message_id) });
		expect(platform.calls).toHaveLength(2);
		expect(pinned().filter((id) => id === message_id)).toHaveLength(1);
	});

	test('waits when one message changes too often', async () => {
		platform.simulator.faults.add({
			path: '/open-apis/im/v1/pins',
			times: 1,
			action: { type: 'code', http: 400, code: 230047, msg: 'Pin/Unpin message trigger message_id limit.' },
		});
		await one('add', { messageId: byId(platform.userMessage().message_id) });
		expect(platform.calls).toHaveLength(2);
	});

	test('tells that the group reserves pins', async () => {
		const [chat = platform.chat] = platform.addChats(1);
		// A state of its own: the new group is a copy of another.
		delete chat.group;
		groupOf(chat).settings.pin_manage_setting = 'only_owner';
		const { error } = await run('add', { messageId: byId(platform.userMessage('x', 'text', chat).message_id) });
		expect(error?.message).toBe('The app may not pin messages in this group');
		expect(error?.description).toContain('code 230046');
	});
});

describe('Get Many', () => {
	const START = Date.UTC(2026, 0, 1);

	function chatWithPins(count: number): string {
		const [chat = platform.chat] = platform.addChats(1);
		for (let index = 0; index < count; index++) {
			const { message_id, chat_id, sender: operator } = platform.userMessage(`${index}`, 'text', chat);
			const create_time = START + index * 60_000;
			platform.store.im.pins.set(message_id, { message_id, chat_id, operator, create_time });
		}
		return chat.chat_id;
	}

	test('lists the pins of a chat over all pages, the newest first', async () => {
		const { items } = await run('getAll', { chat: list(chatWithPins(120)), returnAll: true });
		expect(items).toHaveLength(120);
		expect(items[0]?.json.create_time).toBe(new Date(START + 119 * 60_000).toISOString());
		expect(items[119]?.json.create_time).toBe(new Date(START).toISOString());
		expect(platform.calls).toHaveLength(3);
	});

	test('between two moments, in milliseconds', async () => {
		const filters = { pinnedAfter: '2026-01-01T00:02:00Z', pinnedBefore: '2026-01-01T00:03:59Z' };
		const { items } = await run('getAll', { chat: list(chatWithPins(6)), filters });
		expect(items.map(({ json }) => json.create_time)).toEqual(
			[3, 2].map((minute) => new Date(START + minute * 60_000).toISOString()),
		);
		expect(only(platform.calls).query).toContain(`start_time=${START + 120_000}&end_time=${START + 239_000}`);
	});
});

describe('Delete', () => {
	test('takes the pin off, and one that is not there too', async () => {
		const { message_id } = platform.userMessage();
		await one('add', { messageId: byId(message_id) });
		const gone = { deleted: true, message_id };
		expect(await one('delete', { messageId: byId(message_id) })).toEqual(gone);
		expect(pinned()).not.toContain(message_id);
		expect(await one('delete', { messageId: byId(message_id) })).toEqual(gone);
	});
});
