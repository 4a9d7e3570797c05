import { refused } from '../../approval/problem';
import { ms } from '../../approval/view';
import type { Call } from '../../gateway/route';
import { newId, type UserIdType } from '../../platform/ids';
import { page } from '../../platform/paging';
import { flag, integer, objects, required, text, withDefault } from '../../platform/validate';
import type { InstanceComment } from '../../state/approvals';
import { approvalRoute, courseOf, idType, INSTANCES, personOf } from './approvalRoute';

const COMMENTS = `${INSTANCES}/:instance_id/comments`;
const WRITE = ['approval:approval', 'approval:instance.comment'];
const BY = { user_id_type: idType, user_id: required(text()) };

function requireContent(content: string | undefined): string {
	try {
		const { text: words, files } = JSON.parse(content ?? '') as { text?: unknown; files?: unknown };
		if (typeof words === 'string' || Array.isArray(files)) return content ?? '';
	} catch {
		// Refused below like JSON of another form.
	}
	throw refused.params('content is not JSON with text or files');
}

/** A comment as it is listed; one that was deleted keeps its place and its words. */
function commentView(call: Call, comment: InstanceComment, type: UserIdType): object {
	const idOf = (openId: string) => call.platform.store.directory.idFor(call.app, openId, type);
	return {
		...{ id: comment.id, content: comment.content, create_time: ms(comment.created), update_time: ms(comment.updated) },
		is_delete: comment.deleted ? 1 : 0,
		at_info_list: comment.at_info_list.map(({ open_id, name, offset }) => ({ user_id: idOf(open_id), name, offset })),
		commentator: idOf(comment.open_id),
		extra: comment.extra ?? '',
	};
}

function commentOf(call: Call, id: string | undefined): InstanceComment {
	const { instance } = courseOf(call, call.params.instance_id ?? '');
	const comment = instance.comments.find((one) => one.id === id && !one.deleted);
	if (!comment) throw refused.params('comment does not exist');
	return comment;
}

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance-comment/create and its neighbors */
export const approvalCommentRoutes = [
	approvalRoute({
		method: 'POST',
		path: COMMENTS,
		...{ scopes: WRITE, tier: 4, query: BY },
		body: {
			...{ content: text(), parent_comment_id: text(), comment_id: text(), disable_bot: flag(), extra: text() },
			at_info_list: objects({ user_id: required(text()), name: required(text()), offset: required(text()) }),
		},
		handle(call) {
			const { body, query, params, platform } = call;
			const { store } = platform;
			const { instance } = courseOf(call, params.instance_id ?? '');
			const open_id = personOf(call, query.user_id, query.user_id_type);
			const content = requireContent(body.content);
			const at_info_list = (body.at_info_list ?? []).map(({ user_id: id, name, offset }) => ({
				...{ open_id: personOf(call, id, query.user_id_type), name, offset },
			}));
			const now = store.tick();
			if (body.comment_id) {
				const comment = commentOf(call, body.comment_id);
				if (comment.open_id !== open_id) throw refused.params('comment_id is of somebody else');
				Object.assign(comment, { content, at_info_list, updated: now, extra: body.extra });
				store.changed();
				return { data: { comment_id: comment.id } };
			}
			const parent = body.parent_comment_id ? commentOf(call, body.parent_comment_id).id : undefined;
			const times = { created: now, updated: now, deleted: false };
			const comment = { id: newId.long(), open_id, content, at_info_list, parent, extra: body.extra, ...times };
			instance.comments.push(comment);
			store.changed();
			return { data: { comment_id: comment.id } };
		},
	}),
	approvalRoute({
		method: 'GET',
		path: COMMENTS,
		scopes: ['approval:approval', 'approval:approval:readonly', 'approval:instance.comment'],
		tier: 4,
		query: { ...BY, page_token: text(), page_size: withDefault(integer({ min: 1, max: 1000 }), 100) },
		handle(call) {
			const { query, params } = call;
			const { instance } = courseOf(call, params.instance_id ?? '');
			personOf(call, query.user_id, query.user_id_type);
			const { items } = page(
				instance.comments.filter(({ parent }) => parent === undefined),
				{
					...{ size: query.page_size, token: query.page_token, scope: instance.instance_code },
					invalidToken: () => refused.params('page_token'),
				},
			);
			const comments = items.map((comment) => ({
				...commentView(call, comment, query.user_id_type),
				replies: instance.comments
					.filter(({ parent }) => parent === comment.id)
					.map((reply) => commentView(call, reply, query.user_id_type)),
			}));
			// It takes a page_token and gives none.
			return { data: { comments } };
		},
	}),
	approvalRoute({
		method: 'DELETE',
		path: `${COMMENTS}/:comment_id`,
		...{ scopes: WRITE, tier: 4, query: BY },
		handle(call) {
			const { query, platform } = call;
			const comment = commentOf(call, call.params.comment_id);
			if (personOf(call, query.user_id, query.user_id_type) !== comment.open_id)
				throw refused.params('comment is of somebody else');
			comment.deleted = true;
			platform.store.changed();
			return { data: { comment_id: comment.id } };
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${COMMENTS}/remove`,
		...{ scopes: WRITE, tier: 4, query: { user_id_type: idType, user_id: text() } },
		handle(call) {
			const { instance } = courseOf(call, call.params.instance_id ?? '');
			instance.comments = [];
			call.platform.store.changed();
			return { data: { instance_id: instance.instance_code, external_id: '' } };
		},
	}),
];
