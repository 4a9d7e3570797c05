import type { Block, CardButton } from '../../../../feishu/im/card';
import type { Choice } from '../../../../feishu/im/sendAndWait/sealedDecision';
import type { JsonObject } from '../../../../feishu/json';
import type { Offer } from './approvalOptions';
import type { Input } from './inputs';
import type { Wait } from './state';

/** What a button does: sends this value to the app, or opens this page. */
export type ButtonTarget = { value: JsonObject } | { url: string };

/** The one input of a free text. */
export const TEXT_INPUT: Input = { kind: 'multiline', name: 'text', label: 'Response', required: true };

/** The ways to answer, and how they stand in the card. */
export type Offered = Pick<Wait, 'labels' | 'inputs'> & { controls(target: (choice: Choice) => ButtonTarget): Block };

/** Buttons that answer by themselves, or that lead to a page with these inputs. */
export function offerButtons(offers: readonly Offer[], inputs: Input[] = []): Offered {
	return {
		labels: Object.fromEntries(offers.map(({ choice, label }) => [choice, label])),
		inputs,
		controls: (target) => ({
			type: 'buttons',
			buttons: offers.map(({ choice, label, style }): CardButton => ({ text: label, style, ...target(choice) })),
		}),
	};
}

/** A form in the card. @param submit the words on its button */
export function offerForm(inputs: Input[], submit: string): Offered {
	return {
		labels: { answer: submit },
		inputs,
		controls: (target) => ({
			type: 'form',
			name: 'answer',
			inputs,
			submit: {
				text: submit,
				style: 'primary_filled',
				value: (target('answer') as { value: JsonObject }).value,
			},
		}),
	};
}
