import { plainField } from '../../shared/fields/plain';
import { textOf } from '../../shared/fields/values';
import { complaint } from '../../shared/operation/field';
import { getApprovalSteps } from './getSteps';
import { ENDS, type Definition, type Step } from './readDefinition';

/** A step of the approval: its ID from the list, or its name from an expression. */
export const stepField = plainField(
	{
		displayName: 'Step Name or ID',
		name: 'step',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: 'getApprovalSteps',
			loadOptionsDependsOn: ['approvalDefinition.value'],
		},
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	(value, label) => {
		const entered = textOf(label, value).trim();
		if (entered === '') throw complaint(label, 'is empty', 'Choose a step of the approval');
		return { entered, label };
	},
	{ methods: { loadOptions: { getApprovalSteps } } },
);

/** The step that somebody named. @throws InputError when the approval has none of this name */
export function stepNamed({ steps }: Definition, { entered, label }: { entered: string; label: string }): Step {
	const found = steps.find(({ node_id, custom_node_id, name }) => [node_id, custom_node_id, name].includes(entered));
	if (found) return found;
	const names = steps.filter(({ node_id }) => !ENDS.has(node_id)).map(({ name, node_id }) => name || node_id);
	throw complaint(label, `names a step that the approval does not have: ${entered}`, `It has ${names.join(', ')}`);
}
