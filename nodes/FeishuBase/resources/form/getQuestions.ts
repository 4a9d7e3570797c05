import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { formField } from './form';
import { QUESTION } from './output';
import { GET_QUESTIONS, PAGE } from './questions';

export const getQuestions = defineOperation({
	value: 'getQuestions',
	name: 'Get Questions',
	action: 'Get the questions of a form',
	description: 'List the questions of a form in their order, one item a question; each asks for a field of the table',
	endpoint: GET_QUESTIONS,
	scopes: ['base:form:read', 'bitable:app:readonly', 'bitable:app'],
	identity: 'either',
	fields: [formField, pagingFields],
	output: outputOf({ field_id: 'string', ...QUESTION }),
	async run({ read, ...asking }) {
		const form = read(formField);
		const limit = read(pagingFields);
		const path = await form.path(asking);
		return await asking.feishu.list(this.endpoint, { path, limit, pageSize: PAGE });
	},
});
