import { byId, type Platform } from '..';
import { late, LIMIT, MESSAGE, type Cases } from './common';

/** A reaction of the app to a new message. */
function reactedTo(p: Platform) {
	const message = p.userMessage();
	const operator = { id: p.simulator.appId, id_type: 'app_id', sender_type: 'app' } as const;
	const reaction = { reaction_id: `reaction-${message.message_id}`, emoji_type: 'OK', operator, action_time: 1 };
	message.reactions.push(reaction);
	return { message, reaction };
}

export const reaction: Cases = {
	add: {
		parameters: (p) => ({ messageId: byId(p.userMessage().message_id) }),
		refused: [
			...MESSAGE,
			[{ emoji: 'byName', emojiType: late('') }, 'Emoji Type'],
			[{ emoji: 'byName', emojiType: late('not an emoji!') }, 'Emoji Type'],
		],
	},
	getAll: {
		parameters: (p) => ({ messageId: byId(reactedTo(p).message.message_id), returnAll: true }),
		refused: [...MESSAGE, ...LIMIT, [{ emojiFilter: 'not an emoji!' }, 'Emoji']],
	},
	delete: {
		parameters: (p) => {
			const { message, reaction: given } = reactedTo(p);
			return { messageId: byId(message.message_id), reactionId: given.reaction_id };
		},
		refused: [...MESSAGE, [{ reactionId: late(' ') }, 'Reaction ID']],
	},
};
