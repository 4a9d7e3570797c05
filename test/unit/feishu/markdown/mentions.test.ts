import fc from 'fast-check';
import { markdownElements, markdownPost, plainPost, withoutMentions } from '../../../../feishu/markdown';

it.each<[string, string, string]>([
	['of everyone', '<at id=all></at> look', '<|at id=all><|/at> look'],
	['of a message', 'a <at user_id="ou_1">Tom</at>', 'a <|at user_id="ou_1">Tom<|/at>'],
	['of a person', "<person id='ou_1'></person>", "<|person id='ou_1'><|/person>"],
	['in a link', '[see <at id=all></at>](https://x.y)', '[see <|at id=all><|/at>](https://x.y)'],
	['in a table', '| a |\n| --- |\n| <at id=all></at> |', '| a |\n| --- |\n| <|at id=all><|/at> |'],
	['in a quote and a list', '> - <AT id=all></AT>', '> - <|AT id=all><|/AT>'],
])('takes the meaning from a mention %s', (_what, markdown, expected) => {
	// A space of no width.
	expect(withoutMentions(markdown)).toBe(expected.replaceAll('<|', '<\u200b'));
});

it.each(['`<at id=all></at>`', '```\n<at id=all></at>\n```', 'a <b>b</b> < c', 'look @all'])(
	'leaves %j as it is',
	(markdown) => {
		expect(withoutMentions(markdown)).toBe(markdown);
	},
);

/** Code is left as it is, and has none of these. */
const pieces = fc.constantFrom(
	...[
		'<at id=all></at>',
		'<at user_id="all">x</at>',
		'<at id=all',
		"<person id='ou_1'></person>",
		'<',
		'<font color=red>',
	],
	...[
		'[a](https://x.y)',
		'[',
		']',
		'(https://x.y)',
		'**',
		'> ',
		'- ',
		'| a |',
		'| --- |',
		'\n',
		'\n\n',
		'\\',
		'!',
		'a ',
	],
);

it('lets no mention through, whatever stands around it', () => {
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
			const words = withoutMentions(parts.join(''));
			const card = JSON.stringify(markdownElements(words).filter(({ tag }) => tag !== 'table'));
			expect(card).not.toMatch(/<(?:at|person)\b[^<>\n]*>/);
			for (const post of [markdownPost(words), plainPost(words)])
				expect(JSON.stringify(post)).not.toContain('"tag":"at"');
		}),
		{ numRuns: 2_000 },
	);
});
