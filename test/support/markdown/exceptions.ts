/**
 * Examples of the specifications that are said otherwise on purpose, with the reason. What is not listed is said as the
 * specification shows it; of what is listed still no word is lost.
 */
export interface Exception {
	examples: readonly number[];
	because: string;
	/** Words that are not shown. */
	hides?: string;
}

/** By the numbers of https://spec.commonmark.org/0.31.2/, counted from 1. */
export const COMMONMARK: readonly Exception[] = [
	{
		examples: [148, 150, 151, 155, 156, 157, 158, 159, 162, 163, 164, 165, 166, 171, 174, 175, 177, 178, 186, 189],
		because:
			'Feishu takes no HTML: what stands between tags is read as Markdown, as everywhere else, and a tag that nothing closes is words',
	},
	{
		examples: [161],
		because: 'The same; the language of code is its language, and no word',
		hides: 'c',
	},
	{ examples: [149, 160, 190], because: 'A table of HTML becomes lines of words; tables of Markdown are tables' },
	{ examples: [167], because: 'A style that a tag opens in one paragraph does not go on in the next' },
	{
		examples: [170, 172, 173, 176, 180, 181, 182, 627, 628, 629],
		because: 'Scripts, style sheets, instructions and declarations are shown as they are written, instead of vanishing',
	},
	{ examples: [184, 185], because: 'A tag makes a line, and no paragraph of its own' },
	{
		examples: [21, 31, 187, 344, 476, 477, 613, 614, 615, 616, 617, 623, 630, 631, 642, 643],
		because:
			'A tag that nothing closes, that there is none of, or that lacks what makes it one, is words: "p<b>q", "List<T>"',
	},
	{ examples: [491, 494, 524], because: 'Tags that there are none of are words' },
	{
		examples: [201],
		because: 'The same; and the other reader, by whom cards are judged here, takes it for a definition',
	},
	{
		examples: [207, 210, 317, 536, 537, 538, 545, 563, 565, 567, 571, 592],
		because:
			'A definition to which nothing refers, and which leads to no address of the web, is words: "[ERROR]: timeout"',
	},
	{ examples: [356], because: 'Between two digits a mark is a sign: "10*20*30 cm"' },
	{ examples: [602, 608, 611], because: 'An address by itself is a link, as in GFM and in the clients' },
	{ examples: [61], because: 'In an item a rule is a line of words: cards have rules across the whole only' },
	{ examples: [297], because: 'People move in items below a number by less than the specification asks for' },
	{ examples: [503], because: 'An address that no client opens is shown as it was written, and not decoded' },
];

/** By the numbers of https://github.github.com/gfm/ (0.29), the extensions only. */
export const GFM: readonly Exception[] = [
	{ examples: [202], because: 'A line without a pipe ends the table: people and models write a sentence right below' },
	{ examples: [204], because: 'What a row has beyond the header stays in its last cell, so that nothing is lost' },
	{ examples: [491], because: 'One tilde is a sign: "10~20元，30~40元" are ranges; two strike out' },
	{ examples: [626], because: 'A bracket that was not opened within ends an address: "(see https://x.y/a)"' },
	{ examples: [657], because: 'A tag that nothing closes, or that there is none of, is words' },
];
