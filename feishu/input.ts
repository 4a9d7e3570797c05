/**
 * A value that a person entered can't be used. Thrown before any call is made.
 * `field` is the name shown on the panel; the message names it.
 */
export class InputError extends Error {
	constructor(
		readonly field: string,
		message: string,
		readonly advice?: string,
	) {
		super(message);
		this.name = 'InputError';
	}
}

/** A text as somebody pasted it, without the blanks and line breaks that were copied along. Anything else is empty. */
export function pasted(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

/** Recognises an InputError of any copy of this module (a package may be loaded twice in one process). */
export function isInputError(error: unknown): error is InputError {
	return error instanceof Error && error.name === 'InputError';
}
