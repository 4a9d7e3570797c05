import type { Platform } from '..';
import { late, type Cases } from './common';

const BATCH = [
	[{ batchMessageId: late('') }, 'Batch Message ID'],
	[{ batchMessageId: late('om_1234') }, 'Batch Message ID'],
] as const;

/** As old as a batch must be for its counts to say something. */
const SECOND_MS = 1000;

/** A batch of two messages, one of which was read. */
export function batchOf(p: Platform): string {
	const batch_message_id = `bm-${p.store.tick()}`;
	const messages = [p.botMessage(), p.botMessage()];
	messages[0]?.read_by.push({ open_id: p.user.open_id, time: p.store.tick() });
	p.store.im.batches.set(batch_message_id, {
		batch_message_id,
		app_id: p.simulator.appId,
		message_ids: messages.map(({ message_id }) => message_id),
		create_time: p.store.clock.now() - SECOND_MS,
		recalled: false,
		recall_count: 0,
	});
	return batch_message_id;
}

const parameters = (p: Platform) => ({ batchMessageId: batchOf(p) });

export const batchMessage: Cases = {
	sendBatch: {
		parameters: (p) => ({ userIds: p.user.open_id, text: 'Hello' }),
		refused: [
			[{ userIds: late(' , '), departmentIds: '' }, "'Department IDs' and 'User IDs' are both empty"],
			[{ userIds: late(Array.from({ length: 201 }, (_, index) => `ou_${index}`).join(',')) }, 'User IDs'],
			[{ departmentIds: late(Array.from({ length: 201 }, (_, index) => `od-${index}`).join(',')) }, 'Department IDs'],
			[{ text: late('') }, 'Text'],
		],
	},
	recall: { parameters, refused: BATCH },
	getProgress: { parameters, refused: BATCH },
	getReadCounts: { parameters, refused: BATCH },
};
