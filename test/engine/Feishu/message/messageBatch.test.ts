/** What follows a batch message, and deleting a card that one person sees. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform } from '../../../support/engine';
import { batchOf } from '../../../support/engine/cases/batchMessage';

const platform = usePlatform();

const run = async (operation: string, parameters: INodeParameters, resource = 'batchMessage') =>
	await platform.run({ parameters: { resource, operation, ...parameters } });

async function one(operation: string, parameters: INodeParameters, resource?: string) {
	const { items, error } = await run(operation, parameters, resource);
	if (error) throw error;
	return only(items).json;
}

test('progress and read counts, before and after a recall', async () => {
	const batchMessageId = batchOf(platform);
	const before = { valid_count: 2, sent_count: 2, read_count: 1, recalled: false, recalled_count: 0 };
	expect(await one('getProgress', { batchMessageId })).toEqual({ batch_message_id: batchMessageId, ...before });
	expect(await one('getReadCounts', { batchMessageId })).toEqual({
		batch_message_id: batchMessageId,
		read_count: 1,
		total_count: 2,
	});
	expect(await one('recall', { batchMessageId })).toEqual({ recall_started: true, batch_message_id: batchMessageId });
	expect(await one('getProgress', { batchMessageId })).toMatchObject({ recalled: true, recalled_count: 0 });
	platform.store.clock.advance(1000);
	expect(await one('getProgress', { batchMessageId })).toMatchObject({ recalled: true, recalled_count: 2 });
});

test('the raw answers', async () => {
	const batchMessageId = batchOf(platform);
	expect(await one('getProgress', { batchMessageId, simple: false })).toMatchObject({
		batch_message_send_progress: { valid_user_ids_count: 2 },
		batch_message_recall_progress: { recall: false },
	});
	expect(await one('getReadCounts', { batchMessageId, simple: false })).toEqual({
		read_user: { read_count: '1', total_count: '2' },
	});
});

test.each(['recall', 'getProgress', 'getReadCounts'])('%s refuses a batch that is unknown', async (operation) => {
	const { error } = await run(operation, { batchMessageId: 'bm-unknown' });
	expect(error?.message).toBe("The batch message does not exist, or this app can't see it");
	expect(error?.description).toContain('code 230030');
	expect(platform.calls).toHaveLength(1);
});

describe('Delete Ephemeral', () => {
	test('takes the card away, once', async () => {
		const message = platform.botMessage({ elements: [] }, 'interactive');
		message.visible_to = platform.user.open_id;
		const { message_id } = message;
		expect(await one('deleteEphemeral', { messageId: byId(message_id) }, 'card')).toEqual({
			deleted: true,
			message_id,
		});
		expect(platform.store.messages.has(message_id)).toBe(false);
		const { error } = await run('deleteEphemeral', { messageId: byId(message_id) }, 'card');
		expect(error?.message).toBe('The card is gone already');
		expect(error?.description).toContain('code 18051');
	});
});
