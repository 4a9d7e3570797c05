import { byId, type Platform } from '..';
import { person, several } from '../ownChat';
import { BASE } from './base';
import { late, LIMIT, type Cases } from './common';
import { ownRole, ROLE } from './role';

/** A role that one person has. */
function withMember(p: Platform) {
	const { where, role } = ownRole(p);
	role.members.push({ type: 'user', id: p.user.open_id });
	return where;
}

const MEMBERS = [
	[{ people: {}, groups: {} }, 'People'],
	[{ people: person('ou_1', late(' ')) }, 'People'],
	[{ people: several('ou_1, on_1') }, 'People'],
	[{ groups: { chat: [{ chat: byId(late('ou_1')) }] } as never }, 'Chat'],
	[{ groups: { chat: [{ chat: byId(late('')) }] } as never }, 'Groups and Departments'],
	[{ groups: { department: [{ department: byId(late('oc_1')) }] } as never }, 'Department'],
	[{ groups: { department: [{ department: byId(late('')) }] } as never }, 'Groups and Departments'],
] as const;

export const roleMember: Cases = {
	add: {
		parameters: (p) => ({ ...ownRole(p).where, people: person(p.user.open_id) }),
		refused: [...BASE, ...ROLE, ...MEMBERS],
	},
	getAll: {
		parameters: (p) => ({ ...withMember(p), returnAll: true }),
		refused: [...BASE, ...ROLE, ...LIMIT],
	},
	remove: {
		parameters: (p) => ({ ...withMember(p), people: person(p.user.open_id) }),
		refused: [...BASE, ...ROLE, ...MEMBERS],
	},
};
