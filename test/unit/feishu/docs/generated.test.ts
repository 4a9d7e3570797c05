import { allowedBlocks } from '../../../../feishu/docs/allowedBlocks';
import { blockRequests } from '../../../../feishu/docs/blockRequests';
import { blocksMarkdown } from '../../../../feishu/docs/blocksMarkdown';
import { markdownBlocks } from '../../../../feishu/docs/markdownBlocks';
import type { NewBlock } from '../../../../feishu/docs/newBlock';
import { elementsOf, elementsText } from '../../../../feishu/docs/readBlocks';
import { asRead } from '../../../support/docs/asRead';
import { document } from '../../../support/docs/generatedBlocks';
import { refusals } from '../../../support/docs/requestRules';
import fc from '../../../support/generated';

const written = (blocks: readonly NewBlock[]): string => {
	const { blocks: read, links } = asRead(blocks);
	return blocksMarkdown(read, { links });
};

/** All words in their order; blanks say nothing. */
const said = (blocks: readonly NewBlock[]): string =>
	blocks
		.map((block) => elementsText(elementsOf(block)) + said(block.children ?? []))
		.join('')
		.replace(/\s+/g, '');

it('What is read from any document is the same after it was written to another one', () => {
	fc.assert(
		fc.property(document, (generated) => {
			const markdown = written(allowedBlocks(generated));
			const again = allowedBlocks(markdownBlocks(markdown));
			expect(written(again)).toBe(markdown);
			expect(said(again)).toBe(said(allowedBlocks(generated)));
		}),
		{ numRuns: 200 },
	);
});

it('Any document goes to the platform in requests that it takes', () => {
	fc.assert(
		fc.property(document, (generated) => {
			expect(refusals(blockRequests(generated))).toEqual([]);
		}),
		{ numRuns: 200 },
	);
});
