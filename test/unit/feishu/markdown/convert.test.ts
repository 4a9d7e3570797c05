import fc from '../../../support/generated';
import { checkCard } from '../../../../feishu/im/card';
import {
	escapeMarkdown,
	imagesOf,
	markdownElements,
	markdownPost,
	plainPost,
	plainText,
	tableCount,
	withImageKeys,
} from '../../../../feishu/markdown';

const inCard = (markdown: string) => markdownElements(markdown);
const text = (content: string) => ({ tag: 'markdown', content });
const md = (content: string) => [{ tag: 'md', text: content }];
const words = (content: string) => [{ tag: 'text', text: content }];
const bold = (text: string) => ({ tag: 'text', text, style: ['bold'] });
const boldLink = { tag: 'a', text: 'b', href: 'https://x.y', style: ['bold'] };

describe('markdownElements', () => {
	it.each<[string, string, string]>([
		['headings', '# A\n\nB\n===', '# A\n\n# B'],
		['nested lists with four columns a level', '- a\n  - b\n    1. c\n- d', '- a\n    - b\n        1. c\n- d'],
		['a list that is moved in less than it must be', '1. a\n  - b\n2. c', '1. a\n    - b\n2. c'],
		['tasks', '- [ ] a\n- [x] b', '- ☐ a\n- ☑ b'],
		[
			'code in a list at the beginning of its line',
			'1. a\n   ```js\n   b\n   ```\n2. c',
			'1. a\n\n```javascript\nb\n```\n\n2. c',
		],
		[
			'what follows code in a list no deeper than it may be',
			'- a\n  ```\n  b\n  ```\n  - c\n    - d\n- e\n  - f',
			'- a\n\n```\nb\n```\n\n- c\n    - d\n- e\n    - f',
		],
		['indented code', '    a\n    b', '```\na\nb\n```'],
		['backticks in code', '~~~\n```\n~~~', '````\n```\n````'],
		['quotes', '> a\nb\n>\n> - c', '> a\n> b\n>\n> - c'],
		['escaped characters', '\\*a\\* \\_', '&#42;a&#42; &#95;'],
		['HTML', 'a <div class="x">b</div> List<String>', 'a\nb\nList&#60;String&#62;'],
		['HTML that Markdown says as well', '<b>a</b> <em>b</em>', '**a** *b*'],
		['the tags of cards', "<font color='red'>a</font><br>", "<font color='red'>a</font><br>"],
		['mentions of messages', '<at user_id="ou_1">Tom</at> a', '<at id=ou_1></at> a'],
		['mentions of cards', '<at id=all></at><at email=a@b.c></at>', '<at id=all></at><at email=a@b.c></at>'],
		['tags in code', '`<b>` a < b', '`<b>` a < b'],
		['addresses with marks', 'https://x.y/a_b_c, b', '[https://x.y/a&#95;b&#95;c](https://x.y/a_b_c), b'],
		['addresses in brackets', '<https://x.y> <a@b.c>', '[https://x.y](https://x.y) a@b.c'],
		['links with brackets', '[a](https://x.y/b_(c))', '[a](https://x.y/b_%28c%29)'],
		['links that no client opens', '[a](./b.md)', 'a (./b.md)'],
		['links by reference', '[a][1]\n\n[1]: https://x.y', '[a](https://x.y)'],
		['images at an address', '![a](https://x.y/b.png)', '[a](https://x.y/b.png)'],
		['images within words', 'a ![b](img_1) c', 'a ![b](img_1) c'],
		['footnotes', 'a[^1]\n\n[^1]: b', 'a&#91;1&#93;\n\n&#91;1&#93; b'],
		['bold beside Chinese', '**注意：**请看', '**注意：** 请看'],
		['strikethrough', '~a~ ~~b~~', '&#126;a&#126; ~~b~~'],
		['lone marks', 'a * b_c **', 'a * b_c **'],
		[
			'words that only look like a definition',
			'a\n\n[ERROR]: timeout\n\n[WARN]: b\nc',
			'a\n\n[ERROR]&#58; timeout\n\n[WARN]&#58; b\nc',
		],
		[
			'nothing but such words',
			'[ERROR]: timeout\n\n[ERROR]: again and again',
			'[ERROR]&#58; timeout\n\n[ERROR]&#58; again and again',
		],
		['references before such words', '[a]: b\n\n[1]: https://x.y\n\n[c][1]', '[a]&#58; b\n\n[c](https://x.y)'],
		[
			'links by reference after a source that is not cited',
			'See [one][1] and [three][3].\n\n[1]: https://a.example/1\n[2]: https://a.example/2\n[3]: https://a.example/3',
			'See [one](https://a.example/1) and [three](https://a.example/3).',
		],
		[
			'words that only look like a definition right before one',
			'[ERROR]: timeout\n[WARN]: retry\n[docs]: https://x.y/d\n\nsee [docs]',
			'[ERROR]&#58; timeout\n[WARN]: retry\n\nsee [docs](https://x.y/d)',
		],
		['words without what stands for a comment', 'a\n\n[//]: # (b)\n[//]: # "c"\n[//]: <> (d)\n\ne', 'a\n\ne'],
		['words without the comments', '<!-- a -->\nb <!-- c --> d\n<!-- e\n\nf -->\n`<!-- g -->`', 'b  d\n\n`<!-- g -->`'],
		['a comment that is never closed', '<!-- a\n\nb', '<!-- a\n\nb'],
	])('writes %s', (_what, markdown, content) => {
		expect(inCard(markdown)).toEqual([text(content)]);
	});

	it('makes images, rules and tables elements of their own, in their order', () => {
		expect(
			inCard('a\n\n![b](img_1) ![c](img_2)\n\n***\n\n| d | e |\n|---|--:|\n| 1 | **2** |\n| x \\| y |\nf'),
		).toEqual([
			text('a'),
			{ tag: 'img', img_key: 'img_1', alt: { tag: 'plain_text', content: 'b' }, scale_type: 'fit_horizontal' },
			{ tag: 'img', img_key: 'img_2', alt: { tag: 'plain_text', content: 'c' }, scale_type: 'fit_horizontal' },
			{ tag: 'hr' },
			expect.objectContaining({
				tag: 'table',
				columns: [
					expect.objectContaining({ display_name: 'd', data_type: 'text' }),
					expect.objectContaining({ display_name: 'e', data_type: 'markdown', horizontal_align: 'right' }),
				],
				rows: [{ c1: '1', c2: '**2**' }, { c1: 'x | y' }],
			}),
			text('f'),
		]);
	});

	it('shows tables beyond those that a card takes as text', () => {
		const table = '|a|中文|\n|-|-:|\n|long cell|1|\n';
		const elements = markdownElements(`${table}\n${table}`, { tables: 1 });
		expect(elements.map(({ tag }) => tag)).toEqual(['table', 'markdown']);
		expect(elements[1]).toEqual(text('```\na         | 中文\n----------|-----\nlong cell |    1\n```'));
	});

	it('gives nothing for nothing', () => {
		for (const nothing of [' \n\n', '<!-- a -->', '<!-- a --><!-- b -->']) {
			expect(inCard(nothing)).toEqual([]);
			expect(markdownPost(nothing)).toEqual([]);
			expect(plainPost(nothing)).toEqual([]);
			expect(plainText(nothing)).toBe('');
		}
	});
});

