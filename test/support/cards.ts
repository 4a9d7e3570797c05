import { buildNamedCard, checkCard, type Block, type CheckOptions } from '../../feishu/im/card';
import type { JsonObject } from '../../feishu/json';
import { thrownBy } from './feishuCalls';

/** A card 2.0 of these elements. */
export const card = (...elements: unknown[]): JsonObject => ({ schema: '2.0', body: { elements } });

export const words = (content: string) => ({ tag: 'plain_text', content });

export const check = (value: JsonObject, options: Partial<CheckOptions> = {}) =>
	checkCard(value, { field: 'Card JSON', ...options });

const submit = { tag: 'button', name: 's', text: words('Send'), form_action_type: 'submit' };

/** A form with a button that submits it. */
export const form = (...elements: unknown[]) => ({ tag: 'form', name: 'f', elements: [...elements, submit] });

/** What is said of a card that is refused, with the advice behind it. */
export function saidOf(value: JsonObject, options: Partial<CheckOptions> = {}): string {
	const error = thrownBy(() => check(value, options)) as Error & { advice?: string };
	if (error.name !== 'InputError') throw error;
	return `${error.message} | ${error.advice ?? ''}`;
}

/** The elements of a card of these blocks; the card is one that can be sent. */
export function built(...blocks: unknown[]): JsonObject[] {
	const { card: whole, nameOf } = buildNamedCard({ blocks: blocks as Block[] });
	checkCard(whole, { field: 'Card', nameOf });
	return (whole.body as { elements: JsonObject[] }).elements;
}

/** What is said of blocks that can't be built, or not be sent. */
export function refusalOf(...blocks: unknown[]): string {
	const error = thrownBy(() => built(...blocks)) as Error & { advice?: string };
	if (error.name !== 'InputError') throw error;
	return `${error.message} | ${error.advice ?? ''}`;
}
