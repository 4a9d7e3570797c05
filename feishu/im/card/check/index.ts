import { isReference, referenceProblem, versionOf, versionProblem } from '../../content/cardContent';
import { type JsonObject } from '../../../json';
import { CARD_LIMIT_BYTES } from '../limits';
import { checkParts, checkProperties } from './properties';
import { reporter, type CheckOptions as ReportOptions } from './reporter';
import { ELEMENT_RULES, RULES, type Subject } from './rules';
import { checkCardSize, elementLists } from './size';
import { CARD_USES, type CardUse, type CardUseFacts } from './uses';
import { visits, type Visit } from './walk';

export { CARD_USES, type CardUse } from './uses';
export { cardHints } from './hints';

export interface CheckOptions extends ReportOptions {
	/** Where the card goes; into a message unless given. */
	use?: CardUse;
}

/**
 * Checks a card against what the platform publishes, before it is sent. Version 1.0 ignores properties that it does not
 * know, so only its places, names, tables, addresses and limits are checked. What the documentation does not speak of is
 * accepted; what it only does not show is told by `cardHints`.
 * @throws InputError that names the block or the JSON path, and how to mend it
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-structure
 */
export function checkCard(card: JsonObject, options: CheckOptions): void {
	const report = reporter(options);
	const use: CardUseFacts = CARD_USES[options.use ?? 'message'];
	checkCardSize(card, options.field, options.limitBytes ?? CARD_LIMIT_BYTES, report);
	const problem = isReference(card) ? referenceProblem(card, use) : versionProblem(card);
	if (problem) throw report.error([], undefined, problem.message, problem.advice);
	if (isReference(card)) return;
	const version = versionOf(card) ?? '1.0';
	const subject: Subject = { card, use, version, found: taggedIn(card, version) };
	if (version === '2.0') {
		checkParts(card, report);
		for (const visit of subject.found) checkProperties(visit, report);
	}
	for (const rule of RULES[version]) rule(subject, report);
}

/**
 * The same for elements of version 2.0 that are to go into a card which is not at hand.
 * @throws InputError that names the element
 */
export function checkElements(elements: readonly JsonObject[], options: CheckOptions): void {
	const report = reporter(options);
	checkCardSize({ elements }, options.field, options.limitBytes ?? CARD_LIMIT_BYTES, report);
	const found = visits(elements, ['elements']);
	for (const visit of found) checkProperties(visit, report);
	const subject: Subject = { card: {}, use: CARD_USES[options.use ?? 'entity'], version: '2.0', found };
	for (const rule of ELEMENT_RULES) rule(subject, report);
}

/** Everything with a tag that a card shows. */
function taggedIn(card: JsonObject, version: '1.0' | '2.0'): Visit[] {
	if (version === '2.0') return [...visits(card.header, ['header']), ...visits(card.body, ['body'])];
	return elementLists(card).flatMap(({ elements, path }) => visits(elements, path, 'elements'));
}
