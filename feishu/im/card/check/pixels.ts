/** Pixels and shares in card JSON: how they are written, and within which bounds the pages have them. */
import { isObject } from '../../../json';
import type { Kind, ObjectFacts } from './kinds';

export type PixelsKind = Extract<Kind, { type: 'pixels' }>;

const PART = /^(-?\d+(?:\.\d+)?)(px|%)?$/;

/** Whether it is written as the pages have it, whatever its numbers. */
export function isWritten(written: string, { names = [], sides = 1, percent }: PixelsKind): boolean {
	if (written === '' || names.includes(written)) return true;
	const parts = written.split(/\s+/).map((part) => PART.exec(part));
	return parts.length <= sides && parts.every((part) => part !== null && (part[2] !== '%' || percent === true));
}

function isWithin(written: string, { least, most = Infinity }: PixelsKind): boolean {
	return written.split(/\s+/).every((part) => {
		const [, amount, unit] = PART.exec(part) ?? [];
		if (amount === undefined) return true;
		const number = Number(amount);
		return unit === '%' ? number >= 0 && number <= 100 : number >= least && number <= most;
	});
}

export function possible({ least, most, names = [], sides = 1, percent }: PixelsKind): string {
	const share = percent ? ', or 0% to 100%' : '';
	const bounds = `${most === undefined ? `At least ${least}px` : `${least}px to ${most}px`}${share}`;
	const known = names.length === 0 ? bounds : `One of ${names.join(', ')}, or ${bounds.replace(/^At/, 'at')}`;
	return sides === 1 ? known : `${known}, for all sides or for each, such as '4px 12px'`;
}

/**
 * What is outside of its bounds, with what is within. No page says what the platform makes of it.
 * @param at the object's own name within its component; empty for the component
 */
export function* outside(
	value: unknown,
	facts: ObjectFacts,
	at = '',
): Generator<{ path: string; written: string; within: string }> {
	if (!isObject(value)) return;
	for (const [name, entry] of Object.entries(value)) {
		const kind = Object.hasOwn(facts.properties, name) ? facts.properties[name] : undefined;
		const path = at === '' ? name : `${at}.${name}`;
		if (kind?.type === 'object') yield* outside(entry, kind.facts, path);
		else if (kind?.type === 'list' && kind.of.type === 'object' && Array.isArray(entry)) {
			for (const [index, one] of (entry as unknown[]).entries())
				yield* outside(one, kind.of.facts, `${path}[${index}]`);
		} else if (kind?.type === 'pixels' && (typeof entry === 'string' || typeof entry === 'number')) {
			const written = String(entry).trim();
			if (isWritten(written, kind) && !isWithin(written, kind)) yield { path, written, within: possible(kind) };
		}
	}
}
