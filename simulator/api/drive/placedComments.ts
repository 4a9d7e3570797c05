import { defineRoute } from '../../gateway/route';
import { BOTH } from '../../gateway/tokens';
import { anything, nested, oneOf, required, text } from '../../platform/validate';
import type { Block } from '../../state/blockTree';
import { contentName } from '../../state/blockTypes';
import { openIdOf } from '../../state/operator';
import { ABOUT, addComment, commentsOf, elementsIn, noteChange, refusedComment } from './commentParts';

const SCOPES = ['docs:document.comment:create', 'docs:document.comment:write_only'];

interface Part {
	type?: string;
	text?: string;
	mention_user?: string;
	link?: string;
}

/** What this endpoint calls the parts of a comment, in the words of the others. */
function elementOf({ type, text: words, mention_user: person, link }: Part) {
	if (type === 'text') return { type: 'text_run', text_run: { text: words } };
	if (type === 'mention_user') return { type: 'person', person: { user_id: person } };
	if (type === 'link') return { type: 'docs_link', docs_link: { url: link } };
	throw refusedComment.params();
}

function wordsOf(block: Block): string {
	const content = block[contentName(block.block_type) ?? ''] as
		| { elements?: { text_run?: { content: string } }[] }
		| undefined;
	return (content?.elements ?? []).map(({ text_run: run }) => run?.content ?? '').join('');
}

/** Comments at a place, which only newer clients know; and reactions to what is said. */
export const placedCommentRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/drive/v1/files/:file_token/new_comments',
		tokens: BOTH,
		scopes: SCOPES,
		body: {
			file_type: ABOUT.file_type,
			reply_elements: required(anything()),
			anchor: nested({ block_id: required(text()) }),
		},
		handle(call) {
			const { platform, params, body } = call;
			const about = { ...call, query: { file_type: body.file_type } };
			commentsOf(about);
			if (!Array.isArray(body.reply_elements)) throw refusedComment.params();
			const elements = elementsIn(about, (body.reply_elements as Part[]).map(elementOf));
			const tree = platform.store.docs.all.get(params.file_token ?? '')?.tree;
			const block = body.anchor && tree?.get(body.anchor.block_id);
			if (body.anchor && tree && !block) throw refusedComment.params();
			const at = { is_whole: !body.anchor, quote: block ? wordsOf(block) : '' };
			const comment = addComment(about, at, elements);
			if (block && tree)
				tree.edit(() => {
					const changed = tree.write(block.block_id);
					changed.comment_ids = [...((changed.comment_ids ?? []) as string[]), comment.comment_id];
				});
			else noteChange(about);
			const [reply] = comment.replies;
			const { comment_id } = comment;
			return { data: { comment_id, reply_id: reply?.reply_id, created_at: String(reply?.create_time ?? 0) } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/open-apis/drive/v2/files/:file_token/comments/reaction',
		tokens: BOTH,
		scopes: SCOPES,
		query: { file_type: ABOUT.file_type },
		body: {
			action: required(oneOf(['add', 'delete'])),
			reply_id: required(text()),
			reaction_type: required(text()),
		},
		handle(call) {
			const { action, reply_id: id, reaction_type: type } = call.body;
			const replies = commentsOf(call).flatMap(({ replies: all }) => all);
			const reply = replies.find((one) => one.reply_id === id);
			if (!reply) throw refusedComment.notFound();
			const me = openIdOf(call.by);
			const others = (reply.reactions.get(type) ?? []).filter((openId) => openId !== me);
			const people = action === 'add' ? [...others, me] : others;
			if (people.length > 0) reply.reactions.set(type, people);
			else reply.reactions.delete(type);
			call.platform.store.changed();
			return { data: {} };
		},
	}),
];
