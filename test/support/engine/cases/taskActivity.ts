import { randomUUID } from 'node:crypto';

import { byId, type Platform } from '..';
import { ownList } from '../tasks';
import { CHAT, late, type Cases } from './common';
import { LIST } from './task';

function where(p: Platform) {
	const list = ownList(p);
	const guid = randomUUID();
	const subscribers = [{ id: p.chat.chat_id, type: 'chat' } as const];
	p.store.tasks.activities.set(guid, {
		guid,
		list: list.guid,
		name: 'News',
		subscribers,
		include_keys: [103],
		disabled: false,
	});
	return { tasklist: byId(list.guid), subscriptionId: guid };
}

const ONE = [
	...LIST,
	[{ subscriptionId: late(' ') }, 'Subscription'],
	[{ subscriptionId: 'News' }, 'Subscription'],
] as const;

export const taskActivity: Cases = {
	create: {
		parameters: (p) => ({
			tasklist: byId(ownList(p).guid),
			subscriptionName: 'News',
			chat: byId(p.chat.chat_id),
			listEvents: ['100', '103'],
		}),
		refused: [
			...LIST,
			...CHAT.map(([parameters]) => [parameters, 'Group'] as const),
			[{ subscriptionName: late(' ') }, 'Name'],
			[{ listEvents: late('7') }, 'Events'],
			[{ listEvents: [] }, 'Events'],
		],
	},
	delete: { parameters: where, refused: ONE },
	get: { parameters: where, refused: ONE },
	getAll: { parameters: (p) => ({ tasklist: where(p).tasklist }), refused: LIST },
	update: {
		parameters: (p) => ({ ...where(p), subscriptionChanges: { paused: true } }),
		refused: [
			...ONE,
			[{ subscriptionChanges: {} }, 'Changes'],
			[{ subscriptionChanges: { listEvents: [] } }, 'Events'],
		],
	},
};
