import { list } from '..';
import { late, LIMIT, type Cases } from './common';

export const user: Cases = {
	get: { parameters: (p) => ({ user: list(p.user.open_id) }), refused: [[{ user: list(late('')) }, 'User']] },
	find: {
		parameters: (p) => ({ emails: p.user.email }),
		refused: [[{ emails: ' , ', mobiles: '' }, 'Emails']],
	},
	getByIds: {
		parameters: (p) => ({ userIds: p.users.map(({ open_id }) => open_id).join('\n') }),
		records: (p) => p.users.length,
		refused: [
			[{ userIds: late('') }, 'User IDs'],
			[{ userIds: late('ou_1, on_2') }, 'User IDs'],
		],
	},
	getByDepartment: {
		parameters: (p) => ({ department: list(p.user.department_ids[0] ?? ''), returnAll: true }),
		records: (p) => p.users.filter((user) => user.department_ids.includes(p.user.department_ids[0] ?? '')).length,
		refused: [[{ department: list(late('')) }, 'Department'], ...LIMIT],
	},
	search: {
		parameters: (p) => ({ words: p.user.name }),
		refused: [[{ words: late(' ') }, 'Words'], ...LIMIT],
	},
};
