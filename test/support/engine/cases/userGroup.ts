import { list, only, type Platform } from '..';
import { late, LIMIT, type Cases } from './common';

const GROUP = [[{ userGroup: list(late('')) }, 'User Group']] as const;

const group = (p: Platform) => only([...p.store.userGroups.values()].filter(({ type }) => type === 1));

export const userGroup: Cases = {
	get: { parameters: (p) => ({ userGroup: list(group(p).id) }), refused: GROUP },
	getAll: { parameters: () => ({}), refused: [[{ groupType: late('3') }, 'Type'], ...LIMIT] },
	getMembers: {
		parameters: (p) => ({ userGroup: list(group(p).id), returnAll: true }),
		records: (p) => group(p).users.length,
		refused: [...GROUP, ...LIMIT, [{ memberType: late('bot') }, 'Members']],
	},
};
