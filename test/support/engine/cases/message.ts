import { byEmail, byId, list, type Platform } from '..';
import { CHAT, late, LIMIT, MESSAGE, type Cases } from './common';

export const message: Cases = {
	send: {
		parameters: (p) => ({ chat: list(p.chat.chat_id), text: 'Hello' }),
		refused: [...CHAT, [{ text: late(' ') }, 'Text'], [{ sendTo: 'user', user: byEmail(late('')) }, 'User']],
	},
	sendAndWait: {
		// Whether somebody hears the click has tests of its own.
		parameters: (p) => ({ chat: list(p.chat.chat_id), message: 'Shall we?', options: { listensElsewhere: true } }),
		refused: [
			...CHAT,
			[{ message: late(' ') }, 'Message'],
			[{ sendTo: 'user', user: byEmail(late('')) }, 'User'],
			[{ responseType: 'customForm' }, 'Form Fields'],
			[{ responseType: 'customForm', formFields: { values: [{ fieldLabel: late('') }] } }, 'Label'],
			[{ options: { limitWaitTime: { values: { resumeAmount: 0 } } } }, 'Limit Wait Time'],
		],
	},
	reply: {
		parameters: (p) => ({ messageId: byId(p.userMessage().message_id), text: 'Hello' }),
		refused: [...MESSAGE, [{ text: late('') }, 'Text']],
	},
	edit: {
		parameters: (p) => ({ messageId: byId(p.botMessage().message_id), text: 'Changed' }),
		refused: [...MESSAGE, [{ text: late('') }, 'Text']],
	},
	recall: { parameters: (p) => ({ messageId: byId(p.botMessage().message_id) }), refused: MESSAGE },
	get: { parameters: (p) => ({ messageId: byId(p.userMessage().message_id) }), refused: MESSAGE },
	getAll: {
		parameters: (p) => ({ chat: list(p.chat.chat_id), returnAll: true }),
		// What one person alone sees is not in the history.
		records: (p) => p.messages().filter(({ visible_to }) => visible_to === undefined).length,
		refused: [
			...CHAT,
			...LIMIT,
			[{ source: 'thread', threadId: late('') }, 'Thread ID'],
			[{ source: 'thread', threadId: late('om_1') }, 'Thread ID'],
			[{ filters: { sentAfter: 'yesterday' } }, 'Sent After'],
			[{ filters: { sentBefore: 'tomorrow' } }, 'Sent Before'],
			[
				{ source: 'thread', threadId: 'omt_1', filters: { sentBefore: '2026-01-01' } },
				"'Sent Before' does not work for threads",
			],
		],
	},
	forward: {
		parameters: (p) => ({ messageId: byId(p.userMessage().message_id), chat: list(p.chat.chat_id) }),
		refused: [
			...MESSAGE,
			...CHAT,
			[{ sendTo: 'user', user: byId(late('')) }, 'User'],
			[{ sendTo: 'thread', threadId: late('oc_1') }, 'Thread ID'],
		],
	},
	mergeForward: {
		parameters: (p) => ({
			messageIds: [p.userMessage(), p.userMessage()].map(({ message_id }) => message_id).join('\n'),
			chat: list(p.chat.chat_id),
		}),
		refused: [
			...CHAT,
			[{ messageIds: late('') }, 'Message IDs'],
			[{ messageIds: late('om_1, oc_1') }, 'Message IDs'],
			[{ messageIds: Array.from({ length: 101 }, (_, index) => `om_${index}`).join() }, '101 messages'],
			[{ sendTo: 'user', user: byId(late('')) }, 'User'],
			[{ sendTo: 'thread', threadId: late('oc_1') }, 'Thread ID'],
		],
	},
	forwardThread: {
		parameters: (p) => ({ forwardedThreadId: threadOf(p), chat: list(p.chat.chat_id) }),
		refused: [
			...CHAT,
			[{ forwardedThreadId: late('') }, 'Thread to Forward'],
			[{ forwardedThreadId: late('om_1') }, 'Thread to Forward'],
			[{ sendTo: 'user', user: byId(late('')) }, 'User'],
		],
	},
	getReadUsers: {
		parameters: (p) => {
			const message = p.botMessage();
			message.read_by.push(...p.users.map(({ open_id }) => ({ open_id, time: p.store.tick() })));
			return { messageId: byId(message.message_id), returnAll: true };
		},
		records: (p) => p.users.length,
		refused: [...MESSAGE, ...LIMIT],
	},
	urgent: {
		parameters: (p) => ({
			messageId: byId(p.botMessage().message_id),
			people: { person: [{ user: list(p.chat.members[0] ?? '') }] },
		}),
		refused: [
			...MESSAGE,
			[{ channel: late('fax') }, 'Channel'],
			[{ people: {} }, 'People'],
			[
				{ people: { several: [{ list: Array.from({ length: 201 }, (_, index) => `ou_${index}`).join() }] } },
				'201 people',
			],
		],
	},
	pushFollowUp: {
		parameters: (p) => ({
			messageId: byId(p.botMessage('How was it?', 'text', p.conversation()).message_id),
			bubbles: { bubble: [{ text: 'Good' }, { text: 'Bad' }] },
		}),
		refused: [
			...MESSAGE,
			[{ bubbles: {} }, 'Bubbles'],
			[{ bubbles: { bubble: [{ text: 'a' }, { text: 'b' }, { text: 'c' }, { text: 'd' }] } }, 'Bubbles'],
			[{ bubbles: { bubble: [{ text: 'a' }, { text: late(' ') }] } }, "Bubble 2 of 'Bubbles' is empty"],
			[{ bubbles: { bubble: [{ text: 'x'.repeat(201) }] } }, '201 characters'],
		],
	},
	search: {
		parameters: (p) => {
			const [chat = p.chat] = p.addChats(1);
			['Hello world', 'Something else'].forEach((text) => p.userMessage(text, 'text', chat));
			return { chat: list(chat.chat_id), words: 'hello' };
		},
		refused: [
			...CHAT,
			...LIMIT,
			[{ words: '' }, 'Look For'],
			[{ words: '(', matchBy: 'pattern' }, 'Look For'],
			[{ filters: { sentAfter: 'yesterday' } }, 'Sent After'],
			[{ filters: { sentBefore: 'tomorrow' } }, 'Sent Before'],
			[{ filters: { sentAfter: '2026-02-01', sentBefore: '2026-01-01' } }, 'Sent After'],
			[{ filters: { senders: { several: [{ list: 'ou_1, on_1' }] } } }, 'Senders'],
			[{ filters: { mentioned: { person: [{ user: list('') }] } } }, 'Mentioned'],
			[{ options: { lookThrough: 0 } }, 'Look Through at Most'],
			[{ source: 'thread', threadId: late('om_1') }, 'Thread ID'],
		],
	},
	parse: {
		parameters: () => ({ messageJson: { msg_type: 'text', content: '{"text":"Hello"}' } }),
		refused: [
			[{ messageJson: '{}' }, 'Message or Event'],
			[{ messageJson: late('') }, 'Message or Event'],
			[{ parseFrom: 'content', contentType: late(''), contentJson: '{}' }, 'Content Type'],
			[{ parseFrom: 'content', contentJson: late('') }, 'Content'],
			[{ parseFrom: 'content', contentJson: '{"text":' }, 'Content'],
			[{ parseFrom: 'content', contentJson: '{}', mentionsJson: '{}' }, 'Mentions'],
		],
		local: true,
	},
};

/** A thread of two messages, in a chat of its own. */
function threadOf(p: Platform): string {
	const [chat] = p.addChats(1);
	const [root, answer] = [p.userMessage('root', 'text', chat), p.userMessage('answer', 'text', chat)];
	const thread_id = `omt_${root.message_id.slice(3)}`;
	Object.assign(root, { thread_id });
	Object.assign(answer, { thread_id, root_id: root.message_id, parent_id: root.message_id });
	return thread_id;
}
