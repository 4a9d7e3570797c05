import { late, type Cases } from './common';

export const app: Cases = {
	checkSetup: {
		parameters: () => ({}),
		refused: [
			[{ checkFor: ['feishu/nothing'] }, 'Check For'],
			[{ checkFor: late('everything') }, 'Check For'],
		],
		needsNoScope: true,
	},
};
