import { addressEnd, encodedAddress } from '../../../../feishu/markdown/addresses';
import {
	imagesOf,
	markdownElements,
	markdownPost,
	plainPost,
	plainText,
	splitMarkdown,
	withImageKeys,
} from '../../../../feishu/markdown';

const card = (markdown: string) => markdownElements(markdown).map(({ tag, content }) => content ?? tag);
const word = (text: string, ...style: string[]) => ({ tag: 'text', text, ...(style.length > 0 && { style }) });
const md = (text: string) => [{ tag: 'md', text }];

describe('an address in running text', () => {
	it.each<[string, string]>([
		['https://x.com/a！谢谢', 'https://x.com/a'],
		['https://x.com/e（说明）', 'https://x.com/e'],
		['https://x.com/a中文', 'https://x.com/a'],
		['https://x.com/wiki/维基百科，见', 'https://x.com/wiki/维基百科'],
		['https://x.com/?q=飞书&n=1 好', 'https://x.com/?q=飞书&n=1'],
		['https://x.com/a”后', 'https://x.com/a'],
		['https://x.com/a…', 'https://x.com/a'],
		['https://x.com/a🙂', 'https://x.com/a'],
		['https://x.com/ａｂ', 'https://x.com/'],
		['https://x.com/a)b', 'https://x.com/a'],
		['https://x.com/a_(b)c.', 'https://x.com/a_(b)c'],
		['https://x.com/a**', 'https://x.com/a'],
		['https://x.com/한국어는', 'https://x.com/한국어는'],
		['https://x.com.谢谢', 'https://x.com'],
		['https://www.例子.com/a', 'https://www.例子.com/a'],
		['https://', 'https://'],
	])('%s ends behind %s', (text, address) => {
		expect(text.slice(0, addressEnd(text, 'https://'.length))).toBe(address);
	});

	it.each<[string, string]>([
		['https://x.com/维基?q=a b', 'https://x.com/%E7%BB%B4%E5%9F%BA?q=a%20b'],
		['https://x.com/%E7%BB%B4', 'https://x.com/%E7%BB%B4'],
		['https://例子.com/a', 'https://xn--fsqu00a.com/a'],
		['https://x.com/\ud800', 'https://x.com/%EF%BF%BD'],
	])('%s is sent as %s', (address, sent) => {
		expect(encodedAddress(address)).toBe(sent);
	});

	it('stays alone in a card only where nothing stands right behind it', () => {
		expect(card('https://x.com/a, b')).toEqual(['https://x.com/a, b']);
		expect(card('https://x.com/a，b')).toEqual(['[https://x.com/a](https://x.com/a)，b']);
		expect(card('https://x.com/?a=1&copy=2')).toEqual([
			'[https://x.com/?a=1&#38;copy=2](https://x.com/?a=1&#38;copy=2)',
		]);
	});
});

describe('what becomes a link by itself does not within a label', () => {
	it.each<[string, string]>([
		['[https://x.com/a_b](https://x.com/a_b)', '[https://x.com/a_b](https://x.com/a_b)'],
		['[see <https://y.z>](https://x.com)', '[see <https://y.z>](https://x.com)'],
		['[![p](https://y.z/p.png)](https://x.com)', '[p](https://x.com)'],
		['[a[^1]](https://x.com)', '[a&#91;1&#93;](https://x.com)'],
		['[www.y.z](https://x.com)', '[www.y.z](https://x.com)'],
	])('%s', (markdown, said) => {
		const [only] = card(markdown);
		expect(String(only).match(/\]\(/g)?.length ?? 0).toBeLessThanOrEqual(markdown.startsWith('[see') ? 2 : 1);
		if (!markdown.startsWith('[see')) expect(only).toBe(said);
	});
});

