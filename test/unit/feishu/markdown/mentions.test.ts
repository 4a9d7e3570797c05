import fc from '../../../support/generated';
import { markdownElements, markdownPost, plainPost, withoutMentions } from '../../../../feishu/markdown';

it.each<[string, string, string]>([
	['of everyone', '<at id=all></at> look', '<|at id=all><|/at> look'],
	['of a message', 'a <at user_id="ou_1">Tom</at>', 'a <|at user_id="ou_1">Tom<|/at>'],
	['of a person', "<person id='ou_1'></person>", "<|person id='ou_1'><|/person>"],
	['in a link', '[see <at id=all></at>](https://x.y)', '[see <|at id=all><|/at>](https://x.y)'],
	['in a table', '| a |\n| --- |\n| <at id=all></at> |', '| a |\n| --- |\n| <|at id=all><|/at> |'],
	['beside cells with backticks', '| ` | <at id=all></at> | ` |\n|-|-|-|', '| ` | <|at id=all><|/at> | ` |\n|-|-|-|'],
	[
		'in a cell with what is beyond the row',
		'> a | b\n> -|-\n> - | ` | x ` <at id=all></at> ` y',
		'> a | b\n> -|-\n> - | ` | x ` <|at id=all><|/at> ` y',
	],
	['in code', '`<at id=all></at>`', '`<|at id=all><|/at>`'],
	['in a quote and a list', '> - <AT id=all></AT>', '> - <|AT id=all><|/AT>'],
])('takes the meaning from a mention %s', (_what, markdown, expected) => {
	// A space of no width.
	expect(withoutMentions(markdown)).toBe(expected.replaceAll('<|', '<\u200b'));
});

it.each(['a <b>b</b> < c', 'look @all', '<attach>', '`<a>`'])('leaves %j as it is', (markdown) => {
	expect(withoutMentions(markdown)).toBe(markdown);
});

/** A mention as the platform reads it. */
const MENTION = /<(?:at|person)\b[^<>\n]*>/i;

it.each([
	'<<!-- -->at id=all></at>',
	'<a<!-- -->t user_id="all"></at>',
	'<![]()at id=all></at>',
	'<<img>at id=all></at>',
	'<[](<>)at id=all></at>',
	'[](<)at id=all></at>',
	'\\<at id=all></at>',
	'[&lt;at id=all&gt;](./a)',
	'- <</font><!-- -->at id=all></at>',
])('makes no mention of %j, whose parts are none', (markdown) => {
	for (const words of [markdown, withoutMentions(markdown)]) {
		expect(JSON.stringify(markdownElements(words))).not.toMatch(MENTION);
		expect(JSON.stringify(markdownPost(words))).not.toMatch(MENTION);
		expect(JSON.stringify(plainPost(words))).not.toContain('"tag":"at"');
	}
});

it.each(['> [a](\n> <`>)<at id=all></at>`', '[a](`\\\n)<at id=all></at>`', '~~~~`\n<at id=all></at>'])(
	'lets nothing through in %j, which may be read as code or not',
	(markdown) => {
		expect(JSON.stringify(markdownElements(withoutMentions(markdown)))).not.toMatch(MENTION);
	},
);

it('leaves what can be no tag as it is', () => {
	const words = 'a <3 b <= c < d <- [e < f] [g <at id=ou_1></at>]';
	expect(markdownElements(words)).toEqual([{ tag: 'markdown', content: words }]);
	const named = words.replace('id=ou_1', 'user_id="ou_1"');
	expect(markdownPost(words)).toEqual([[{ tag: 'md', text: named }]]);
});

const pieces = fc.constantFrom(
	...[
		'<at id=all></at>',
		'<at user_id="all">x</at>',
		'<at id=all',
		"<person id='ou_1'></person>",
		'<',
		'`',
		'~~~',
		'    ',
		'<font color=red>',
		'at id=all>',
		'a',
		't user_id="all">',
		'<!-- -->',
		'<img>',
		'<img alt="<">',
		'[](<>)',
		'[](<)',
		'![]()',
		'</at>',
		'&lt;',
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
			for (const form of [markdownElements(words), markdownPost(words)])
				expect(JSON.stringify(form)).not.toMatch(MENTION);
			for (const post of [markdownPost(words), plainPost(words)])
				expect(JSON.stringify(post)).not.toContain('"tag":"at"');
		}),
		{ numRuns: 2_000 },
	);
});
