import type { PlatformError } from '../platform/envelope';
import { cardExt, cardFailure } from './contentErrors';

/** What the card service refuses in a card; messages say it as 230099, card entities in codes of their own. */
export class CardProblem extends Error {
	constructor(
		/** The card service's own code. */
		readonly code: number,
		readonly words: string,
		/** What is wrong, as `ErrorValue` shows it. */
		readonly value = '',
		/** `ROOT -> body -> elements -> [0](tag: div)`. */
		readonly path = '',
	) {
		super(`${code} ${words} ${value}`);
	}

	/** As it stands in an answer's `msg`. */
	get ext(): string {
		return cardExt(this.code, this.words, this.value, this.path);
	}

	asMessageError(): PlatformError {
		return cardFailure(this.code, this.words, this.value, this.path);
	}
}

/** 200621: a card that is not of the right form. */
export const malformed = (value: string, path = '') =>
	new CardProblem(200621, 'parse card json err, please check whether the card json is correct', value, path);

/** Does what may find a problem in a card, and words it as sending a message does. */
export function asMessageErrors<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof CardProblem) throw error.asMessageError();
		throw error;
	}
}
