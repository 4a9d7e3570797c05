import type { INodeParameters } from 'n8n-workflow';

import { byId, list, type Platform } from '..';
import { seededBase, tasksOf } from '../ownBase';
import { late, LIMIT, type Cases } from './common';
import { TABLE } from './record';

const BASE = TABLE.slice(0, 3);

const NAME = [
	[{ tableName: late(' ') }, 'Name'],
	[{ tableName: 'a/b' }, 'Name'],
	[{ tableName: 'x'.repeat(101) }, 'Name'],
] as const;

const inBase = (p: Platform) => ({ base: byId(seededBase(p).app_token) });
const fields = (...field: INodeParameters[]) => ({ newFields: { field } });
const types = (...type: INodeParameters[]) => ({ typesByKey: { type } });

let count = 0;

export const table: Cases = {
	create: {
		parameters: (p) => ({ ...inBase(p), tableName: `Orders ${++count}`, ...fields({ fieldName: 'Name' }) }),
		refused: [
			...BASE,
			...NAME,
			[fields({ fieldName: late('') }), 'Field 1 → Name'],
			[fields({ fieldName: 'a[' }), 'Field 1 → Name'],
			[fields({ fieldName: 'a' }, { fieldName: ' a ' }), 'Field 2 → Name'],
			[fields({ fieldName: 'a', fieldType: 'checkbox' }), 'Field 1 → Type'],
			[fields({ fieldName: 'a' }, { fieldName: 'b', fieldType: 'link' }), 'Field 2 → Linked Table'],
			[{ newFields: {}, options: { defaultViewName: 'All' } }, 'Fields'],
		],
	},
	createFromItems: {
		parameters: (p) => ({ ...inBase(p), tableName: `From items ${++count}` }),
		items: [{ json: { name: 'A', price: 5 } }],
		refused: [
			...BASE,
			...NAME,
			[types({ key: '', fieldType: 'text' }), 'Type 1 → Key'],
			[types({ key: 'size', fieldType: 'text' }), 'size'],
			[types({ key: 'name', fieldType: 'currency', currency: 'Euro' }), 'Type 1 → Currency'],
			[{ options: { primaryKey: 'size' } }, 'size'],
			[{ options: { only: 'size' } }, 'keys'],
		],
	},
	get: { parameters: (p) => tasksOf(p).where, refused: TABLE },
	getAll: { parameters: inBase, records: (p) => seededBase(p).tables.size, refused: [...BASE, ...LIMIT] },
	update: { parameters: (p) => ({ ...tasksOf(p).where, tableName: 'Tasks' }), refused: [...TABLE, ...NAME] },
	delete: {
		parameters: (p) => {
			const base = seededBase(p);
			const [first] = base.tables.values();
			if (base.tables.size < 3 && first) {
				const table_id = `tblspare${++count}`;
				base.tables.set(table_id, { ...first, table_id, name: `Spare ${count}`, records: new Map() });
			}
			return { ...inBase(p), table: list([...base.tables.keys()].at(-1) ?? '') };
		},
		refused: BASE,
	},
};
