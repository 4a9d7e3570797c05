import { byId, type Platform } from '..';
import { ownSpace } from '../wikis';
import { late, LIMIT, type Cases } from './common';

/** What no operation on a wiki takes for one. */
export const SPACE = [
	[{ space: byId(late('')) }, 'Wiki'],
	[{ space: byId(late('a wiki')) }, 'Wiki'],
	[{ space: { __rl: true, mode: 'url', value: late('https://example.feishu.cn/docx/abcdefghijkl') } }, 'Wiki'],
] as const;

const where = (p: Platform) => ({ space: byId(ownSpace(p).space_id) });

export const space: Cases = {
	create: { parameters: () => ({ spaceName: 'Handbook' }), refused: [[{ spaceName: late(' ') }, 'Name']] },
	delete: { parameters: where, refused: SPACE },
	get: { parameters: where, refused: SPACE },
	getAll: { parameters: (p) => (ownSpace(p), { returnAll: false, limit: 1 }), refused: LIMIT },
	update: {
		parameters: (p) => ({ ...where(p), spaceSettings: { commentSetting: 'not_allow' } }),
		refused: [...SPACE, [{ spaceSettings: {} }, 'Settings']],
	},
};
