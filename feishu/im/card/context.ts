import { InputError } from '../../input';
import { isObject, type JsonObject } from '../../json';
import type { Block, Confirmation } from './types';

/** What a builder knows about where its block stands. */
export interface BuildContext {
	/** Whether the block stands directly in the card: tables and forms must. */
	readonly root: boolean;
	/** An error that names the block. */
	error(message: string, advice?: string): InputError;
	/** The elements of the blocks within. `part` names the place between, such as "Column 2". */
	children(blocks: unknown, part?: string): JsonObject[];
}

export interface Builder<Type extends Block = Block> {
	/** What errors call it: "Block 3 (Table)". */
	readonly name: string;
	build(block: Type, context: BuildContext): JsonObject[];
}

/** `element_id`: a letter, then letters, digits and underscores, 20 characters at most. */
export const ELEMENT_ID = /^[A-Za-z]\w{0,19}$/;

/** Characters of a button, a placeholder and the like. */
export const LABEL_LIMIT = 100;

export interface PlainText extends JsonObject {
	tag: 'plain_text';
	content: string;
}

export function plainText(content: string): PlainText {
	return { tag: 'plain_text', content };
}

/** The text; numbers and booleans, which expressions give, are written out. */
export function optionalText(value: unknown): string {
	if (typeof value === 'string') return value;
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** @throws InputError when there is no text, or more than `limit` characters */
export function requiredText(context: BuildContext, what: string, value: unknown, limit?: number): string {
	const text = optionalText(value);
	if (text.trim() === '') throw context.error(`${what} is empty`);
	if (limit !== undefined) checkLength(context, what, text, limit);
	return text;
}

export function checkLength(context: BuildContext, what: string, text: string, limit: number): void {
	const { length } = [...text];
	if (length > limit) throw context.error(`${what} has ${length} characters; Feishu takes at most ${limit}`);
}

/** @throws InputError when the value is none of those listed */
export function oneOf<Value extends string>(
	context: BuildContext,
	what: string,
	value: Value | undefined,
	known: readonly Value[],
	fallback: Value,
): Value {
	if (value === undefined || (value as string) === '') return fallback;
	if (known.includes(value)) return value;
	throw context.error(`${what} '${String(value)}' is unknown`, `One of ${known.join(', ')}`);
}

/** @throws InputError when the value is no list, or an empty one */
export function filledList<Item>(
	context: BuildContext,
	what: string,
	value: readonly Item[] | undefined,
): readonly Item[] {
	if (!Array.isArray(value)) throw context.error(`${what} are missing`);
	if (value.length === 0) throw context.error(`there are no ${what.toLowerCase()}`);
	return value as readonly Item[];
}

export function within(context: BuildContext, what: string, value: number, least: number, most: number): number {
	if (Number.isInteger(value) && value >= least && value <= most) return value;
	throw context.error(`${what} ${String(value)} is outside of ${least} to ${most}`);
}

/**
 * @returns the address, which the platform's clients open only with a scheme
 * @throws InputError
 */
export function webAddress(context: BuildContext, what: string, value: unknown): string {
	const url = requiredText(context, what, value).trim();
	if (/^[a-z][a-z\d+.-]*:/i.test(url)) return url;
	throw context.error(`${what} '${url}' has no scheme`, 'It begins with https://');
}

/** What callbacks carry. @throws InputError when it is no object */
export function callbackValue(context: BuildContext, value: unknown): JsonObject {
	if (value === undefined || value === null || value === '') return {};
	if (isObject(value)) return value;
	throw context.error('the callback value is no JSON object', 'For example {"action": "approve", "id": 7}');
}

export function callback(value: JsonObject): JsonObject {
	return { type: 'callback', value };
}

/** A question before the action; the platform asks for both texts. */
export function confirmation(context: BuildContext, confirm: Confirmation | undefined): JsonObject {
	if (!confirm) return {};
	return {
		confirm: {
			title: plainText(requiredText(context, 'the title of the confirmation', confirm.title)),
			text: plainText(requiredText(context, 'the text of the confirmation', confirm.text)),
		},
	};
}
