import type { Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import { nested, oneOf, required, text, texts } from '../../platform/validate';
import { reachTask } from '../../task/access';
import { actorOf, isSame } from '../../task/actors';
import { pushComment } from '../../events/taskEvents';
import { newComment } from '../../task/make';
import { refused } from '../../task/problem';
import { commentView } from '../../task/views';
import { PAGING, taskPage, taskRoute, V2, viewedBy } from './taskRoute';

const COMMENTS = `${V2}/comments`;
const ONE_COMMENT = `${COMMENTS}/:comment_id`;
const READ = ['task:comment:read', 'task:comment:write'];
const WRITE = ['task:comment:write', 'task:comment:writeonly'];
const LONGEST = 3000;

/** A comment, for who may read its task. */
function reach(store: Store, by: Operator, id: string | undefined = '') {
	const comment = store.tasks.comments.get(id);
	if (!comment) throw refused.notFound('comment not found');
	return { comment, task: reachTask(store, by, comment.task) };
}

/** The same for who wrote it: nobody else changes it. */
function reachOwn(store: Store, by: Operator, id: string | undefined) {
	const found = reach(store, by, id);
	if (!isSame(found.comment.creator, actorOf(by))) throw refused.denied('not the creator of the comment');
	return found;
}

function contentOf(given: string | undefined = ''): string {
	if (given === '') throw refused.params('content should not be empty');
	if (given.length > LONGEST) throw refused.params(`content is longer than ${LONGEST}`);
	return given;
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/comment/create and its neighbors */
export const taskCommentRoutes = [
	taskRoute({
		method: 'POST',
		path: COMMENTS,
		scopes: WRITE,
		body: {
			content: text(),
			reply_to_comment_id: text(),
			resource_type: oneOf(['task']),
			resource_id: text(),
		},
		handle(call) {
			const { store } = call.platform;
			const { content, reply_to_comment_id: to = '', resource_id: id } = call.body;
			const task = reachTask(store, call.by, id);
			const words = contentOf(content);
			const answered = store.tasks.comments.get(to);
			if (to !== '' && to !== '0' && answered?.task !== task.guid) throw refused.params('invalid reply_to_comment_id');
			const comment = newComment(store, actorOf(call.by), task.guid, words, answered?.id);
			pushComment(call.platform, task, comment, answered ? 'replied' : 'created');
			return { data: { comment: commentView(viewedBy(call), comment) } };
		},
	}),
	taskRoute({
		method: 'GET',
		path: COMMENTS,
		scopes: READ,
		query: {
			...PAGING,
			resource_type: oneOf(['task']),
			resource_id: required(text()),
			direction: oneOf(['asc', 'desc']),
		},
		handle(call) {
			const { store } = call.platform;
			const { guid } = reachTask(store, call.by, call.query.resource_id);
			const all = [...store.tasks.comments.values()].filter(({ task }) => task === guid);
			if (call.query.direction === 'desc') all.reverse();
			return taskPage(call, all, `comments ${guid} ${call.query.direction}`, (one) => commentView(viewedBy(call), one));
		},
	}),
	taskRoute({
		method: 'GET',
		path: ONE_COMMENT,
		scopes: READ,
		handle(call) {
			const { comment } = reach(call.platform.store, call.by, call.params.comment_id);
			return { data: { comment: commentView(viewedBy(call), comment) } };
		},
	}),
	taskRoute({
		method: 'PATCH',
		path: ONE_COMMENT,
		scopes: WRITE,
		body: { comment: nested({ content: text() }), update_fields: required(texts()) },
		handle(call) {
			const { store } = call.platform;
			const { comment, task } = reachOwn(store, call.by, call.params.comment_id);
			if (call.body.update_fields.join() !== 'content') throw refused.params('invalid update_fields');
			comment.content = contentOf(call.body.comment?.content);
			comment.updated_at = store.tick();
			pushComment(call.platform, task, { ...comment, reply_to: comment.reply_to }, 'updated');
			return { data: { comment: commentView(viewedBy(call), comment) } };
		},
	}),
	taskRoute({
		method: 'DELETE',
		path: ONE_COMMENT,
		scopes: ['task:comment:delete', 'task:comment:write'],
		handle({ platform, by, params }) {
			const { comment, task } = reachOwn(platform.store, by, params.comment_id);
			platform.store.tasks.comments.delete(comment.id);
			pushComment(platform, task, comment, 'deleted');
			return { data: {} };
		},
	}),
];
