import type { Call } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { newId, USER_ID_TYPES, type UserIdType } from '../../platform/ids';
import { integer, oneOf, required, text, withDefault } from '../../platform/validate';
import type { Comment, CommentElement, CommentReply } from '../../state/comments';
import { openIdOf, type Operator } from '../../state/operator';
import { permissionIn, type Shared } from '../../state/permission';
import type { Store } from '../../state/store';

export const COMMENTS = '/open-apis/drive/v1/files/:file_token/comments';
const FILE_TYPES = ['doc', 'docx', 'sheet', 'file', 'slides', 'bitable', 'apps'] as const;
export const ABOUT = {
	file_type: required(oneOf(FILE_TYPES)),
	user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id'),
};
export const PAGES = { page_size: withDefault(integer({ min: 1, max: 100 }), 50), page_token: text() };
const MAX_ELEMENTS = 100;
const MAX_TEXT = 10_000;

const refusal =
	(code: number, msg: string, http = 400) =>
	() =>
		new PlatformError(code, msg, { http });

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/CommentAPI/create */
export const refusedComment = {
	params: refusal(1069302, 'param error'),
	forbidden: refusal(1069303, 'forbidden', 403),
	deleted: refusal(1069304, 'docs had been deleted'),
	missing: refusal(1069305, 'docs not exist'),
	notFound: refusal(1069307, 'not exist', 404),
	tooMuch: refusal(1069308, 'exceeded limit'),
};

interface Kept {
	all: ReadonlyMap<string, Shared>;
	deleted: ReadonlySet<string>;
}
/** Where the files of a type are; of the others nothing is kept, and everything may be said about them. */
const KEPT: Readonly<Record<string, (store: Store) => Kept>> = {
	docx: ({ docs }) => docs,
	sheet: ({ sheets }) => sheets,
	bitable: ({ bases }) => bases,
};

type About = Pick<Call, 'platform' | 'by' | 'params'> & { query: { file_type: string; user_id_type?: UserIdType } };

/** The comments of a file that the caller may see: who sees it may say something about it. */
export function commentsOf({ platform: { store }, by, params, query }: About): Comment[] {
	const token = params.file_token ?? '';
	const kept = KEPT[query.file_type]?.(store);
	if (kept?.deleted.has(token)) throw refusedComment.deleted();
	const file = kept?.all.get(token);
	if (kept && !file) throw refusedComment.missing();
	if (file && !permissionIn(store, token, file, by)) throw refusedComment.forbidden();
	return store.comments.of(token);
}

export function commentIn(call: About, id = call.params.comment_id): Comment {
	const comment = commentsOf(call).find(({ comment_id: one }) => one === id);
	if (!comment) throw refusedComment.notFound();
	return comment;
}

/** Reads what somebody says. */
export function elementsIn({ platform: { store }, by, query }: About, given: unknown): CommentElement[] {
	if (!Array.isArray(given) || given.length === 0) throw refusedComment.params();
	if (given.length > MAX_ELEMENTS) throw refusedComment.tooMuch();
	const elements = given.map((entry: CommentElement): CommentElement => {
		const { type, text_run: run, docs_link: link, person } = entry;
		if (type === 'text_run' && typeof run?.text === 'string') return { type, text_run: { text: run.text } };
		if (type === 'docs_link' && typeof link?.url === 'string') return { type, docs_link: { url: link.url } };
		if (type !== 'person' || typeof person?.user_id !== 'string') throw refusedComment.params();
		return { type, person: { user_id: personIn(store, by, person.user_id, query.user_id_type) } };
	});
	const length = elements.reduce((sum, { text_run: run }) => sum + (run?.text.length ?? 0), 0);
	if (length > MAX_TEXT) throw refusedComment.tooMuch();
	return elements;
}

function personIn({ directory }: Store, by: Operator, id: string, idType: UserIdType = 'open_id'): string {
	const openId = directory.find(by.app, idType, id)?.open_id ?? directory.bot(by.app, id)?.bot_open_id;
	if (openId === undefined) throw refusedComment.notFound();
	return openId;
}

/** Each change of the comments of a document is a new version of it. */
export function noteChange({ platform: { store }, params }: About): void {
	store.docs.all.get(params.file_token ?? '')?.tree.edit(() => undefined);
	store.changed();
}

export function addReply(
	{ platform: { store }, by }: About,
	comment: Comment,
	elements: CommentElement[],
): CommentReply {
	const time = Math.floor(store.clock.now() / 1000);
	const reply = {
		reply_id: newId.long(),
		user_id: openIdOf(by),
		create_time: time,
		update_time: time,
		elements,
		reactions: new Map<string, string[]>(),
	};
	comment.replies.push(reply);
	return reply;
}

export function addComment(call: About, at: Pick<Comment, 'is_whole' | 'quote'>, elements: CommentElement[]): Comment {
	const comment: Comment = { comment_id: newId.long(), ...at, replies: [] };
	addReply(call, comment, elements);
	commentsOf(call).push(comment);
	return comment;
}

const idFor = ({ platform: { store }, by, query }: About, openId: string) =>
	store.directory.idFor(by.app, openId, query.user_id_type ?? 'open_id');

/** A reply as it is read; who has reacted is told to those who ask. */
export function replyView(call: About, reply: CommentReply, needReaction = false) {
	const { reply_id, user_id, create_time, update_time, elements, reactions } = reply;
	const shown = elements.map(({ person, ...element }) => ({
		...element,
		...(person && { person: { user_id: idFor(call, person.user_id) } }),
	}));
	const reacted = [...reactions].map(([reaction_key, people]) => ({
		reaction_key,
		count: people.length,
		ahead_users: people.map((openId) => idFor(call, openId)),
	}));
	return {
		content: { elements: shown },
		reply_id,
		user_id: idFor(call, user_id),
		create_time,
		update_time,
		extra: { image_list: [] },
		...(needReaction && { reactions: reacted }),
	};
}

/** A comment with all that was said. */
export function commentView(call: About, comment: Comment, needReaction = false) {
	const { comment_id, is_whole, quote, solved, replies } = comment;
	const [first, last] = [replies[0], replies[replies.length - 1]];
	return {
		comment_id,
		user_id: idFor(call, first?.user_id ?? ''),
		create_time: first?.create_time ?? 0,
		update_time: last?.update_time ?? 0,
		is_solved: solved !== undefined,
		solved_time: solved?.time ?? 0,
		solver_user_id: solved ? idFor(call, solved.by) : '',
		has_more: false,
		page_token: '',
		is_whole,
		quote,
		reply_list: { replies: replies.map((reply) => replyView(call, reply, needReaction)) },
	};
}
