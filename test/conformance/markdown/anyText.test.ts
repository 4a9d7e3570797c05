import fc from '../../support/generated';
import { markdownElements, markdownPost, plainPost, plainText } from '../../../feishu/markdown';
import { cardLeaves, postLeaves, shown } from '../../support/markdown/reading';
import { lost, texts } from '../../support/markdown/texts';

const RUNS = 2_000;

/** What a reader sees of each form. */
const FORMS: ReadonlyArray<readonly [form: string, shows: (markdown: string) => string]> = [
	['a card', (markdown) => shown(cardLeaves(markdownElements(markdown)))],
	['a post', (markdown) => shown(postLeaves(markdownPost(markdown)))],
	['the plain post of a custom bot', (markdown) => shown(postLeaves(plainPost(markdown)))],
	['mere words', plainText],
];

it.each(FORMS)('%s loses no word of any text, and changes no number', (_form, shows) => {
	fc.assert(
		fc.property(texts, (text) => {
			expect(lost(text, shows(text.markdown))).toEqual([]);
		}),
		{ numRuns: RUNS },
	);
});
