import { LIMIT, type Cases } from './common';

export const tasklist: Cases = {
	getAll: { parameters: () => ({ returnAll: false, limit: 1 }), refused: LIMIT },
};
