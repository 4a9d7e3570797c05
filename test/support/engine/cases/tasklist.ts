import { byId, type Platform } from '..';
import { person, several } from '../ownChat';
import { ownList } from '../tasks';
import { late, LIMIT, type Cases, type OperationCase } from './common';
import { LIST } from './task';

const where = (p: Platform) => ({ tasklist: byId(ownList(p).guid) });

const MEMBERS: OperationCase['refused'] = [
	[{ people: several('ou_1, on_1') }, 'People'],
	[{ memberGroups: { chat: [{ chat: byId(late('')) }] } }, 'Groups'],
	[{ apps: late('ou_1') }, 'Apps'],
	[{ listRole: late('owner') }, 'Role'],
];

const NOBODY = [[{ people: {} }, 'People']] as const;

export const tasklist: Cases = {
	addMembers: {
		parameters: (p) => ({ ...where(p), people: person(p.users[1]?.open_id ?? '') }),
		refused: [...LIST, ...MEMBERS, ...NOBODY],
	},
	create: {
		parameters: (p) => ({ listName: 'Release', people: person(p.users[1]?.open_id ?? '') }),
		refused: [...MEMBERS, [{ listName: late(' ') }, 'Name'], [{ listName: 'x'.repeat(101) }, 'Name']],
	},
	delete: { parameters: where, refused: LIST },
	get: { parameters: where, refused: LIST },
	getAll: { parameters: (p) => (ownList(p), { returnAll: false, limit: 1 }), refused: LIMIT },
	removeMembers: {
		parameters(p) {
			const list = ownList(p);
			const { open_id: id } = p.users[1] ?? p.user;
			list.members.push({ id, type: 'user', role: 'editor' });
			return { tasklist: byId(list.guid), people: person(id) };
		},
		refused: [...LIST, ...MEMBERS, ...NOBODY],
	},
	search: {
		parameters: (p) => {
			const list = ownList(p, `Searched ${p.store.tasks.lists.size}`);
			list.members.push({ id: p.user.open_id, type: 'user', role: 'viewer' });
			return { searchFor: list.name };
		},
		refused: [...LIMIT, [{ searchFor: late(' ') }, 'Search For'], [{ searchFor: 'x'.repeat(51) }, 'Search For']],
	},
	update: {
		parameters: (p) => ({ ...where(p), listChanges: { newName: 'Month' } }),
		refused: [...LIST, [{ listChanges: {} }, 'Changes'], [{ listChanges: { newName: late(' ') } }, 'Name']],
	},
};
