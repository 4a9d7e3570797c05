import type { JsonObject } from '../../../../feishu/json';
import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { PAGE } from '../../common/endpoints';
import { COMMENT, commentId, commentItem, content, READ, task, WRITE } from './chosen';

const replyTo = textField({
	displayName: 'Reply To',
	name: 'replyTo',
	placeholder: 'e.g. 7198104824246747156',
	description: 'The ID of a comment of the same task that this answers',
});
const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [replyTo]);

interface Answer {
	comment: JsonObject;
}

/** Source: …/task-v2/comment/create and its neighbors */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Comment on a task',
	description: 'Comment on a task, or answer a comment',
	endpoint: 'POST /open-apis/task/v2/comments',
	scopes: WRITE,
	identity: 'either',
	fields: [task, content, options],
	output: COMMENT,
	async run({ read, feishu }) {
		const resource = { resource_type: 'task', resource_id: read(task) };
		const words = read(content);
		const { replyTo: answered } = read(options);
		const body = { ...resource, content: words, ...(answered && { reply_to_comment_id: answered }) };
		return commentItem((await feishu.call<Answer>(this.endpoint, { body })).comment);
	},
});

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a comment of a task',
	description: 'Get what a comment says, and who said it',
	endpoint: 'GET /open-apis/task/v2/comments/:comment_id',
	scopes: READ,
	identity: 'either',
	fields: [commentId],
	output: COMMENT,
	async run({ read, feishu }) {
		const path = { comment_id: read(commentId) };
		return commentItem((await feishu.call<Answer>(this.endpoint, { path })).comment);
	},
});

const order = choiceField({
	displayName: 'Order',
	name: 'commentOrder',
	options: [
		{ name: 'Oldest First', value: 'asc' },
		{ name: 'Newest First', value: 'desc' },
	],
	default: 'asc',
	description: 'In which order they come',
});

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many comments of a task',
	description: 'List the comments of a task, with answers',
	endpoint: 'GET /open-apis/task/v2/comments',
	scopes: READ,
	identity: 'either',
	fields: [task, pagingFields, order],
	output: COMMENT,
	async run({ read, feishu }) {
		const query = { resource_type: 'task', resource_id: read(task), direction: read(order) };
		const limit = read(pagingFields);
		const found = await feishu.list(this.endpoint, { query, limit, pageSize: PAGE, itemsKey: 'items' });
		return found.map(commentItem);
	},
});

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a comment of a task',
	description: 'Change what a comment says; only who said it may',
	endpoint: 'PATCH /open-apis/task/v2/comments/:comment_id',
	scopes: WRITE,
	identity: 'either',
	fields: [commentId, content],
	output: COMMENT,
	async run({ read, feishu }) {
		const path = { comment_id: read(commentId) };
		const body = { comment: { content: read(content) }, update_fields: ['content'] };
		return commentItem((await feishu.call<Answer>(this.endpoint, { path, body, idempotent: true })).comment);
	},
});

export const deleteComment = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a comment of a task',
	description: 'Take a comment away; only who said it may',
	endpoint: 'DELETE /open-apis/task/v2/comments/:comment_id',
	scopes: ['task:comment:delete', 'task:comment:write'],
	identity: 'either',
	fields: [commentId],
	output: doneOutput('deleted', 'id'),
	async run({ read, feishu }) {
		const id = read(commentId);
		await feishu.call(this.endpoint, { path: { comment_id: id } });
		return { deleted: true, id };
	},
});
