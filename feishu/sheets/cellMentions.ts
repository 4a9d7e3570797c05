import { isObject, text, type JsonObject } from '../json';
import { refusal, shown } from './cellRefusals';
import type { CellContext } from './writtenCell';

/** The kinds of documents that a cell can name. Source: …/sheets-v2/data-operation/sheets-data-type */
const DOCUMENTS: ReadonlySet<string> = new Set(['sheet', 'doc', 'slide', 'bitable', 'mindnote']);

/** By what somebody is named: an open_id, a union_id or an e-mail address. */
function textTypeOf(id: string): 'openId' | 'unionId' | 'email' | undefined {
	if (/^ou_\w+$/.test(id)) return 'openId';
	if (/^on_\w+$/.test(id)) return 'unionId';
	return /^[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>()]+$/.test(id) ? 'email' : undefined;
}

/**
 * Somebody as other operations give people, or a mention as it was read: `{ mention }`, `{ open_id }`, `{ email }`, `{ id }`;
 * with `objType` a document by its token. Undefined for anything else.
 */
export function mentionIn(column: string, value: unknown, { mentions }: CellContext): JsonObject | undefined {
	if (!isObject(value)) return undefined;
	const { mention, open_id, union_id, id, email } = value;
	const names = [mention, open_id, union_id, id, email].map((one) => text(one).trim()).filter((one) => one !== '');
	const named = names.find((one) => textTypeOf(one) !== undefined) ?? text(mention).trim();
	const objType = text(value.objType);
	// An object with an `id` may be anything; one with a `mention` is meant to be one.
	if (named === '') return undefined;
	if (objType !== '' && !DOCUMENTS.has(objType))
		throw refusal(
			column,
			`mentions no documents of the kind ${objType.slice(0, 30)}`,
			`Use ${[...DOCUMENTS].join(', ')}`,
		);
	if (objType !== '') return { type: 'mention', textType: 'fileToken', text: named, objType };
	const textType = textTypeOf(named);
	if (textType !== undefined) return { type: 'mention', textType, text: named, ...mentions };
	throw refusal(
		column,
		`mentions nobody by ${shown(named)}`,
		'Use an open_id (ou_…), a union_id (on_…), an e-mail address, or the token of a document with objType',
	);
}

/** `@ou_…`, `@on_…` or `@ada@example.com` as somebody types it, alone in the cell. */
export function typedMention(typed: string, { mentions }: CellContext): JsonObject | undefined {
	const named = typed.startsWith('@') ? typed.slice(1) : '';
	const textType = textTypeOf(named);
	return textType && { type: 'mention', textType, text: named, ...mentions };
}

/** How many people and documents a cell mentions as it is written: a call takes 50. */
export function mentionsIn(written: unknown): number {
	if (Array.isArray(written)) return written.reduce<number>((sum, one) => sum + mentionsIn(one), 0);
	return isObject(written) && written.type === 'mention' ? 1 : 0;
}