describe('markdownPost', () => {
	it.each<[string, string, object[][]]>([
		['headings as bold lines', '## A b', [md('**A b**')]],
		['headings with links', '## A [b](https://x.y) c', [[bold('A '), boldLink, bold(' c')]]],
		['links in styles', '**a [b](https://x.y)**', [[bold('a '), boldLink]]],
		['links in styles of items, whose list is one of md', '- **[b](https://x.y)**', [md('- [b](https://x.y)')]],
		['links with special characters', '[a](https://x.y/?q=<b)', [md('[a](https://x.y/?q=%3Cb)')]],
		['underscores as asterisks', '__a__ _b_ ***c*** ~~d~~', [md('**a** *b* ***c*** ~~d~~')]],
		['mentions of cards', '<at id=ou_1></at>', [md('<at user_id="ou_1"></at>')]],
		['several mentions', '<at ids=a,b></at> c', [md('<at user_id="a"></at> <at user_id="b"></at> c')]],
		['mentions by e-mail', '<at email=a@b.c></at> c', [md('@a@b.c c')]],
		['code', 'a\n```py\nb\n```\nc', [md('a'), [{ tag: 'code_block', language: 'PYTHON', text: 'b' }], md('c')]],
		['rules', 'a\n\n---\nb', [md('a'), [{ tag: 'hr' }], md('b')]],
		[
			'images',
			'![a](img_1)\n\nb ![c](https://x.y/d.png)',
			[[{ tag: 'img', image_key: 'img_1' }], md('b [c](https://x.y/d.png)')],
		],
		['small tables', '|a|b|\n|-|-|\n|1|2|', [[{ tag: 'code_block', text: 'a   | b\n----|----\n1   | 2' }]]],
		[
			'wide tables as lists',
			`|a|b|\n|-|-|\n|1|${'x'.repeat(60)}|\n|**2**|y|`,
			[md(`- a: 1\n    - b: ${'x'.repeat(60)}\n- a: **2**\n    - b: y`)],
		],
		['lists', '* a\n  * [x] b', [md('- a\n    - ☑ b')]],
		['colors without them', "<font color='red'>a</font> b", [md('a b')]],
	])('writes %s', (_what, markdown, post) => {
		expect(markdownPost(markdown)).toEqual(post);
	});
});