/** A tag in each form. */
describe('tags of HTML', () => {
	it.each<[string, string, object[][], string]>([
		['<a href="https://x.com">go</a>', '[go](https://x.com)', [md('[go](https://x.com)')], 'go (https://x.com)'],
		[
			'<img src="https://x.com/a.png" alt="pic">',
			'[pic](https://x.com/a.png)',
			[md('[pic](https://x.com/a.png)')],
			'[pic]',
		],
		['<img src="img_1" alt="p">', 'img', [[{ tag: 'img', image_key: 'img_1' }]], '[p]'],
		['<u>x</u> y', 'x y', [[word('x', 'underline'), word(' y')]], 'x y'],
		['<b>x</b><b>y</b>', '**xy**', [md('**xy**')], 'xy'],
		['<strong> x </strong>y', '**x** y', [md('**x** y')], 'x y'],
		['<del>x</del>', '~~x~~', [md('~~x~~')], 'x'],
		['<kbd>Ctrl</kbd>', '`Ctrl`', [md('`Ctrl`')], 'Ctrl'],
		['10<sup>3</sup> H<sub>2</sub>O', '10^3 H2O', [md('10^3 H2O')], '10^3 H2O'],
		['<p>x</p><p>y</p>', 'x\ny', [md('x\ny')], 'x\ny'],
		['<ul><li>x</li><li>y</li></ul>', '• x\n• y', [md('• x\n• y')], '• x\n• y'],
		['<table><tr><td>x</td><td>y</td></tr></table>', 'x | y', [md('x | y')], 'x | y'],
		["<text_tag color='red'>x</text_tag>", "<text_tag color='red'>x</text_tag>", [md('x')], 'x'],
		[
			"<local_datetime millisecond='0' format_type='time'></local_datetime>",
			"<local_datetime millisecond='0' format_type='time'></local_datetime>",
			[md('00:00 UTC')],
			'00:00 UTC',
		],
		['p<b>q', 'p&#60;b&#62;q', [[word('p<b>q')]], 'p<b>q'],
		['List<p>', 'List&#60;p&#62;', [[word('List<p>')]], 'List<p>'],
		['<code>a*b*c __d__</code>', '`a*b*c __d__`', [[word('`a*b*c __d__`')]], 'a*b*c __d__'],
		['log<sub>2</sub>8, 10<sup>3</sup>5', 'log2 8, 10^3 5', [md('log2 8, 10^3 5')], 'log2 8, 10^3 5'],
		['2<sup>n</sup> 1<sup>st</sup>', '2^n 1st', [md('2^n 1st')], '2^n 1st'],
		['<ol start="3"><li>x</li><li>y</li></ol>', '3&#46; x\n4. y', [[word('3. x')], [word('4. y')]], '3. x\n4. y'],
		['a</br>b', 'a<br>b', [md('a\nb')], 'a\nb'],
		[
			'<img src="https://x.com/a.png" alt="p"></img>',
			'[p](https://x.com/a.png)',
			[md('[p](https://x.com/a.png)')],
			'[p]',
		],
		["<audio file_key='f'></audio>x", "<audio file_key='f'>x", [md('[Audio]x')], '[Audio]x'],
		['<at>x</at>', '&#60;at&#62;x&#60;/at&#62;', [[word('<at>x</at>')]], '<at>x</at>'],
	])('%s', (markdown, said, post, words) => {
		expect(card(markdown)).toEqual([said]);
		expect(markdownPost(markdown)).toEqual(post);
		expect(plainText(markdown)).toBe(words);
		expect(JSON.stringify(plainPost(markdown))).not.toMatch(/<(?:a|img|u|p|table|text_tag)[ >][^"]*<\//);
	});

	it('go on in other paragraphs', () => {
		expect(card('<details>\n<summary>More</summary>\n\nwords\n\n</details>')).toEqual(['**More**\n\nwords']);
	});

	it('of code keep it', () => {
		expect(card('<pre><code class="language-js">a &lt; **b**\n\nc</code></pre>')).toEqual([
			'```javascript\na < **b**\n\nc\n```',
		]);
	});

	it('of rules are rules alone in their line, and ends of lines within one', () => {
		expect(card('a\n<hr>\nb')).toEqual(['a', 'hr', 'b']);
		expect(card('a <hr> b')).toEqual(['a <br> b']);
	});

	it('of images are images to upload', () => {
		expect(imagesOf('<img src="https://x.y/1.png" alt="a [b]">')).toEqual([{ url: 'https://x.y/1.png', alt: 'a [b]' }]);
		expect(
			withImageKeys('x <img src="https://x.y/1.png" alt="a [b]">', new Map([['https://x.y/1.png', 'img_1']])),
		).toBe('x ![a \\[b\\]](img_1)');
	});
});

describe('numbers of lists', () => {
	it.each<[string, string, string]>([
		['1. a\n1. b\n1. c', '1. a\n2. b\n3. c', '1. a\n2. b\n3. c'],
		['5) a\n5) b', '5. a\n6. b', '5) a\n6) b'],
		['1. a\n   ```\n   x\n   ```\n1. b', '1. a\n\n```\nx\n```\n\n2. b', '1. a\n  x\n2. b'],
		['1. a\n   1. b\n   1. c\n1. d', '1. a\n    1. b\n    2. c\n2. d', '1. a\n  1. b\n  2. c\n2. d'],
		['3) a\n\n1. b', '3. a\n\n\u200b\n\n1. b', '3) a\n\n1. b'],
	])('%j', (markdown, said, words) => {
		expect(card(markdown)).toEqual([said]);
		expect(plainText(markdown)).toBe(words);
	});

	it('go on in the next part', () => {
		expect(splitMarkdown('1. aaaa\n1. bbbb\n1. cccc', (part) => part.length <= 16)).toEqual([
			'1. aaaa\n1. bbbb',
			'3. cccc',
		]);
	});

	it('that md can not have are words', () => {
		expect(markdownPost('3. c\n4. d')).toEqual([[word('3. c')], [word('4. d')]]);
	});
});

describe('signs of code that are no marks', () => {
	it.each([
		'x**2 + y**2',
		'2**n + 3**n',
		'src/*.ts 和 test/*.ts',
		'*.ts,*.js',
		'(*.ts|*.js)',
		'"*.jpg","*.png"',
		'**/*.js 和 **/*.ts',
		'"**/*.ts", "**/*.js"',
		'src/**/a 和 test/**/b',
		'a/*/b/*/c',
		'/* 注释 */ 和 /* 另 */',
		'*.* 和 *.*',
		'.*foo.* 和 ^a.*b.*$',
		'*/5,*/10 * * * *',
		'~~~删除~~~',
		'A*，B*，C*',
		'注*：价格*含税',
		'1、*必填 2、*选填',
	])('%s', (text) => {
		expect(plainText(text)).toBe(text);
		expect(plainPost(text)).toEqual([[word(text)]]);
		expect(JSON.stringify(markdownPost(text))).toContain(JSON.stringify(text).slice(1, -1));
		expect(plainText(String(card(text)))).toBe(text);
	});

	it.each<[string, string]>([
		['**5**km 和 **x**', '5km 和 x'],
		['**是**/**否**，**（是）**/**（否）**', '是/否，（是）/（否）'],
		['**/api/v1** 与 *斜*，**粗**。*a.*', '/api/v1 与 斜，粗。a.'],
		['*(a)* *"b"* ...*sigh*', '(a) "b" ...sigh'],
		['*… and so on* **——完**', '… and so on ——完'],
	])('%s has marks', (text, words) => {
		expect(plainText(text)).toBe(words);
	});
});

describe('a mention by the ID of something else', () => {
	it.each(['oc_1', 'om_1', 'omt_1', 'img_v3_1', 'file_v3_1', 'cli_1', 'bm-1'])('is words: %s', (id) => {
		const markdown = `<at id=${id}></at> a`;
		expect(card(markdown)).toEqual([`&#60;at id=${id}&#62;&#60;/at&#62; a`]);
		expect(plainPost(markdown)).toEqual([[expect.objectContaining({ tag: 'text' })]]);
		expect(plainText(markdown)).toBe(markdown);
	});

	it.each(['ou_1', 'on_1', 'all', 'tom', 'occam'])('but not %s', (id) => {
		expect(card(`<at id=${id}></at> a`)).toEqual([`<at id=${id}></at> a`]);
	});
});

describe('a link without words', () => {
	it.each(['[](https://x.com)', '[ ](https://x.com)', '[\u3000](https://x.com)'])('%j says its address', (markdown) => {
		expect(card(markdown)).toEqual(['[https://x.com](https://x.com)']);
		expect(markdownPost(markdown)).toEqual([md('[https://x.com](https://x.com)')]);
		expect(plainPost(markdown)).toEqual([[{ tag: 'a', text: 'https://x.com', href: 'https://x.com' }]]);
		expect(plainText(markdown)).toBe('https://x.com');
	});
});

describe('ends of lines', () => {
	it.each(['<br>', '<hr>', '<br/>'])('%s in a cell is a space where cells are laid out by lines', (tag) => {
		const table = `| a | b |\n|--|--|\n| x${tag}y | z |`;
		expect(plainText(table)).toBe('a   | b\n----|----\nx y | z');
		expect(markdownPost(table)).toEqual([[{ tag: 'code_block', text: 'a   | b\n----|----\nx y | z' }]]);
		expect(plainPost(table)).toEqual([[word('a | b')], [word('x y | z')]]);
		expect(markdownElements(table, { tables: 0 })).toEqual([
			{ tag: 'markdown', content: '```\na   | b\n----|----\nx y | z\n```' },
		]);
	});

	it('that the author asks for always break in a card', () => {
		expect(card('a  \nb\\\nc\nd')).toEqual(['a<br>b<br>c\nd']);
	});

	it('in a description are spaces', () => {
		expect(plainText('![a<br>b](img_1)')).toBe('[a b]');
	});

	it.each(['\u3000', '\u00a0', '\ufeff'])(
		'white space that is none to Markdown ends an address, and stays: %j',
		(space) => {
			expect(card(`https://x.com/a${space}b`)).toEqual([`[https://x.com/a](https://x.com/a)${space}b`]);
			expect(markdownElements(`| ${space}a |\n|--|\n| ${space}b |`)).toMatchObject([
				{ columns: [{ display_name: `${space}a` }], rows: [{ c1: `${space}b` }] },
			]);
			expect(plainPost(`| ${space}a |\n|--|`)).toEqual([[word(`${space}a`)]]);
		},
	);

	it.each(['\u3000\u3000段', '\u00a0段', '\ufeff段'])('white space that is none to Markdown stays: %j', (text) => {
		expect(plainText(text)).toBe(text);
		expect(card(text)).toEqual([text]);
	});
});

describe('in a card', () => {
	it.each<[string, string]>([
		['姓名(必填*) 电话(必填*)', '姓名(必填&#42;) 电话(必填&#42;)'],
		['约~5 天', '约&#126;5 天'],
		['## a<br>b', '## a b'],
		['a <mark>b</mark> c', 'a b c'],
	])('%s is said as %s', (markdown, said) => {
		expect(card(markdown)).toEqual([said]);
	});
});
