import { textField } from '../../shared/fields/plain';

export const commentField = textField({
	displayName: 'Comment',
	name: 'approvalComment',
	typeOptions: { rows: 2 },
	placeholder: 'e.g. Within the budget',
	description: 'What is said to it; may be empty',
});
