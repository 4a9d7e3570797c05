import { byId, type Platform } from '..';
import { ownInstance } from '../ownApproval';
import { INSTANCE } from './approvalInstance';
import { late, LIMIT, type Cases } from './common';

const own = (p: Platform) => ({ approvalInstance: byId(ownInstance(p).instance.instance_code) });

/** An instance with a comment of who started it. */
function commented(p: Platform) {
	const { instance } = ownInstance(p);
	const now = p.store.tick();
	const times = { created: now, updated: now, deleted: false };
	const comment = { id: `70${now}`, open_id: p.user.open_id, content: '{"text":"Hello"}', at_info_list: [], ...times };
	instance.comments.push(comment);
	return { approvalInstance: byId(instance.instance_code), commentId: comment.id };
}

const WORDS = [[{ commentText: late(' ') }, 'Text']] as const;
const ID = [[{ commentId: late(' ') }, 'Comment ID']] as const;

export const approvalComment: Cases = {
	create: { parameters: (p) => ({ ...own(p), commentText: 'Hello' }), refused: [...INSTANCE, ...WORDS] },
	delete: { parameters: commented, refused: [...INSTANCE, ...ID] },
	deleteAll: { parameters: own, refused: INSTANCE },
	getAll: { parameters: (p) => ({ ...commented(p), returnAll: true }), refused: [...INSTANCE, ...LIMIT] },
	update: {
		parameters: (p) => ({ ...commented(p), commentText: 'Good day' }),
		refused: [...INSTANCE, ...WORDS, ...ID],
	},
};
