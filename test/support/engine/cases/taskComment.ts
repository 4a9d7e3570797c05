import { byId, type Platform } from '..';
import { ownComment, ownTask } from '../tasks';
import { late, LIMIT, type Cases } from './common';
import { TASK } from './task';

const where = (p: Platform) => ({ task: byId(ownTask(p).guid) });
const said = (p: Platform) => ({ taskCommentId: ownComment(p, ownTask(p)).id });
const ID = [[{ taskCommentId: late(' ') }, 'Comment']] as const;
const TEXT = [
	[{ taskCommentText: late(' ') }, 'Text'],
	[{ taskCommentText: 'x'.repeat(3001) }, 'Text'],
] as const;

export const taskComment: Cases = {
	create: { parameters: (p) => ({ ...where(p), taskCommentText: 'Fine' }), refused: [...TASK, ...TEXT] },
	delete: { parameters: said, refused: ID },
	get: { parameters: said, refused: ID },
	getAll: {
		parameters(p) {
			const task = ownTask(p);
			ownComment(p, task);
			return { task: byId(task.guid) };
		},
		refused: [...TASK, ...LIMIT, [{ commentOrder: late('random') }, 'Order']],
	},
	update: { parameters: (p) => ({ ...said(p), taskCommentText: 'Sure?' }), refused: [...ID, ...TEXT] },
};
