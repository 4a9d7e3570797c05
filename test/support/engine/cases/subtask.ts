import { byId, type Platform } from '..';
import { ownTask } from '../tasks';
import { late, LIMIT, type Cases } from './common';
import { NEW_TASK, TASK } from './task';

const PARENT = [
	[{ parentTask: byId(late('')) }, 'Parent Task'],
	[{ parentTask: byId(late('t104121')) }, 'number'],
] as const;

/** A task with one below it. */
function both(p: Platform) {
	const above = ownTask(p);
	return { above, below: ownTask(p, { parent: above.guid }) };
}

export const subtask: Cases = {
	create: {
		parameters: (p) => ({ parentTask: byId(ownTask(p).guid), summary: 'Part' }),
		refused: [...PARENT, ...NEW_TASK],
	},
	getAll: { parameters: (p) => ({ parentTask: byId(both(p).above.guid) }), refused: [...PARENT, ...LIMIT] },
	move: {
		parameters: (p) => ({ task: byId(both(p).below.guid), moveSubtask: 'below', parentTask: byId(ownTask(p).guid) }),
		refused: [...TASK, ...PARENT, [{ moveSubtask: late('beside') }, 'Move']],
	},
};
