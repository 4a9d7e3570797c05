/** Texts as people and models write them, of which is known what a reader must find in them. */
import fc from '../generated';

export interface Written {
	markdown: string;
	/** What must be there in any form, in this order: words, and numbers with the signs between them. */
	words: string[];
}

/** A piece of a text; `§` stands for a number that no other piece has. */
interface Piece {
	text: string;
	words: readonly string[];
}

const said = (text: string, ...words: string[]): Piece => ({ text, words });

/** Words, many with signs that might be marks and are none. */
const WORDS: readonly Piece[] = [
	said('词§', '词§'),
	said('word§ ', 'word§'),
	said('会议§~§点，', '会议§~§点'),
	said('§~§元', '§~§元'),
	said('§*§*§ cm', '§*§*§'),
	said('§**§', '§**§'),
	said('姓名§(*必填)', '姓名§', '必填'),
	said('报表_§_汇总.xlsx', '报表_§_汇总.xlsx'),
	said('snake_§_case', 'snake_§_case'),
	said('if x§<y && z>§', 'x§<y && z>§'),
	said('List§<Item>', 'List§<Item>'),
	said('R&D§', 'R&D§'),
	said('见https://x.com/p§中文', '见', 'x.com/p§', '中文'),
	said(' https://x.com/?a=§&copy=§ ', 'x.com/?a=§&copy=§'),
	said(' www.x.com/a_§_b ', 'www.x.com/a_§_b'),
	said('[标签§](https://x.com/§)', '标签§'),
	said('[见https://x.com/p§中文]()', '见', 'x.com/p§', '中文'),
	said('[见https://x.com/p§中文](https://y.com/§)', '见', 'x.com/p§', '中文'),
	said('[见https://x.com/p§中文](mailto:a@b.c)', '见', 'x.com/p§', '中文'),
	said('![见https://x.com/p§中文](https://y.com/x)', '见', 'x.com/p§', '中文'),
	said('https://x.com/wiki/维基§ ', 'x.com/wiki/维基§'),
	said(' xhttps://x.com/p§中文', 'xhttps', 'x.com/p§', '中文'),
	said('**注意§：**请', '注意§：', '请'),
	said('**粗§**', '粗§'),
	said('*斜§*', '斜§'),
	said('~~删§~~', '删§'),
	said('`码§`', '码§'),
	said('~§', '§'),
	said('§%~§%', '§%~§%'),
	said('“引§”', '“引§”'),
	said('C:\\dir§', 'C:\\dir§'),
	said('&copy§', '&copy§'),
	said('&lt;§', '§'),
	said('\\*§\\*', '§'),
	said('<u>线§</u>', '线§'),
	said('10<sup>§</sup>', '§'),
	said("<font color='red'>红§</font>", '红§'),
	said('<a href="https://x.com/§">链§</a>', '链'),
];

/** What stands between words, and begins blocks. */
const GAPS: readonly Piece[] = [
	...[
		' ',
		'\n',
		'\n\n',
		'\n- ',
		'\n\n1. ',
		'\n> ',
		'\n\n## ',
		'\n    - ',
		'，',
		'。',
		'  \n',
		'\\\n',
		'<br>',
		'\u3000',
	],
	...['\n\n| a | b |\n|---|---|\n| ', ' | ', '\n\n```\nx\n```\n\n', '\n\n---\n\n', '- [ ] ', '1) ', '# ', '> '],
	...[
		'*',
		'**',
		'***',
		'_',
		'__',
		'~',
		'~~',
		'(',
		')',
		'（',
		'）',
		'[',
		']',
		'](',
		'<',
		'>',
		'\\',
		'!',
		'&',
		'`',
		'``',
	],
].map((text) => said(text));

export const texts: fc.Arbitrary<Written> = fc
	.array(
		fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WORDS) }, { weight: 2, arbitrary: fc.constantFrom(...GAPS) }),
		{ minLength: 1, maxLength: 14 },
	)
	.map(written)
	// What follows a fence is the language of code, and not shown.
	.filter(({ markdown }) => !/^[\s>\d.)*+#-]*(?:\[ \] )?(?:~{3}|`{3})[`~]*[ \t]*[^ \t\n`~]/m.test(markdown));

function written(pieces: readonly Piece[]): Written {
	let next = 100;
	let markdown = '';
	const words: string[] = [];
	for (const { text, words: own } of pieces) {
		const numbers: number[] = [];
		markdown += text.replace(/§/g, () => String(numbers[numbers.push(next++) - 1]));
		let used = 0;
		words.push(...own.map((word) => word.replace(/§/g, () => String(numbers[used++]))));
	}
	return { markdown, words };
}

/** Those of the words that are not there, or not in their order. */
export function lost({ words }: Written, visible: string): string[] {
	const shown = visible.replace(/\s+/g, '');
	let at = 0;
	return words.filter((word) => {
		const own = word.replace(/\s+/g, '');
		const found = shown.indexOf(own, at);
		if (found !== -1) at = found + own.length;
		return found === -1;
	});
}
