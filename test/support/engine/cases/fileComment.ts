import { byId, type Platform } from '..';
import { makeDocument } from '../../../../simulator/drive/make';
import { bot } from '../ownBase';
import { several } from '../ownChat';
import { late, LIMIT, type Cases } from './common';
import { ANY } from './driveFile';

const where = (p: Platform) => ({
	document: byId(makeDocument(p.store, 'docx', { title: 'Plan', owner: bot(p) }).token),
	documentKind: 'docx',
});

/** A document with a comment of the app and a reply to it. */
function commented(p: Platform) {
	const { token } = makeDocument(p.store, 'docx', { title: 'Plan', owner: bot(p) });
	const said = (reply_id: string, text: string) => ({
		...{ reply_id, user_id: bot(p), create_time: 1_700_000_000, update_time: 1_700_000_000 },
		elements: [{ type: 'text_run' as const, text_run: { text } }],
		reactions: new Map<string, string[]>(),
	});
	const replies = [said('7001', 'Really?'), said('7002', 'Yes')];
	p.store.comments.of(token).push({ comment_id: '7000', is_whole: true, quote: '', replies });
	return { document: byId(token), documentKind: 'docx', commentId: '7000', replyId: '7002' };
}

const FILE = [...ANY, [{ documentKind: 'folder' }, 'comments']] as const;
const COMMENT = [{ commentId: late(' ') }, 'Comment ID'] as const;
const REPLY = [{ replyId: late('') }, 'Reply ID'] as const;
const TEXT = [
	[{ commentText: late(' ') }, 'Text'],
	[{ commentText: 'x'.repeat(10_001) }, 'Text'],
	[{ mention: several('ou_1, on_1') }, 'Mention'],
] as const;

export const fileComment: Cases = {
	create: {
		parameters: (p) => ({ ...where(p), commentText: 'Really?' }),
		refused: [...FILE, ...TEXT, [{ documentKind: 'sheet' }, 'Block ID']],
	},
	deleteReply: { parameters: commented, refused: [...FILE, COMMENT, REPLY] },
	get: { parameters: commented, refused: [...FILE, COMMENT] },
	getAll: {
		parameters: commented,
		refused: [...FILE, ...LIMIT, [{ options: { commentState: late('closed') } }, 'State']],
	},
	react: { parameters: commented, refused: [...FILE, REPLY, [{ reactionType: late(' ') }, 'Emoji Type']] },
	reply: { parameters: (p) => ({ ...commented(p), commentText: 'Yes' }), refused: [...FILE, ...TEXT, COMMENT] },
	resolve: { parameters: commented, refused: [...FILE, COMMENT, [{ resolveComment: late('delete') }, 'Do']] },
	updateReply: {
		parameters: (p) => ({ ...commented(p), commentText: 'No' }),
		refused: [...FILE, ...TEXT, COMMENT, REPLY],
	},
};
