import type { INodeParameters } from 'n8n-workflow';

import { list } from '..';
import { tasksOf } from '../ownBase';
import { late, LIMIT, type Cases } from './common';
import { TABLE } from './record';

const FIELD = [[{ field: list(late('')) }, 'Field']] as const;

const chosen = (name: string) => ({ __rl: true, mode: 'id', value: name });
const change = (updateFields: INodeParameters) => ({ updateFields });
const rows = (key: string, ...values: INodeParameters[]) => ({ [key]: values });

export const field: Cases = {
	create: {
		parameters: (p) => ({ ...tasksOf(p).where, fieldName: 'Notes', fieldType: 'text' }),
		refused: [
			...TABLE,
			[{ fieldName: late(' ') }, 'Name'],
			[{ fieldName: 'a[0]' }, 'Name'],
			[{ fieldName: 'x'.repeat(101) }, 'Name'],
			[{ fieldType: late('lookup') }, 'Type'],
			[{ fieldType: 'currency', currency: 'Euro' }, 'Currency'],
			[{ fieldType: 'link', linkedTable: list(late('')) }, 'Linked Table'],
			[{ fieldType: 'formula', formula: late('') }, 'Formula'],
			[{ fieldType: 'rating', range: { values: { min: 2, max: 5 } } }, 'From'],
			[{ fieldType: 'singleSelect', coloredOptions: rows('option', { name: '', color: 1 }) }, 'Option 1 → Name'],
			[{ fieldType: 'singleSelect', coloredOptions: rows('option', { name: 'a', color: 55 }) }, 'Option 1 → Color'],
			[{ fieldType: 'autoNumber', rules: rows('part', { part: 'system_number', value: '12' }) }, 'Part 1 → Value'],
			[{ options: { property: late('[') } }, 'Property (JSON)'],
		],
	},
	get: { parameters: (p) => ({ ...tasksOf(p).where, field: chosen('状态 Status') }), refused: [...TABLE, ...FIELD] },
	getAll: {
		parameters: (p) => ({ ...tasksOf(p).where, returnAll: true }),
		records: (p) => tasksOf(p).table.fields.length,
		refused: [...TABLE, ...LIMIT],
	},
	update: {
		parameters: (p) => ({ ...tasksOf(p).where, field: chosen('状态 Status'), ...change({ addOptions: 'Later' }) }),
		refused: [
			...TABLE,
			...FIELD,
			[change({}), 'Update Fields'],
			[change({ name: 'a]' }), 'New Name'],
			[change({ type: late('stage') }), 'Type'],
			[change({ changeOptions: rows('option', { from: '', newName: 'b' }) }), 'Option 1 → Option'],
		],
	},
	delete: { parameters: (p) => ({ ...tasksOf(p).where, field: chosen('金额 Amount') }), refused: [...TABLE, ...FIELD] },
};
