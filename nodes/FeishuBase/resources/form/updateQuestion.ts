import type { IDataObject } from 'n8n-workflow';

import { collectionField, fieldGroup } from '../../../shared/fields/nested';
import { choiceField, flagField, textField } from '../../../shared/fields/plain';
import { decidedField, variantField } from '../../../shared/fields/variants';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { formField } from './form';
import { QUESTION } from './output';
import { questionField, shownQuestionField } from './questions';

const question = questionField({
	displayName: 'Question',
	name: 'question',
	description: 'A question of the form, which asks for a field of the table',
});

const place = choiceField({
	displayName: 'Position',
	name: 'position',
	options: [
		{ name: 'As It Is', value: 'asItIs' },
		{ name: 'First', value: 'first' },
		{ name: 'After Another Question', value: 'after' },
	],
	default: 'asItIs',
	description: 'Where the question stands in the form',
});

const position = variantField(place, {
	asItIs: decidedField('asItIs', undefined),
	first: decidedField('first', undefined),
	after: shownQuestionField({ displayName: 'After', name: 'after', description: 'The question before it' }),
});

const updateFields = collectionField(
	{ displayName: 'Update Fields', name: 'questionFields', placeholder: 'Add Field' },
	[
		textField({
			displayName: 'Description',
			name: 'description',
			typeOptions: { rows: 3 },
			description: 'Shown below the question',
		}),
		flagField({
			displayName: 'Required',
			name: 'required',
			default: true,
			description: 'Whether it has to be answered',
		}),
		textField({
			displayName: 'Title',
			name: 'title',
			placeholder: 'e.g. On which day?',
			description: 'What is asked; the field keeps its name',
		}),
		flagField({
			displayName: 'Visible',
			name: 'visible',
			default: false,
			description: 'Whether the form asks it at all',
		}),
	],
);

/** What changes besides the place. The platform refuses to change what it hides at the same time. */
const changes = fieldGroup('questionChanges', [updateFields, position], ({ read, refuse }) => {
	const given = Object.entries(read(updateFields)).filter(([, value]) => value !== undefined);
	const moved = read(position);
	if (given.length === 0 && moved.choice === 'asItIs')
		throw refuse(updateFields, 'is empty', 'Add at least one field that is to change, or choose another position');
	const body = Object.fromEntries(given) as IDataObject;
	if (body.visible === false && (given.length > 1 || moved.choice !== 'asItIs'))
		throw refuse(
			updateFields,
			'hides the question and changes it',
			'A question that is hidden takes no other change: do one after the other',
		);
	return { body, moved };
});

export const updateQuestion = defineOperation({
	value: 'updateQuestion',
	name: 'Update Question',
	action: 'Update a question of a form',
	description: 'Change what a question says, whether it is required or hidden, and where it stands',
	endpoint: 'PATCH /open-apis/bitable/v1/apps/:app_token/tables/:table_id/forms/:form_id/fields/:field_id',
	scopes: ['base:form:update', 'bitable:app'],
	identity: 'either',
	fields: [formField, question, changes],
	output: outputOf({ form_id: 'string', field_id: 'string', 'pre_field_id?': 'string', ...QUESTION }),
	orderBy: ({ read }) => JSON.stringify(read(formField).table.base.address),
	async run({ read, ...asking }) {
		const form = read(formField);
		const asked = read(question);
		const { body, moved } = read(changes);
		const path = await form.path(asking);
		const field_id = await asked.id(asking, path);
		if (moved.choice === 'first') body.pre_field_id = '';
		if (moved.choice === 'after') body.pre_field_id = await moved.value.id(asking, path);
		const { fields = {} } = await asking.feishu.call<{ fields?: object }>(this.endpoint, {
			path: { ...path, field_id },
			body,
			idempotent: true,
		});
		return { form_id: path.form_id, field_id, ...fields };
	},
});