describe('plainPost', () => {
	it('has words, links, mentions and images only', () => {
		expect(
			plainPost(
				'# A\n**b** [c](https://x.y) <at id=ou_1>Tom</at>!\n- d\n\n```\ne\n```\n|f|g|\n|-|-|\n|1|2|\n\n![h](img_1)',
			),
		).toEqual([
			words('A'),
			[
				{ tag: 'text', text: 'b ' },
				{ tag: 'a', text: 'c', href: 'https://x.y' },
				{ tag: 'text', text: ' ' },
				{ tag: 'at', user_id: 'ou_1' },
				{ tag: 'text', text: '!' },
			],
			words('• d'),
			words('e'),
			words('f | g'),
			words('1 | 2'),
			[{ tag: 'img', image_key: 'img_1' }],
		]);
	});

	it.each<[string, string, object[][]]>([
		[
			'words after a mention that is not closed',
			'<at id=ou_1> please *do*\nit <at id=ou_2>Tom</at>!',
			[
				[{ tag: 'at', user_id: 'ou_1' }, ...words(' please do')],
				[...words('it '), { tag: 'at', user_id: 'ou_2' }, ...words('!')],
			],
		],
		[
			'the name in a mention once',
			'Hi <at user_id="ou_1">zhang_san_a</at>, look',
			[[...words('Hi '), { tag: 'at', user_id: 'ou_1' }, ...words(', look')]],
		],
		['a style over two lines', '**a\nb**', [words('a'), words('b')]],
		[
			'a link over two lines',
			'see [the report\nof May](https://x.y)\nnow',
			[[...words('see '), { tag: 'a', text: 'the report of May', href: 'https://x.y' }], words('now')],
		],
		['a comment as nothing', 'a\n\n<!-- b -->\n\nc<!-- d -->', [words('a'), words('c')]],
		['words that look like a definition', '[ERROR]: timeout', [words('[ERROR]: timeout')]],
	])('writes %s', (_what, markdown, post) => {
		expect(plainPost(markdown)).toEqual(post);
	});
});

describe('plainText', () => {
	it.each<[string, string]>([
		['# A\n\n**b** _c_ `d`', 'A\n\nb c d'],
		['[a](https://x.y) <https://x.y> [https://x.y](https://x.y)', 'a (https://x.y) https://x.y https://x.y'],
		['![a](img_1) ![](img_2)', '[a] [Image]'],
		['- a\n  - b\n1. c\n- [x] d', '• a\n  • b\n\n1. c\n\n☑ d'],
		['<at user_id="ou_1">Tom</at> <at id=ou_2></at> <at id=all></at>', '@Tom @ou_2 @all'],
		['<at id=ou_1> please *do*', '@ou_1 please do'],
		['Hi <at user_id="ou_1">zhang_san</at>, look', 'Hi @zhang_san, look'],
		['<at user_id="ou_1">a_b_c \\* d_e *f* g</at>!', '@a_b_c * d_e f g!'],
		[`<at id=ou_1>${'a_b '.repeat(60)}</at>`, `@ou_1${'a_b '.repeat(60)}`.trim()],
		['[ERROR]: timeout\n\n<!-- a -->', '[ERROR]: timeout'],
		['&lt;a&#62; &amp; \\* <b>c</b> List<String>', '<a> & * c List<String>'],
		['> a\n\n```\n**b**\n```', 'a\n\n**b**'],
	])('says %j as %j', (markdown, plain) => {
		expect(plainText(markdown)).toBe(plain);
	});

	it('is what escapeMarkdown has escaped', () => {
		const line = fc.string({
			unit: fc.constantFrom('a', ' ', '*', '_', '`', '<b>', '[', ']', '#', '-', '1.', '|', '~', '>', '&', '\\'),
		});
		fc.assert(
			fc.property(line, (said) => {
				expect(plainText(escapeMarkdown(said.trim())).replace(/\s+/g, '')).toBe(said.replace(/\s+/g, ''));
			}),
		);
	});
});

