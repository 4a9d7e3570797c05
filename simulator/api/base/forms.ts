import { changeForm, changeQuestion, formOf, formView, questionsOf, upgradeForm } from '../../base/forms';
import { problem } from '../../base/problem';
import { flag, objects, oneOf, required, text } from '../../platform/validate';
import type { Call } from '../../gateway/route';
import type { Asking } from '../../base/kind';
import type { View } from '../../state/bases';
import { baseRoute, exclusively, listed, PAGING, TABLE, tableOf, writtenTable } from './baseRoute';
import { viewById } from './views';

const FORM = `${TABLE}/forms/:form_id`;
const READ = ['base:form:read', 'bitable:app', 'bitable:app:readonly'];
const WRITE = ['base:form:update', 'bitable:app'];

const MODES = ['traditional', 'one_question_per_page'];

const SEGMENT = {
	segment_type: required(oneOf(['text', 'url'])),
	text: required(text({ max: 1000 })),
	link: text({ max: 1000 }),
};

/** A form's id is that of its view. */
function formIn({ table }: Asking, { params }: Pick<Call, 'params'>): View {
	const view = viewById(table, params.form_id ?? '');
	formOf(view);
	return view;
}

const questionView = ({ field, question }: ReturnType<typeof questionsOf>[number]) => ({
	field_id: field.field_id,
	...question,
});

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app-table-form/get and its neighbors */
export const baseFormRoutes = [
	baseRoute({
		method: 'GET',
		path: FORM,
		scopes: READ,
		tier: 8,
		handle: (call) => ({ data: { form: formView(formIn(tableOf(call, 'view'), call)) } }),
	}),
	baseRoute({
		method: 'PATCH',
		path: FORM,
		scopes: WRITE,
		tier: 7,
		body: {
			name: text(),
			description: text(),
			shared: flag(),
			shared_limit: oneOf(['off', 'tenant_editable', 'anyone_editable']),
			submit_limit_once: flag(),
		},
		async handle(call) {
			const asking = writtenTable(call);
			const view = formIn(asking, call);
			await exclusively(call, asking.table, () => changeForm(asking.table, view, call.body));
			return { data: { form: formView(view) } };
		},
	}),
	baseRoute({
		method: 'POST',
		path: `${FORM}/upgrade`,
		scopes: ['base:form:update'],
		tier: 8,
		body: { form_name: required(text(), { allowEmpty: true }), display_mode: required(text()) },
		async handle(call) {
			const asking = writtenTable(call);
			const view = formIn(asking, call);
			const { form_name: name, display_mode: mode } = call.body;
			if (!MODES.includes(mode)) throw problem(1254126);
			const made = await exclusively(call, asking.table, () => upgradeForm(asking.table, view, name));
			return { data: { form: { id: made.view_id } } };
		},
	}),
	baseRoute({
		method: 'GET',
		path: `${FORM}/fields`,
		scopes: READ,
		tier: 8,
		query: PAGING,
		handle(call) {
			const asking = tableOf(call, 'view');
			const view = formIn(asking, call);
			const questions = questionsOf(asking.table, view).map(questionView);
			return { data: listed(call, questions, call.query, `questions ${view.view_id}`) };
		},
	}),
	baseRoute({
		method: 'PATCH',
		path: `${FORM}/fields/:field_id`,
		scopes: WRITE,
		tier: 7,
		body: {
			pre_field_id: text(),
			title: text(),
			description: text(),
			required: flag(),
			visible: flag(),
			rich_description: objects(SEGMENT, { min: 1, max: 500 }),
		},
		async handle(call) {
			const asking = writtenTable(call);
			const { table } = asking;
			const view = formIn(asking, call);
			const { field_id: id = '' } = call.params;
			await exclusively(call, table, () => changeQuestion(table, view, id, call.body));
			const all = questionsOf(table, view);
			const at = all.findIndex(({ field }) => field.field_id === id);
			return { data: { fields: { pre_field_id: all[at - 1]?.field.field_id ?? '', ...all[at]?.question } } };
		},
	}),
];
