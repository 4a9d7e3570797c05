import { problem } from './problem';

/** What a body of version 2 says, whose own code stands for all that has another form than its page. */
export function recordOf(given: unknown): Readonly<Record<string, unknown>> {
	if (typeof given !== 'object' || given === null || Array.isArray(given)) throw problem(204);
	return given as Record<string, unknown>;
}

export function entriesOf(given: unknown): readonly unknown[] {
	if (!Array.isArray(given)) throw problem(204);
	return given;
}

export function textOf(given: unknown): string | undefined {
	if (given === undefined || given === null) return undefined;
	if (typeof given !== 'string') throw problem(204);
	return given;
}

/** A whole number that is not below 0. */
export function numberOf(given: unknown): number | undefined {
	if (given === undefined || given === null) return undefined;
	if (typeof given !== 'number' || !Number.isInteger(given) || given < 0) throw problem(204);
	return given;
}
