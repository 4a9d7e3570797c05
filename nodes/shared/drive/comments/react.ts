import { choiceField, textField } from '../../fields/plain';
import { defineOperation } from '../../operation/operation';
import { outputOf } from '../../operation/output';
import { document, reply } from './chosen';

const what = choiceField({
	displayName: 'Do',
	name: 'reactionAction',
	options: [
		{ name: 'Add', value: 'add' },
		{ name: 'Take Back', value: 'delete' },
	],
	default: 'add',
	description: 'What to do with the reaction',
});

const emoji = textField({
	displayName: 'Emoji Type',
	name: 'reactionType',
	required: true,
	default: 'THUMBSUP',
	placeholder: 'e.g. THUMBSUP',
	description: 'As Feishu names it',
});

export const react = defineOperation({
	value: 'react',
	name: 'React',
	action: 'React to a comment',
	description: 'Add an emoji to a comment or reply, or take it back',
	endpoint: 'POST /open-apis/drive/v2/files/:file_token/comments/reaction',
	scopes: ['docs:document.comment:create', 'docs:document.comment:write_only'],
	identity: 'either',
	fields: [document, reply, emoji, what],
	output: outputOf({ reply_id: 'string', reaction_type: 'string', reacted: 'boolean' }),
	async run({ read, ...asking }) {
		const chosen = read(document);
		const reply_id = read(reply);
		const reaction_type = read(emoji);
		const action = read(what);
		const { type, token } = await chosen.content(asking);
		await asking.feishu.call(this.endpoint, {
			path: { file_token: token },
			query: { file_type: type },
			body: { action, reply_id, reaction_type },
			idempotent: true,
		});
		return { reply_id, reaction_type, reacted: action === 'add' };
	},
});
