import { byId, list, type Platform } from '..';
import { formOf } from '../../../../simulator/base/forms';
import { addView } from '../../../../simulator/base/make';
import { tasksOf } from '../ownBase';
import { late, LIMIT, type Cases } from './common';
import { TABLE } from './record';

/** A form on the tasks, of a name that no other has. */
export function ownForm(p: Platform) {
	const { table, where } = tasksOf(p);
	const { view_id } = addView(table, `Form ${table.views.length}`, 'form');
	return { table, form_id: view_id, where: { ...where, form: list(view_id) } };
}

const FORM = [
	...TABLE,
	[{ form: list(late('')) }, 'Form'],
	[{ form: byId(late('https://example.feishu.cn/base/abcdefghijkl?table=tbl1')) }, 'Form'],
] as const;

const question = (p: Platform) => list(tasksOf(p).table.fields[0]?.field_id ?? '');

export const form: Cases = {
	get: { parameters: (p) => ownForm(p).where, refused: FORM },
	getQuestions: {
		parameters: (p) => ({ ...ownForm(p).where, returnAll: false, limit: 2 }),
		records: () => 2,
		refused: [...FORM, ...LIMIT],
	},
	update: {
		parameters: (p) => {
			const { table, where } = ownForm(p);
			return { ...where, formFields: { title: `Sign up ${table.views.length}`, whoFills: 'tenant_editable' } };
		},
		refused: [
			...FORM,
			[{ formFields: {} }, 'Update Fields'],
			[{ formFields: { title: late(' ') } }, 'Title'],
			[{ formFields: { whoFills: late('all') } }, 'Who Can Fill It In'],
		],
	},
	upgrade: {
		parameters: (p) => {
			const { table, form_id, where } = ownForm(p);
			const view = table.views.find(({ view_id }) => view_id === form_id);
			if (view) formOf(view).legacy = true;
			return { ...where, formName: `New form ${table.views.length}` };
		},
		refused: [
			...FORM,
			[{ formName: late(' ') }, 'New Form Name'],
			[{ formName: '[x]' }, 'New Form Name'],
			[{ displayMode: late('two') }, 'Layout'],
		],
	},
	updateQuestion: {
		parameters: (p) => ({ ...ownForm(p).where, question: question(p), questionFields: { required: true } }),
		refused: [
			...FORM,
			[{ question: list(late('')) }, 'Question'],
			[{ questionFields: {} }, 'Update Fields'],
			[{ questionFields: { visible: false, required: true } }, 'Update Fields'],
			[{ questionFields: { visible: false }, position: 'first' }, 'Update Fields'],
			[{ position: late('last') }, 'Position'],
			[{ position: 'after', after: list(late('')) }, 'After'],
		],
	},
};
