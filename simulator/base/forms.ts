import { newId } from '../platform/ids';
import type { Field, Table, View } from '../state/bases';
import type { Form, Question } from '../state/baseParts';
import { kindOf } from './cellsOf';
import { addView } from './make';
import { problem } from './problem';

/** The form that a view is; 1254019 for a view of another type. */
export function formOf(view: View): Form {
	if (view.view_type !== 'form') throw problem(1254019);
	view.form ??= {
		description: '',
		shared: false,
		shared_limit: 'off',
		shared_url: `https://company.feishu.cn/share/base/form/${newId.share()}`,
		submit_limit_once: false,
		order: [],
		questions: new Map(),
	};
	return view.form;
}

/** As calls give it; the address is that of a form that is shared. */
export function formView(view: View) {
	const { description, shared, shared_limit, shared_url, submit_limit_once } = formOf(view);
	const address = shared ? { shared_url } : {};
	return { name: view.view_name, description, shared, ...address, shared_limit, submit_limit_once };
}

/** Makes a form of today's kind from one of the older kind, which stays. */
export function upgradeForm(table: Table, view: View, name: string): View {
	const form = formOf(view);
	if (!form.legacy) throw problem(1254128);
	if (name.trim() === '') throw problem(1254124);
	if (/[[\]]/.test(name) || name.length > 100) throw problem(1254125);
	if (table.views.some(({ view_name: taken }) => taken === name.trim())) throw problem(1254127);
	const upgraded = addView(table, name, 'form');
	upgraded.form = { ...structuredClone(form), shared_url: formOf(upgraded).shared_url, legacy: false };
	return upgraded;
}

export type FormChange = Partial<Pick<Form, 'description' | 'shared' | 'shared_limit' | 'submit_limit_once'>> & {
	name?: string;
};

/** Changes a form. Who may fill it in is set together with that it is shared, and not otherwise. */
export function changeForm({ views }: Table, view: View, { name, ...change }: FormChange): void {
	const form = formOf(view);
	if (change.shared_limit !== undefined && !change.shared) throw problem(1254010);
	if (name !== undefined) view.view_name = viewName(views, view, name);
	for (const [key, value] of Object.entries(change)) if (value !== undefined) Object.assign(form, { [key]: value });
}

function viewName(views: readonly View[], view: View, name: string): string {
	if (name.trim() === '') throw problem(1254021);
	if (/[[\]]/.test(name) || name.length > 100) throw problem(1254022);
	if (views.some((other) => other !== view && other.view_name === name.trim())) throw problem(1254020);
	return name.trim();
}

/** Questions ask for what people can fill in, in the form's order; fields that came later stand behind. */
export function questionsOf({ fields }: Table, view: View): { field: Field; question: Question }[] {
	const { order, questions } = formOf(view);
	const place = ({ field_id: id }: Field) => (order.includes(id) ? order.indexOf(id) : order.length);
	return fields
		.filter((field) => kindOf(field).write)
		.sort((one, other) => place(one) - place(other))
		.map((field) => ({
			field,
			question: {
				title: field.field_name,
				description: '',
				required: false,
				visible: true,
				...questions.get(field.field_id),
			},
		}));
}

export type QuestionChange = Partial<Question> & { pre_field_id?: string };

/** Changes a question. One that is hidden, or becomes so, takes no other change. */
export function changeQuestion(table: Table, view: View, fieldId: string, change: QuestionChange): void {
	const known = questionsOf(table, view);
	const asked = known.find(({ field }) => field.field_id === fieldId);
	if (!asked) throw problem(table.fields.some(({ field_id: id }) => id === fieldId) ? 1254012 : 1254049);
	const { pre_field_id: before, ...given } = change;
	const changed = Object.entries(given).filter(([, value]) => value !== undefined);
	if (change.visible === false && (changed.length > 1 || before !== undefined)) throw problem(1254010);
	if (before !== undefined) move(table, view, fieldId, before);
	const { questions } = formOf(view);
	questions.set(fieldId, { ...questions.get(fieldId), ...Object.fromEntries(changed) });
}

/** Puts a question behind another one, or first where none is named. */
function move(table: Table, view: View, fieldId: string, before: string): void {
	const others = questionsOf(table, view)
		.map(({ field }) => field.field_id)
		.filter((id) => id !== fieldId);
	if (before !== '' && !others.includes(before)) throw problem(1254044);
	const at = before === '' ? 0 : others.indexOf(before) + 1;
	formOf(view).order = [...others.slice(0, at), fieldId, ...others.slice(at)];
}
