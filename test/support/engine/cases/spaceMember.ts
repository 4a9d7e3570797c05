import { byId, type Platform } from '..';
import { memberAs } from '../../../../simulator/wiki/spaces';
import { person, several } from '../ownChat';
import { ownSpace } from '../wikis';
import { late, LIMIT, type Cases } from './common';
import { SPACE } from './space';

const MEMBERS = [
	...SPACE,
	[{ people: {} }, 'People'],
	[{ people: person(late(' ')) }, 'People'],
	[{ people: several('ou_1, on_1') }, 'People'],
	[{ memberRole: late('owner') }, 'Role'],
] as const;

/** A wiki with one member beside its admins. */
function where(p: Platform) {
	const space = ownSpace(p);
	space.members = space.members.filter(({ member_id }) => member_id !== p.user.open_id);
	return { space: byId(space.space_id) };
}

export const spaceMember: Cases = {
	add: { parameters: (p) => ({ ...where(p), people: person(p.user.open_id) }), refused: MEMBERS },
	getAll: { parameters: (p) => ({ ...where(p), returnAll: false, limit: 1 }), refused: [...SPACE, ...LIMIT] },
	remove: {
		parameters(p) {
			const space = ownSpace(p);
			space.members = space.members.filter(({ member_id }) => member_id !== p.user.open_id);
			space.members.push(memberAs('member', { member_type: 'openid', member_id: p.user.open_id }));
			return { space: byId(space.space_id), people: person(p.user.open_id), memberRole: 'member' };
		},
		refused: MEMBERS,
	},
};
