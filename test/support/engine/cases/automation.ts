import { byId, list, type Platform } from '..';
import { seededBase, tasksOf } from '../ownBase';
import { late, LIMIT, type Cases, type OperationCase } from './common';
import { BASE } from './base';

const first = (p: Platform) => seededBase(p).automations[0]?.workflow_id ?? '';

const switched: OperationCase = {
	parameters: (p) => ({ ...tasksOf(p).where, automation: list(first(p)) }),
	refused: [
		...BASE,
		[{ automation: list(late('')) }, 'Automation'],
		[{ automation: byId(late('wkf123')) }, 'Automation'],
		[{ automation: byId(late('ou_1')) }, 'Automation'],
	],
};

export const automation: Cases = {
	disable: switched,
	enable: switched,
	getAll: {
		parameters: (p) => ({ ...tasksOf(p).where, returnAll: true }),
		refused: [...BASE, ...LIMIT, [{ automationKind: late('flows') }, 'Kind']],
	},
};
