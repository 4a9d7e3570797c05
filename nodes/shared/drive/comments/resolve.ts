import { choiceField } from '../../fields/plain';
import { defineOperation } from '../../operation/operation';
import { outputOf } from '../../operation/output';
import { comment, document } from './chosen';

const state = choiceField({
	displayName: 'Do',
	name: 'resolveComment',
	options: [
		{ name: 'Resolve', value: 'resolve' },
		{ name: 'Reopen', value: 'reopen' },
	],
	default: 'resolve',
	description: 'What to do with the comment',
});

export const resolve = defineOperation({
	value: 'resolve',
	name: 'Resolve or Reopen',
	action: 'Resolve or reopen a comment',
	description: 'Put a comment away as settled, or bring it back',
	endpoint: 'PATCH /open-apis/drive/v1/files/:file_token/comments/:comment_id',
	scopes: ['docs:document.comment:update', 'docs:document.comment:write_only', 'drive:drive'],
	identity: 'either',
	fields: [document, comment, state],
	output: outputOf({ comment_id: 'string', is_solved: 'boolean' }),
	orderBy: ({ read }) => read(document).named.token,
	async run({ read, ...asking }) {
		const chosen = read(document);
		const comment_id = read(comment);
		const is_solved = read(state) === 'resolve';
		const { type, token } = await chosen.content(asking);
		await asking.feishu.call(this.endpoint, {
			path: { file_token: token, comment_id },
			query: { file_type: type },
			body: { is_solved },
			idempotent: true,
		});
		return { comment_id, is_solved };
	},
});
