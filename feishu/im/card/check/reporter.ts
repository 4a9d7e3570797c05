import { TooMuchError } from '../../content/contentLimits';
import { InputError } from '../../../input';
import type { CardPath } from '../path';
import { written } from './walk';

export interface CheckOptions {
	/** The field on the panel that errors belong to. */
	field: string;
	/** What the user calls the element at a path; the path itself otherwise. */
	nameOf?: (path: CardPath) => string | undefined;
	/** Bytes of UTF-8, 30 KB by default; 20 KB for custom bots. */
	limitBytes?: number;
}

export interface Reporter {
	/** `body.elements[3] (table)`, or the name of the block. */
	place(path: CardPath, tag?: string): string;
	error(path: CardPath, tag: string | undefined, message: string, advice?: string): InputError;
	/** The same about a number that a card of less would not reach. */
	tooMuch(path: CardPath, tag: string | undefined, message: string, advice?: string): TooMuchError;
}

export function reporter({ field, nameOf }: CheckOptions): Reporter {
	const place = (path: CardPath, tag?: string): string => {
		const name = nameOf?.(path);
		if (name !== undefined) return name;
		const where = written(path) || 'The card';
		return tag === undefined ? where : `${where} (${tag})`;
	};
	return {
		place,
		error: (path, tag, message, advice) => new InputError(field, `${place(path, tag)}: ${message}`, advice),
		tooMuch: (path, tag, message, advice) => new TooMuchError(field, `${place(path, tag)}: ${message}`, advice),
	};
}
