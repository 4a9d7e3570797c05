import type { ButtonStyle } from '../../../../feishu/im/card';
import type { Choice } from '../../../../feishu/im/sendAndWait/sealedDecision';
import { rowField } from '../../fields/nested';
import { choiceField, textField } from '../../fields/plain';
import { mappedField, shownFor } from '../../operation/field';

/** A way to answer, as its button shows it. */
export interface Offer {
	choice: Choice;
	label: string;
	style: ButtonStyle;
}

const STYLES = { primary: 'primary_filled', secondary: 'default', danger: 'danger_filled' } as const;

const whenDouble = { approvalType: ['double'] };

const type = choiceField({
	displayName: 'Type of Approval',
	name: 'approvalType',
	options: [
		{ name: 'Approve and Disapprove', value: 'double', description: 'Two buttons' },
		{ name: 'Approve Only', value: 'single', description: 'One button' },
	],
	default: 'single',
	description: 'Which answers there are',
});

const label = <const N extends string>(which: 'Approve' | 'Disapprove', name: N, words: string) =>
	textField({ displayName: `${which} Button Label`, name, default: words, description: 'Words on the button' });

const style = <const N extends string>(which: 'Approve' | 'Disapprove', name: N, value: keyof typeof STYLES) =>
	choiceField({
		displayName: `${which} Button Style`,
		name,
		options: [
			{ name: 'Danger', value: 'danger', description: 'Red' },
			{ name: 'Primary', value: 'primary', description: 'Blue' },
			{ name: 'Secondary', value: 'secondary', description: 'Plain' },
		],
		default: value,
		description: 'The color of the button',
	});

const approveLabel = label('Approve', 'approveLabel', 'Approve');
const approveStyle = style('Approve', 'buttonApprovalStyle', 'primary');
const declineLabel = shownFor(label('Disapprove', 'disapproveLabel', 'Decline'), whenDouble);
const declineStyle = shownFor(style('Disapprove', 'buttonDisapprovalStyle', 'secondary'), whenDouble);

const APPROVE: Offer = { choice: 'approve', label: 'Approve', style: STYLES.primary };

/** Which buttons an approval has; one to approve unless it says otherwise. */
export const approvalOptionsField = mappedField(
	rowField(
		{
			displayName: 'Approval Options',
			name: 'approvalOptions',
			groupKey: 'values',
			groupName: 'Values',
			placeholder: 'Add option',
			description: 'Which buttons there are',
			displayOptions: { show: { responseType: ['approval'] } },
		},
		[type, approveLabel, approveStyle, declineLabel, declineStyle],
	),
	(row): Offer[] => {
		if (!row) return [APPROVE];
		const { read } = row;
		const approve: Offer = {
			...APPROVE,
			label: read(approveLabel) || APPROVE.label,
			style: STYLES[read(approveStyle)],
		};
		if (read(type) !== 'double') return [approve];
		return [approve, { choice: 'decline', label: read(declineLabel) || 'Decline', style: STYLES[read(declineStyle)] }];
	},
);
