import { defineRoute } from '../../gateway/route';
import { BOTH } from '../../gateway/tokens';
import { page } from '../../platform/paging';
import { anything, flag, object, required, texts } from '../../platform/validate';
import { openIdOf } from '../../state/operator';
import { permissionIn } from '../../state/permission';
import {
	ABOUT,
	addComment,
	addReply,
	COMMENTS,
	commentIn,
	commentsOf,
	commentView,
	elementsIn,
	noteChange,
	PAGES,
	refusedComment,
	replyView,
} from './commentParts';

const OLDER = ['docs:doc', 'docs:doc:readonly', 'drive:drive', 'drive:drive:readonly', 'sheets:spreadsheet'];
const READ = [...OLDER, 'sheets:spreadsheet:readonly', 'docs:document.comment:read'];
const FINER_READ = ['docs:document.comment:read', 'drive:drive', 'drive:drive:readonly'];
const scopesFor = (deed: string) => [
	...[...OLDER, 'sheets:spreadsheet:readonly', `docs:document.comment:${deed}`, 'docs:document.comment:write_only'],
];
const REPLIES = `${COMMENTS}/:comment_id/replies`;
const REPLY = `${REPLIES}/:reply_id`;
const MOST = 100;

type Given = Readonly<Record<string, unknown>>;
const contentIn = (given: unknown) => ((given as Given | undefined)?.content as Given | undefined)?.elements;

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/CommentAPI/list and its neighbors */
export const commentRoutes = [
	defineRoute({
		method: 'GET',
		path: COMMENTS,
		tokens: BOTH,
		scopes: READ,
		query: { ...ABOUT, ...PAGES, is_whole: flag(), is_solved: flag(), need_reaction: flag() },
		handle(call) {
			const { is_whole: whole, is_solved: solved, page_size: size, page_token: token, need_reaction } = call.query;
			const found = commentsOf(call).filter(
				(comment) =>
					(whole === undefined || comment.is_whole === whole) &&
					(solved === undefined || (comment.solved !== undefined) === solved),
			);
			const scope = `comments ${call.params.file_token} ${String(whole)} ${String(solved)}`;
			const { items, ...more } = page(found, { size, token, scope, invalidToken: refusedComment.params });
			return { data: { ...more, items: items.map((comment) => commentView(call, comment, need_reaction)) } };
		},
	}),
	// Only about the whole; with the id of a comment it is a reply to that.
	defineRoute({
		method: 'POST',
		path: COMMENTS,
		tokens: BOTH,
		scopes: scopesFor('create'),
		query: ABOUT,
		body: { comment_id: anything(), reply_list: object() },
		handle(call) {
			const { file_type: type } = call.query;
			if (type !== 'doc' && type !== 'docx') throw refusedComment.params();
			const { comment_id: id, reply_list: list } = call.body;
			const replies = list?.replies;
			if (!Array.isArray(replies) || replies.length === 0) throw refusedComment.params();
			const elements = elementsIn(call, contentIn(replies[0]));
			const known = typeof id === 'string' && id !== '' ? commentIn(call, id) : undefined;
			if (known) addReply(call, known, elements);
			const comment = known ?? addComment(call, { is_whole: true, quote: '' }, elements);
			noteChange(call);
			return { data: commentView(call, comment) };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${COMMENTS}/batch_query`,
		tokens: BOTH,
		scopes: FINER_READ,
		tier: 3,
		query: ABOUT,
		body: { comment_ids: required(texts({ max: MOST })), need_reaction: flag() },
		handle(call) {
			const { comment_ids: ids, need_reaction } = call.body;
			const found = commentsOf(call).filter(({ comment_id: id }) => ids.includes(id));
			return { data: { items: found.map((comment) => commentView(call, comment, need_reaction)) } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: `${COMMENTS}/:comment_id`,
		tokens: BOTH,
		scopes: READ,
		query: { ...ABOUT, need_reaction: flag() },
		handle: (call) => ({ data: commentView(call, commentIn(call), call.query.need_reaction) }),
	}),
	defineRoute({
		method: 'PATCH',
		path: `${COMMENTS}/:comment_id`,
		tokens: BOTH,
		scopes: scopesFor('update'),
		query: { file_type: ABOUT.file_type },
		body: { is_solved: required(flag()) },
		handle(call) {
			const comment = commentIn(call);
			const time = Math.floor(call.platform.clock.now() / 1000);
			comment.solved = call.body.is_solved ? { time, by: openIdOf(call.by) } : undefined;
			noteChange(call);
			return { data: {} };
		},
	}),
	defineRoute({
		method: 'GET',
		path: REPLIES,
		tokens: BOTH,
		scopes: FINER_READ,
		tier: 3,
		query: { ...ABOUT, ...PAGES, need_reaction: flag() },
		handle(call) {
			const { page_size: size, page_token: token, need_reaction } = call.query;
			const { replies, comment_id } = commentIn(call);
			const scope = `replies ${comment_id}`;
			const { items, ...more } = page(replies, { size, token, scope, invalidToken: refusedComment.params });
			return { data: { ...more, items: items.map((reply) => replyView(call, reply, need_reaction)) } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: REPLIES,
		tokens: BOTH,
		scopes: [...OLDER, 'sheets:spreadsheet:readonly', 'docs:document.comment:create'],
		query: ABOUT,
		body: { content: required(object()) },
		handle(call) {
			const comment = commentIn(call);
			const reply = addReply(call, comment, elementsIn(call, contentIn(call.body)));
			noteChange(call);
			return { data: replyView(call, reply) };
		},
	}),
	defineRoute({
		method: 'PUT',
		path: REPLY,
		tokens: BOTH,
		scopes: scopesFor('update'),
		query: ABOUT,
		body: { content: required(object()) },
		handle(call) {
			const reply = commentIn(call).replies.find(({ reply_id: id }) => id === call.params.reply_id);
			if (!reply) throw refusedComment.notFound();
			if (reply.user_id !== openIdOf(call.by)) throw refusedComment.forbidden();
			reply.elements = elementsIn(call, contentIn(call.body));
			reply.update_time = Math.floor(call.platform.clock.now() / 1000);
			noteChange(call);
			return { data: {} };
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: REPLY,
		tokens: BOTH,
		scopes: scopesFor('delete'),
		query: { file_type: ABOUT.file_type },
		handle(call) {
			const { store } = call.platform;
			const token = call.params.file_token ?? '';
			const comment = commentIn(call);
			const index = comment.replies.findIndex(({ reply_id: id }) => id === call.params.reply_id);
			const reply = comment.replies[index];
			if (!reply) throw refusedComment.notFound();
			const document = store.docs.all.get(token);
			const manages = document && permissionIn(store, token, document, call.by) === 'full_access';
			if (reply.user_id !== openIdOf(call.by) && !manages) throw refusedComment.forbidden();
			comment.replies.splice(index, 1);
			const all = commentsOf(call);
			const isAll = comment.replies.length === 0 || (index === 0 && store.settings.docFirstReply === 'comment');
			if (isAll) all.splice(all.indexOf(comment), 1);
			noteChange(call);
			return { data: {} };
		},
	}),
];
