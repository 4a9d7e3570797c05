import { isReference } from '../../content/cardContent';
import { isObject, type JsonObject } from '../../../json';
import { CARD_LIMIT_BYTES, TABLES_LIMIT } from '../limits';
import { checkParts, checkProperties } from './properties';
import { reporter, type CheckOptions } from './reporter';
import { checkRules } from './rules';
import { checkCardSize, elementLists } from './size';
import { visits } from './walk';

export type { CheckOptions } from './reporter';

/**
 * Checks a card against what the platform publishes, before it is sent. Version 1.0 ignores what it does not know, so
 * only its limits are checked. What the documentation does not speak of is accepted.
 * @throws InputError that names the block or the JSON path, and how to mend it
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-structure
 */
export function checkCard(card: JsonObject, options: CheckOptions): void {
	const report = reporter(options);
	checkCardSize(card, options.field, options.limitBytes ?? CARD_LIMIT_BYTES, report);
	if (isReference(card)) return;
	if (card.schema === '2.0') {
		checkParts(card, report);
		const found = [...visits(card.header, ['header']), ...visits(card.body, ['body'])];
		for (const visit of found) checkProperties(visit, report);
		checkRules(found, report);
		return;
	}
	for (const { elements, path } of elementLists(card)) {
		const tables = elements.flatMap((element, index) => (isObject(element) && element.tag === 'table' ? [index] : []));
		const excess = tables[TABLES_LIMIT];
		if (excess !== undefined)
			throw report.tooMuch(
				[...path, excess],
				'table',
				`it is table ${TABLES_LIMIT + 1}; Feishu takes at most ${TABLES_LIMIT} in a card`,
				'Join tables, split the card, or send them as a file',
			);
	}
}
