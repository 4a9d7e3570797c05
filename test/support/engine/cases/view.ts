import type { INodeParameters } from 'n8n-workflow';

import { list, type Platform } from '..';
import { tasksOf } from '../ownBase';
import { late, LIMIT, type Cases } from './common';
import { TABLE } from './record';

const NAME = [
	[{ viewName: late(' ') }, 'Name'],
	[{ viewName: 'a[0]' }, 'Name'],
	[{ viewName: 'x'.repeat(101) }, 'Name'],
] as const;

const VIEW = [
	[{ view: list(late('')) }, 'View'],
	[{ view: { __rl: true, mode: 'id', value: late('https://example.feishu.cn/base/abcdefghijkl') } }, 'View'],
] as const;

let count = 0;

/** A view of its own beside that of the table. */
function withView(p: Platform): INodeParameters {
	const { where, table } = tasksOf(p);
	const view_id = `vewcase${++count}`;
	table.views.push({ view_id, view_name: `Case ${count}`, view_type: 'grid', hidden_fields: [] });
	return { ...where, view: list(view_id) };
}

const change = (updateFields: INodeParameters) => ({ updateFields });

export const view: Cases = {
	create: {
		parameters: (p) => ({ ...tasksOf(p).where, viewName: `View ${++count}`, viewType: 'kanban' }),
		refused: [...TABLE, ...NAME, [{ viewType: late('calendar') }, 'Type']],
	},
	get: { parameters: withView, refused: [...TABLE, ...VIEW] },
	getAll: {
		parameters: (p) => ({ ...tasksOf(p).where, returnAll: true }),
		records: (p) => tasksOf(p).table.views.length,
		refused: [...TABLE, ...LIMIT],
	},
	update: {
		parameters: (p) => ({ ...withView(p), ...change({ name: `Renamed ${count}` }) }),
		refused: [
			...TABLE,
			...VIEW,
			[change({}), 'Update Fields'],
			[change({ match: 'or' }), 'Update Fields'],
			[change({ name: 'a]' }), 'New Name'],
			[change({ property: late('[') }), 'Property (JSON)'],
			[change({ conditions: { condition: [{ field: '', operator: 'equals', value: 'x' }] } }), 'Field Name or ID'],
		],
	},
	delete: { parameters: withView, refused: [...TABLE, ...VIEW] },
};
