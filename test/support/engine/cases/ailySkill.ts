import { late, LIMIT, type Cases } from './common';

export const ailySkill: Cases = {
	getAll: {
		parameters: () => ({ ailyApp: 'spring_5862e4fea8__c', returnAll: false, limit: 1 }),
		refused: [[{ ailyApp: late('cli_1234') }, 'Aily App'], ...LIMIT],
	},
};
