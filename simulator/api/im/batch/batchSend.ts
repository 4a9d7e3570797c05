import { acceptContent } from '../../../content';
import { checkPlainPost } from '../../../content/plainPost';
import { PlatformError } from '../../../platform/envelope';
import { newId } from '../../../platform/ids';
import { hasScope } from '../../../platform/scopes';
import { anything } from '../../../platform/validate';
import type { App } from '../../../state/apps';
import type { Store } from '../../../state/store';
import { senderOf } from '../../../state/operator';
import { defineRoute } from '../../../gateway/route';
import { RECEIVER_LISTS, receiversOf } from './batchReceivers';

const SEND = ['im:message', 'im:message:send_as_bot'];
const TO_PEOPLE = 'im:message:send_multi_users';
const TO_DEPARTMENTS = 'im:message:send_multi_depts';
const MAX_LIST = 200;
const MAX_A_DAY = 500_000;
const DAY_MS = 86_400_000;
const TYPES = ['text', 'image', 'post', 'share_chat', 'interactive'];

type Json = Record<string, unknown>;
type Lists = Record<(typeof RECEIVER_LISTS)[number], string[]>;

/** This endpoint of an older generation fails with HTTP 200. */
const failure = (code: number, msg: string) => new PlatformError(code, msg, { http: 200 });
const invalid = (detail: string) => failure(10003, `Invalid parameter, ext=${detail}`);

function objectIn(body: Json, name: 'content' | 'card'): Json {
	const value = body[name];
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(`${name} is not an object`);
	return value as Json;
}

function listsIn(body: Json): Lists {
	const read = (name: string): string[] => {
		const value = body[name] ?? [];
		if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) throw invalid(`invalid ${name}`);
		if (value.length > MAX_LIST) throw invalid(`${name} is longer than ${MAX_LIST}`);
		return value;
	};
	const lists = Object.fromEntries(RECEIVER_LISTS.map((name) => [name, read(name)])) as Lists;
	if (RECEIVER_LISTS.every((name) => lists[name].length === 0)) throw invalid('there is no receiver');
	return lists;
}

function checkScopes(app: App, lists: Lists): void {
	if (!hasScope(app, SEND)) throw failure(11223, 'Do not have im write permission.');
	const { department_ids: departments, ...people } = lists;
	if (Object.values(people).some((list) => list.length > 0) && !hasScope(app, [TO_PEOPLE]))
		throw failure(11203, 'Send employee ids permission denied.');
	if (departments.length > 0 && !hasScope(app, [TO_DEPARTMENTS]))
		throw failure(11204, 'Send department list permission denied.');
}

/** What the message type's own check is given: posts come without the outer `post`, cards as they are. */
function contentOf(store: Store, msgType: string, body: Json): Json {
	if (msgType === 'interactive') return objectIn(body, 'card');
	const content = objectIn(body, 'content');
	if (msgType === 'image' && !store.im.images.has(String(content.image_key)))
		throw failure(11227, 'Image key not exist.');
	if (msgType === 'share_chat') {
		const { share_chat_id: id } = content;
		if (!store.im.chats.has(String(id))) throw failure(11231, 'Chat not found.');
		return { chat_id: id };
	}
	if (msgType !== 'post') return content;
	if (JSON.stringify(content).includes('"tag":"md"')) throw failure(10002, 'Create or send message fail, ext=md tag');
	const post = objectIn({ content: content.post }, 'content');
	try {
		checkPlainPost(post);
	} catch (error) {
		throw refusal(error);
	}
	return post;
}

/** The refusal of a content in this endpoint's words: cards have a code of their own. */
function refusal(error: unknown): unknown {
	if (!(error instanceof PlatformError)) return error;
	if (error.code === 230099) return failure(11246, error.msg);
	return failure(10002, `Create or send message fail, ext=${error.msg}`);
}

function sentToday(store: Store, app: App): number {
	const recent = [...store.im.batches.values()].filter(
		(batch) => batch.app_id === app.app_id && store.clock.now() - batch.create_time < DAY_MS,
	);
	return recent.reduce((sum, batch) => sum + batch.message_ids.length, 0);
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/ucDO1EjL3gTNx4yN4UTM */
export const batchSendRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/message/v4/batch_send/',
		scopes: [...SEND, TO_PEOPLE, TO_DEPARTMENTS],
		// The endpoint reads all of it itself, so that nothing is refused with another status than 200.
		body: Object.fromEntries(['msg_type', 'content', 'card', ...RECEIVER_LISTS].map((name) => [name, anything()])),
		handle({ platform: { store, clock }, app, by, body }) {
			const { msg_type: msgType } = body;
			if (typeof msgType !== 'string' || !TYPES.includes(msgType)) throw invalid('invalid msg_type');
			const lists = listsIn(body);
			checkScopes(app, lists);
			const { people, invalid: bad } = receiversOf(store, app, lists);
			if (people.length === 0 && bad.invalid_open_ids.length > 0) throw failure(11101, 'Open_id not exist.');
			if (people.length === 0) throw invalid('there is no valid receiver');
			if (sentToday(store, app) + people.length > MAX_A_DAY)
				throw failure(11247, 'Internal send message trigger rate limit.');
			const content = JSON.stringify(contentOf(store, msgType, body));
			const accept = (user: (typeof people)[number]) => {
				const chat = store.im.p2pChat(by, user);
				return { chat, accepted: acceptContent(store, { app, chat, msgType, content }) };
			};
			const batch = {
				batch_message_id: newId.batch(),
				app_id: app.app_id,
				message_ids: [] as string[],
				create_time: clock.now(),
				recalled: false,
				recall_count: 0,
			};
			try {
				for (const user of people) {
					const { chat, accepted } = accept(user);
					const message = store.im.addMessage(chat, { msg_type: msgType, sender: senderOf(by), ...accepted });
					batch.message_ids.push(message.message_id);
				}
			} catch (error) {
				throw refusal(error);
			}
			store.im.batches.set(batch.batch_message_id, batch);
			return { data: { message_id: batch.batch_message_id, ...bad } };
		},
	}),
];