describe('images', () => {
	const markdown =
		'![a](https://x.y/1.png "t") `![no](https://x.y/2.png)`\n\n- ![](<binary:my file>)\n\n```\n![no](x)\n```\n\n![c][r]\n\n[r]: https://x.y/3.png';

	it('are found outside of code', () => {
		expect(imagesOf(markdown)).toEqual([
			{ url: 'https://x.y/1.png', alt: 'a' },
			{ url: 'binary:my file', alt: '' },
			{ url: 'https://x.y/3.png', alt: 'c' },
		]);
	});

	it('are found in the cells of a table, one by one', () => {
		const table = '> | ` | ![a](https://x.y/1.png) | ` |\n> |-|-|-|\n> | ![b\\|c](https://x.y/2.png) | `![no](x)` ||';
		expect(imagesOf(table).map(({ url }) => url)).toEqual(['https://x.y/1.png', 'https://x.y/2.png']);
		expect(withImageKeys(table, new Map([['https://x.y/2.png', 'img_2']]))).toBe(
			table.replace('https://x.y/2.png', 'img_2'),
		);
	});

	it('get keys, or become links', () => {
		const keys = new Map([
			['https://x.y/1.png', 'img_1'],
			['binary:my file', 'img_2'],
			['https://x.y/3.png', undefined],
		]);
		expect(withImageKeys(markdown, keys)).toBe(
			'![a](img_1) `![no](https://x.y/2.png)`\n\n- ![](img_2)\n\n```\n![no](x)\n```\n\n[c](https://x.y/3.png)\n\n[r]: https://x.y/3.png',
		);
	});

	it('stay when the map lacks them', () => {
		expect(withImageKeys('![a](https://x.y)', new Map())).toBe('![a](https://x.y)');
	});
});

describe('tableCount', () => {
	it.each<[string, number]>([
		['|a|\n|-|\n|1|\n\n|b|\n|-|', 2],
		['```\n|a|\n|-|\n```', 0],
		['a | b', 0],
		['|a|b|\n|-|', 0],
		['|a|`b|c`|\n|-|-|-|', 1],
	])('of %j is %d', (markdown, count) => {
		expect(tableCount(markdown)).toBe(count);
	});
});

describe('any text', () => {
	it('makes a card that is accepted', () => {
		const piece = fc.constantFrom(
			...['a', '\n', '\n\n', '- ', '> ', '# ', '\n```\n', '**', '[', '](https://x.y)', '![c](img_1)', '---\n'],
			...['|a|b|\n|-|-|\n|1|2|\n\n', '||\n|-|\n', '<b>', '<at id=x>', '1. ', '    '],
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
				const elements = markdownElements(pieces.join(''));
				expect(() => checkCard({ schema: '2.0', body: { elements } }, { field: 'Markdown' })).not.toThrow();
			}),
			{ numRuns: 300 },
		);
	});

	it('keeps its letters in every form', () => {
		const piece = fc.constantFrom(
			'a',
			'b ',
			'\n',
			'\n\n',
			'- ',
			'  ',
			'> ',
			'# ',
			'\n```\n',
			'`',
			'**',
			'*',
			'_',
			'[',
			'](',
			')',
			'![',
			'|',
			'|-|',
			'<b>',
			'</at>',
			'<at id=x>',
			'1. ',
			'~',
			'\\',
		);
		const letters = (value: unknown) =>
			JSON.stringify(value).replace(/"(?:tag|type|href|language)":"[^"]*"|[^zq]/g, '');
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
				const markdown = pieces.map((one) => one.replace(/[ab]/g, 'z')).join('');
				// What follows a fence is the language of code, and not shown.
				fc.pre(!/^[\s>\d.)*+#-]*(?:~{3}|`{3})[`~]*[ \t]*[^ \t\n`~]/m.test(markdown));
				// The letters of tags aside: `z` stands for words.
				const count = letters(markdown).length;
				// Of an image mere words have the description only.
				const plain = markdown.includes('![') ? markdown : plainText(markdown);
				for (const form of [markdownElements(markdown), markdownPost(markdown), plain])
					expect(letters(form).length).toBeGreaterThanOrEqual(count - (markdown.match(/<zt|<\/zt|<z>/g) ?? []).length);
			}),
			{ numRuns: 500 },
		);
	});
});
