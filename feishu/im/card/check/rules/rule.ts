import type { JsonObject } from '../../../../json';
import type { Reporter } from '../reporter';
import type { CardUseFacts } from '../uses';
import type { Visit } from '../walk';

/** A card with everything in it that has a tag. */
export interface Subject {
	card: JsonObject;
	found: readonly Visit[];
	/** What the place takes that the card goes to. */
	use: CardUseFacts;
	/** Which version of card JSON it is. */
	version: '1.0' | '2.0';
}

/** @throws InputError at the first thing that breaks it */
export type Rule = (subject: Subject, report: Reporter) => void;
