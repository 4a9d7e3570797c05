import { choiceField, textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { formField } from './form';

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app-table-form/upgrade */
const MAX_NAME = 100;

const name = mappedField(
	textField({
		displayName: 'New Form Name',
		name: 'formName',
		required: true,
		placeholder: 'e.g. Sign up',
		description: 'A name that no view of the table has; the old form stays beside the new one',
	}),
	(given, label) => {
		if (given.length <= MAX_NAME && !/[[\]]/.test(given)) return given;
		throw complaint(label, "can't be the name of a form", `Use up to ${MAX_NAME} characters, without [ and ]`);
	},
);

const layout = choiceField({
	displayName: 'Layout',
	name: 'displayMode',
	options: [
		{ name: 'All Questions on One Page', value: 'traditional' },
		{ name: 'One Question per Page', value: 'one_question_per_page' },
	],
	default: 'traditional',
	description: 'How the new form shows its questions',
});

export const upgrade = defineOperation({
	value: 'upgrade',
	name: 'Upgrade',
	action: 'Upgrade a form',
	description: 'Make a form of the newer kind from one of the older kind, under an ID of its own',
	endpoint: 'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/forms/:form_id/upgrade',
	scopes: ['base:form:update'],
	identity: 'either',
	fields: [formField, name, layout],
	output: outputOf({ form_id: 'string', upgraded_from: 'string' }),
	async run({ read, ...asking }) {
		const form = read(formField);
		const body = { form_name: read(name), display_mode: read(layout) };
		const path = await form.path(asking);
		const { form: made } = await asking.feishu.call<{ form?: { id?: string } }>(this.endpoint, { path, body });
		return { form_id: made?.id ?? '', upgraded_from: path.form_id };
	},
});
