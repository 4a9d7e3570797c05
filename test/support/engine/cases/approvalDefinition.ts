import { byId } from '..';
import { EXPENSE_CODE } from '../ownApproval';
import { late, LIMIT, type Cases } from './common';

/** What no operation takes for a definition. */
export const DEFINITION = [
	[{ approvalDefinition: byId(late('')) }, 'Definition'],
	[{ approvalDefinition: byId(late('leave')) }, 'Definition'],
] as const;

export const approvalDefinition: Cases = {
	get: { parameters: () => ({ approvalDefinition: byId(EXPENSE_CODE) }), refused: DEFINITION },
	getAll: { parameters: () => ({ returnAll: true }), records: () => 3, refused: LIMIT },
};
