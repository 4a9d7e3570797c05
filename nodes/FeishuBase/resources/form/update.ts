import { collectionField } from '../../../shared/fields/nested';
import { choiceField, flagField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { formField } from './form';
import { FORM } from './output';

/** What the platform takes only together with that the form is shared is one choice. */
const whoFills = choiceField({
	displayName: 'Who Can Fill It In',
	name: 'whoFills',
	options: [
		{ name: 'Anyone on the Internet with the Link', value: 'anyone_editable' },
		{ name: 'Anyone in the Organization with the Link', value: 'tenant_editable' },
		{ name: 'People Who Were Invited', value: 'off' },
		{ name: 'Nobody', value: 'closed', description: 'The form is no longer shared' },
	],
	default: 'tenant_editable',
	description: 'Whether the form is shared, and with whom',
});

const updateFields = collectionField({ displayName: 'Update Fields', name: 'formFields', placeholder: 'Add Field' }, [
	textField({
		displayName: 'Description',
		name: 'description',
		typeOptions: { rows: 3 },
		description: 'Shown below the title',
	}),
	flagField({
		displayName: 'Only Once',
		name: 'once',
		default: true,
		description: 'Whether everybody can fill the form in only once',
	}),
	textField({
		displayName: 'Title',
		name: 'title',
		placeholder: 'e.g. Sign up for the trip',
		description: 'What the form is called; the view is called the same',
	}),
	whoFills,
]);

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a form',
	description: 'Change title, description and who may fill a form in; what is not added stays as it is',
	endpoint: 'PATCH /open-apis/bitable/v1/apps/:app_token/tables/:table_id/forms/:form_id',
	scopes: ['base:form:update', 'bitable:app'],
	identity: 'either',
	fields: [formField, updateFields],
	output: outputOf({ form_id: 'string', ...FORM }),
	async run({ read, ...asking }) {
		const chosen = read(formField);
		const { title, description, once, whoFills: who } = read(updateFields);
		if (title === '')
			throw updateFields.refuse("has an empty 'Title'", 'A form has a title: enter one, or remove the field');
		const body = {
			...(title !== undefined && { name: title }),
			...(description !== undefined && { description }),
			...(who !== undefined && (who === 'closed' ? { shared: false } : { shared: true, shared_limit: who })),
			...(once !== undefined && { submit_limit_once: once }),
		};
		if (Object.keys(body).length === 0)
			throw updateFields.refuse('is empty', 'Add at least one field that is to change');
		const path = await chosen.path(asking);
		const { form = {} } = await asking.feishu.call<{ form?: object }>(this.endpoint, { path, body, idempotent: true });
		return { form_id: path.form_id, ...form };
	},
});
