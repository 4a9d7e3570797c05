import { late, type Cases } from './common';

export const approvalDefinition: Cases = {
	get: {
		parameters: () => ({ approvalDefinition: '7C468A54-8745-2245-9675-08B7C63E7A85' }),
		refused: [[{ approvalDefinition: late('leave') }, 'Definition']],
	},
};
