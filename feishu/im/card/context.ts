import { InputError } from '../../input';
import type { JsonObject } from '../../json';
import type { Block } from './types';

/** What a builder knows about where its block stands. */
export interface BuildContext {
	/** Whether the block stands directly in the card: tables and forms must. */
	readonly root: boolean;
	/** Within a form: a name for what has none, since the platform asks for one. */
	readonly nameless?: () => string;
	/** What the card has room for; what builds a table of its own accord takes from it. */
	readonly room?: { tables: number };
	/** Sizes of text that the card names itself. */
	readonly sizes?: readonly string[];
	/** An error that names the block. */
	error(message: string, advice?: string): InputError;
	/** The elements of the blocks within. `part` names the place between, such as "Column 2". */
	children(blocks: unknown, part?: string, nameless?: () => string): JsonObject[];
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

/** The property with one of the values listed, if it has one. */
export function choice(
	context: BuildContext,
	property: string,
	what: string,
	value: string | undefined,
	known: readonly string[],
): JsonObject {
	if (value === undefined || value === '') return {};
	return { [property]: oneOf<string>(context, what, value, known, '') };
}

/** The property with the value, if there is one; an empty text is none. */
export function given(property: string, value: unknown): JsonObject {
	return value === undefined || value === null || value === '' ? {} : { [property]: value };
}

/** @throws InputError when the value is no list, or an empty one */
export function filledList<Item>(
	context: BuildContext,
	what: string,
	value: readonly Item[] | undefined,
): readonly Item[] {
	if (!Array.isArray(value)) throw context.error(`${what} are missing`, `Add at least one to ${what}`);
	if (value.length === 0) throw context.error(`there are no ${what.toLowerCase()}`, `Add at least one to ${what}`);
	return value as readonly Item[];
}

/** A whole number, as such or as a text of one. */
export function within(
	context: BuildContext,
	what: string,
	value: number | string,
	least: number,
	most: number,
): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most) return number;
	throw context.error(
		`${what} ${String(value)} is ${most === Infinity ? 'not possible' : `outside of ${least} to ${most}`}`,
		most === Infinity ? `A whole number from ${least}` : undefined,
	);
}

/** The context of a part, which errors name: "input 2". */
export function partOf(context: BuildContext, part: string): BuildContext {
	return { ...context, error: (message, advice) => context.error(`${part}: ${message}`, advice) };
}

/** Several values, from a list or from texts between commas. */
export function textsOf(value: unknown): string[] {
	const list: unknown[] = Array.isArray(value) ? value : optionalText(value).split(',');
	return list.map((one) => optionalText(one).trim()).filter((one) => one !== '');
}

/** Pixels. */
export function pixels(
	context: BuildContext,
	what: string,
	value: number | string,
	least: number,
	most: number,
): string {
	const number = typeof value === 'string' ? value.trim().replace(/px$/, '') : value;
	return `${within(context, what, number, least, most)}px`;
}
