import type { Block, ButtonStyle, CardButton } from '../../../../feishu/im/card';
import type { Choice } from '../../../../feishu/im/sendAndWait/sealedDecision';
import type { JsonObject } from '../../../../feishu/json';
import { InputError } from '../../../../feishu/input';
import type { Params } from '../../operation/params';
import type { Input } from './inputs';
import type { ResponseType, Wait } from './state';

/** What a button does: sends this value to the app, or opens this page. */
export type ButtonTarget = { value: JsonObject } | { url: string };

const STYLES: Readonly<Record<string, ButtonStyle>> = {
	primary: 'primary_filled',
	secondary: 'default',
	danger: 'danger_filled',
};

/** The one input of a free text. */
const TEXT_INPUT: Input = { kind: 'multiline', name: 'text', label: 'Response', required: true };

interface Offer {
	choice: Choice;
	label: string;
	style: ButtonStyle;
}

export type Offered = Pick<Wait, 'labels' | 'inputs'> & { controls(target: (choice: Choice) => ButtonTarget): Block };

/** The ways to answer as filled in. @throws InputError about the form */
export function readOffered(param: Params, type: ResponseType, answerIn: Wait['answerIn']): Offered {
	if (type === 'approval') return buttons(approvalOffers(param), []);
	const inputs = type === 'freeText' ? [TEXT_INPUT] : readForm(param, answerIn);
	const label = param.optionalText('options.submitLabel') || 'Submit';
	const offer: Offer = { choice: 'answer', label, style: 'primary_filled' };
	if (answerIn === 'link') return buttons([offer], inputs);
	return {
		labels: { answer: label },
		inputs,
		controls: (target) => ({
			type: 'form',
			name: 'answer',
			inputs,
			submit: { text: label, style: offer.style, value: (target('answer') as { value: JsonObject }).value },
		}),
	};
}

function buttons(offers: readonly Offer[], inputs: Input[]): Offered {
	return {
		labels: Object.fromEntries(offers.map(({ choice, label }) => [choice, label])),
		inputs,
		controls: (target) => ({
			type: 'buttons',
			buttons: offers.map(({ choice, label, style }): CardButton => ({ text: label, style, ...target(choice) })),
		}),
	};
}

function approvalOffers(param: Params): Offer[] {
	const values = 'approvalOptions.values';
	const offer = (choice: Choice, label: string, style: string, otherwise: [string, string]): Offer => ({
		choice,
		label: param.optionalText(`${values}.${label}`) || otherwise[0],
		style: STYLES[param.optionalText(`${values}.${style}`) || otherwise[1]] ?? 'default',
	});
	const approve = offer('approve', 'approveLabel', 'buttonApprovalStyle', ['Approve', 'primary']);
	if (param.optionalText(`${values}.approvalType`) !== 'double') return [approve];
	return [approve, offer('decline', 'disapproveLabel', 'buttonDisapprovalStyle', ['Decline', 'secondary'])];
}

/** The inputs of a form. Answers stand under their labels, as n8n has it, and labels may be in any script, which names may not. */
function readForm(param: Params, answerIn: Wait['answerIn']): Input[] {
	const field = param.label('formFields');
	const rows = param.rowParams('formFields', 'values', (_, index) => `Field ${index + 1}`);
	if (rows.length === 0) throw new InputError(field, `The field '${field}' is empty`, 'Add at least one form field');
	const seen = new Set<string>();
	return rows.map((row, index) => {
		const kind = row.choice<Input['kind']>('fieldType');
		if (kind === 'person' && answerIn === 'link') refusePersonOfLink(param, row);
		const label = row.text('fieldLabel');
		const place = row.label('fieldLabel');
		if (seen.has(label)) throw new InputError(place, `The label '${label}' is used twice`, 'Labels must differ');
		seen.add(label);
		const choices = kind === 'select' || kind === 'multiSelect' ? row.list('choices') : undefined;
		return {
			kind,
			name: `field_${index}`,
			label,
			required: row.flag('requiredField') && kind !== 'checkbox',
			...(choices && { options: choices.map((one) => ({ text: one, value: one })) }),
		};
	});
}

/** n8n's page knows nobody to choose from. */
function refusePersonOfLink(param: Params, row: Params): never {
	const field = row.label('fieldType');
	throw new InputError(
		field,
		`The field '${field}' can't be Person in a form by link`,
		`People can be chosen in the chat only: set '${param.label('answerIn')}' to Card, or ask for a text`,
	);
}
