import { collectionField } from '../../../shared/fields/nested';
import { idIn } from '../../../shared/fields/idField';
import { textField } from '../../../shared/fields/plain';
import { PEOPLE_NAMES } from '../../common/output';
import { withNames } from '../../common/names';
import { defineOperation } from '../../../shared/operation/operation';
import { ofWrongValue } from '../../common/refusals';
import { type Answer, COMMENT, commentItem, content, task, WRITE } from './chosen';

const replyTo = idIn(
	'part',
	textField({
		displayName: 'Reply To',
		name: 'replyTo',
		placeholder: 'e.g. 7198104824246747156',
		description: 'The ID of a comment of the same task that this answers',
	}),
);

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [replyTo]);

/** The text and the task have been checked before, so what is refused is the comment that is answered. */
const notAnswerable = (id: string) => ({
	message: `The field '${replyTo.label}' names no comment of this task: ${id.slice(0, 60)}`,
	hint: 'Comment → Get Many gives the IDs of those that the task has',
});

/** Source: …/task-v2/comment/create and its neighbors */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Comment on a task',
	description: 'Comment on a task, or answer a comment',
	endpoint: 'POST /open-apis/task/v2/comments',
	alsoCalls: [PEOPLE_NAMES],
	scopes: WRITE,
	identity: 'either',
	fields: [task, content, options],
	output: COMMENT,
	async run({ read, feishu, context, errorContext }) {
		const resource = { resource_type: 'task', resource_id: read(task) };
		const words = read(content);
		const { replyTo: answered } = read(options);
		const body = { ...resource, content: words, ...(answered && { reply_to_comment_id: answered }) };
		if (answered) errorContext.adviceOf = ofWrongValue(notAnswerable(answered));
		const { comment } = await feishu.call<Answer>(this.endpoint, { body });
		return await withNames({ feishu, context }, commentItem(comment));
	},
});
