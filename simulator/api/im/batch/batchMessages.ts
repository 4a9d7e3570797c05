import type { Batch } from '../../../state/im';
import { PlatformError } from '../../../platform/envelope';
import type { App } from '../../../state/apps';
import type { Message } from '../../../state/messages';
import type { Store } from '../../../state/store';
import { defineRoute } from '../../../gateway/route';

const PATH = '/open-apis/im/v1/batch_messages/:batch_message_id';
const SCOPES = ['im:message:send_multi_depts', 'im:message:send_multi_users'];
const DAY_MS = 86_400_000;
const KEPT_DAYS = 30;

function batchById(store: Store, id: string | undefined): Batch {
	const batch = store.im.batches.get(id ?? '');
	if (!batch || store.clock.now() - batch.create_time > KEPT_DAYS * DAY_MS)
		throw new PlatformError(230030, 'The message id is invalid, record not found.');
	return batch;
}

function ownBatch(store: Store, app: App, id: string | undefined): Batch {
	const batch = batchById(store, id);
	if (batch.app_id !== app.app_id) throw new PlatformError(230012, 'Bot is NOT the sender of the message.');
	return batch;
}

/** Sending and recalling go on in the background, and the counts follow. */
const BEHIND_MS = 1000;
const isTold = ({ settings, clock }: Store, since: number) =>
	settings.batchProgress === 'atOnce' || clock.now() - since >= BEHIND_MS;

const messagesOf = (store: Store, batch: Batch): Message[] =>
	batch.message_ids.map((id) => store.im.messages.get(id)).filter((message) => message !== undefined);

const readers = (messages: readonly Message[]) => messages.filter((message) => message.read_by.length > 0).length;

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/batch_message/delete and its neighbors */
export const batchMessageRoutes = [
	defineRoute({
		method: 'DELETE',
		path: PATH,
		scopes: SCOPES,
		handle({ platform: { store, clock }, app, params }) {
			const batch = batchById(store, params.batch_message_id);
			if (batch.app_id !== app.app_id) throw new PlatformError(230026, 'No permission to recall this message.');
			// The window is the tenant administrator's setting; one day is its default.
			if (clock.now() - batch.create_time > DAY_MS)
				throw new PlatformError(230009, 'Message can only be recalled within one days.');
			const standing = messagesOf(store, batch).filter((message) => !message.deleted);
			for (const message of standing) Object.assign(message, { deleted: true, update_time: store.tick() });
			batch.recalled = true;
			batch.recall_count += standing.length;
			batch.recall_time ??= clock.now();
			store.changed();
			return { data: {} };
		},
	}),
	defineRoute({
		method: 'GET',
		path: `${PATH}/get_progress`,
		scopes: SCOPES,
		handle({ platform: { store }, app, params }) {
			const batch = ownBatch(store, app, params.batch_message_id);
			const messages = isTold(store, batch.create_time) ? messagesOf(store, batch) : [];
			return {
				data: {
					batch_message_send_progress: {
						valid_user_ids_count: messages.length,
						success_user_ids_count: messages.length,
						read_user_ids_count: readers(messages),
					},
					batch_message_recall_progress: {
						recall: batch.recalled,
						recall_count: isTold(store, batch.recall_time ?? 0) ? batch.recall_count : 0,
					},
				},
			};
		},
	}),
	defineRoute({
		method: 'GET',
		path: `${PATH}/read_user`,
		scopes: SCOPES,
		handle({ platform: { store }, app, params }) {
			const messages = messagesOf(store, ownBatch(store, app, params.batch_message_id));
			return {
				data: { read_user: { read_count: String(readers(messages)), total_count: String(messages.length) } },
			};
		},
	}),
];
