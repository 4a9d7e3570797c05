import { markdownBlocks, markdownDocument } from '../../../../feishu/docs/markdownBlocks';
import { blockLines } from '../../../support/docs/blockLines';

const lines = (markdown: string, options = {}) => blockLines(markdownBlocks(markdown, options));

it.each<[name: string, markdown: string, blocks: string[]]>([
	['A paragraph, with a soft and a hard end of line', 'a\nb  \nc', ['text a\nb\nc']],
	['Headings', '# a\n\n###### f {#not}', ['heading1 a', 'heading6 f {#not}']],
	['Headings beyond the sixth', '<h7>a</h7>\n\n<h9>b **c**</h9>', ['heading7 a', 'heading9 b [c]{bold}']],
	[
		'Places',
		'# a {align="center"}\n\n<p align="right">b</p>\n\nc {align="left"}',
		['heading1 a {"align":2}', 'text b {"align":3}', 'text c'],
	],
	['Colours behind words', 'a {color="red"}', ['text [a]{text_color=1}']],
	[
		'Styles',
		'**a** *b* ~~c~~ <u>d</u> `e`',
		['text [a]{bold} [b]{italic} [c]{strikethrough} [d]{underline} [e]{inline_code}'],
	],
	['Styles in styles', '**a *b***', ['text [a ]{bold}[b]{bold italic}']],
	[
		'Colours',
		'<text color="red">a</text> <text background-color="light-blue">b</text> <span style="color:#00f">c</span> <mark>d</mark> <font color="grey">e</font>',
		['text [a]{text_color=1} [b]{background_color=5} [c]{text_color=5} [d]{background_color=3} [e]{text_color=7}'],
	],
	['A link, percent-encoded', '[a](https://b.cn/c?d=1)', ['text [a]{link=https%3A%2F%2Fb.cn%2Fc%3Fd%3D1}']],
	['A link that documents can not open', '[a](../b.md) [c](#d)', ['text a (../b.md) c (#d)']],
	['A bare address', 'see https://b.cn/c。', ['text see [https://b.cn/c]{link=https%3A%2F%2Fb.cn%2Fc}。']],
	['Lists in lists', '- a\n  - b\n    1. c\n- d', ['bullet a', '  bullet b', '    ordered c', 'bullet d']],
	['A list that begins elsewhere', '3. a\n4. b', ['ordered a {"sequence":"3"}', 'ordered b']],
	['Two ordered lists', '1. a\n2. b\n\n<!-- -->\n\n1. c', ['ordered a', 'ordered b', 'ordered c {"sequence":"1"}']],
	['Tasks', '- [ ] a\n- [x] b\n  - [x] c', ['todo a {"done":false}', 'todo b {"done":true}', '  todo c {"done":true}']],
	[
		'Blocks in an item',
		'- a\n\n  b\n\n  ```js\n  c\n  ```',
		['bullet a', '  text b', '  code c {"language":30,"wrap":false}'],
	],
	['Code', '```objective-c\na\n\nb\n```', ['code a\n\nb {"language":41,"wrap":false}']],
	['Code in a language that nobody knows', '~~~nosuch\na\n~~~', ['code a {"language":1,"wrap":false}']],
	['A quote', '> a\n> b', ['quote a\nb']],
	['A quote of several blocks', '> a\n>\n> > b\n>\n> - c', ['quote_container', '  text a', '  quote b', '  bullet c']],
	[
		'An alert',
		'> [!WARNING]\n> a\n>\n> - b',
		['callout {"background_color":3,"border_color":3,"emoji_id":"warning"}', '  text a', '  bullet b'],
	],
	[
		'A callout',
		'<callout emoji="💡" background-color="light-blue" border-color="blue">\na\n\n- b\n</callout>',
		['callout {"background_color":5,"border_color":5,"emoji_id":"bulb"}', '  text a', '  bullet b'],
	],
	['An emoji without a name', '<callout emoji="🦥">\na\n</callout>', ['callout', '  text 🦥 a']],
	[
		'A link that holds more than words',
		'[a $x$ <at id="ou_a"></at>](https://b.cn)',
		['text [a ]{link=https%3A%2F%2Fb.cn}[equation x][ ]{link=https%3A%2F%2Fb.cn}[mention_user ou_a]'],
	],
	[
		'Tags that an item or a quote begins with',
		'- <h7>a</h7>\n\n> <callout emoji="💡">b</callout>\n> c\n\n1. <quote-container>\n   d\n\n   e\n   </quote-container>\n2. f',
		[
			'bullet',
			'  heading7 a',
			'quote_container',
			'  callout {"emoji_id":"bulb"}',
			'    text b',
			'  text c',
			'ordered',
			'  quote_container',
			'    text d',
			'    text e',
			'ordered f',
		],
	],
	['A rule', 'a\n\n---\n\nb', ['text a', 'divider', 'text b']],
	[
		'A table',
		'| a | b |\n|---|--:|\n| **1** | 2<br>3 |\n| | x |',
		[
			'table {"row_size":3,"column_size":2,"column_width":[365,365],"header_row":true}',
			'  table_cell',
			'    text a',
			'  table_cell',
			'    text b {"align":3}',
			'  table_cell',
			'    text [1]{bold}',
			'  table_cell',
			'    text 2\n3 {"align":3}',
			'  table_cell',
			'    text',
			'  table_cell',
			'    text x {"align":3}',
		],
	],
	[
		'A table of tags',
		'<lark-table header-column="true" column-widths="100,200">\n  <lark-tr>\n    <lark-td rowspan="2">a</lark-td>\n    <lark-td>\n\n    - b\n\n    </lark-td>\n  </lark-tr>\n  <lark-tr><lark-td>c</lark-td></lark-tr>\n</lark-table>',
		[
			'table {"row_size":2,"column_size":2,"header_column":true,"column_width":[100,200]} {"of":"merges","ranges":[{"row_start_index":0,"row_end_index":2,"column_start_index":0,"column_end_index":1}]}',
			'  table_cell',
			'    text a',
			'  table_cell',
			'    bullet b',
			'  table_cell',
			'    text',
			'  table_cell',
			'    text c',
		],
	],
	[
		'Columns',
		'<grid cols="2">\n<column width="30">a</column><column width="70">b</column>\n</grid>',
		[
			'grid {"column_size":2}',
			'  grid_column {"width_ratio":30}',
			'    text a',
			'  grid_column {"width_ratio":70}',
			'    text b',
		],
	],
	[
		'A picture stands in no line',
		'a ![Two cats](https://b.cn/c.png) d',
		[
			'text a',
			'image {"of":"image","source":{"from":"address","address":"https://b.cn/c.png"},"image":{"caption":{"content":"Two cats"}}}',
			'text d',
		],
	],
	[
		'A picture of a binary field',
		'- ![image.png](data)',
		['bullet', '  image {"of":"image","source":{"from":"name","name":"data"},"image":{}}'],
	],
	[
		'Files',
		'[a.pdf](binary:data)\n\n<file url="https://b.cn/c.pdf" name="c.pdf" view-type="2"/>',
		[
			'file {"token":""} {"of":"file","source":{"from":"name","name":"data"},"name":"a.pdf"}',
			'file {"token":"","view_type":2} {"of":"file","source":{"from":"address","address":"https://b.cn/c.pdf"},"name":"c.pdf"}',
		],
	],
	['Equations', 'a $x^2$ b\n\n$$\n\\frac{a}{b}\n$$', ['text a [equation x^2] b', 'text [equation \\frac{a}{b}]']],
	[
		'An equation in a tag and in a fence',
		'<equation>a < b</equation>\n\n```math\nx\n```',
		['text [equation a < b]', 'text [equation x]'],
	],
	['Money', '$5 and $10, US$3 or $6$; \\$a$', ['text $5 and $10, US$3 or $6$; $a$']],
	[
		'People',
		'<at id="ou_a">Ann</at> <mention-user id="ou_b"/> <at id="all"></at>',
		['text [mention_user ou_a] [mention_user ou_b] @all'],
	],
	[
		'A document that is mentioned',
		'<mention-doc token="doxcnA" type="docx">T</mention-doc>',
		['text [mention_doc doxcnA 22 https%3A%2F%2Fwww.feishu.cn%2Fdocx%2FdoxcnA]'],
	],
	['A diagram is code', '```mermaid\ngraph TD\n```', ['code graph TD {"language":1,"wrap":false}']],
	['An embedded spreadsheet', '<sheet rows="2" cols="4"/>', ['sheet {"row_size":2,"column_size":4}']],
	[
		'An embedded spreadsheet with cells',
		'<sheet>\n\n| a |\n|---|\n| 1 |\n\n</sheet>',
		['sheet {"row_size":2,"column_size":1} {"of":"sheet","rows":[["a"],["1"]]}'],
	],
	[
		'A base and a web page',
		'<bitable view="kanban"/>\n\n<iframe url="https://b.cn" type="8"/>',
		['bitable {"view_type":2}', 'iframe {"component":{"iframe_type":8,"url":"https%3A%2F%2Fb.cn"}}'],
	],
	['A footnote', 'a[^1]\n\n[^1]: b', ['text a[1]', 'text [1] b']],
	['A comment', 'a\n\n<!-- b -->', ['text a']],
	['Tags of HTML leave their words', '<div>a</div>\n\n<section>\n\nb\n\n</section>', ['text a', 'text b']],
	[
		'A tag of a document that nothing closes is words',
		'<callout emoji="💡">\n\na <text color="red">b',
		['text <callout emoji="💡">', 'text a <text color="red">b'],
	],
	[
		'Tags in code are code',
		'`<grid>`\n\n```\n<callout>\n</callout>\n```',
		['text [<grid>]{inline_code}', 'code <callout>\n</callout> {"language":1,"wrap":false}'],
	],
	['Nothing', '', []],
])('%s', (_name, markdown, blocks) => {
	expect(lines(markdown)).toEqual(blocks);
});

it('A diagram can be a board', () => {
	expect(lines('```plantuml\na -> b\n```', { diagrams: 'board' })).toEqual([
		'board {"of":"diagram","syntax":1,"code":"a -> b"}',
	]);
});

it('Links to documents can be mentions of them', () => {
	const links = '[T](https://a.feishu.cn/wiki/wikcnKQ1k3p1234567890) [U](https://b.cn/docx/doxcn12345678901234567890)';
	expect(lines(links, { documentLinks: 'mention' })).toEqual([
		'text [mention_doc wikcnKQ1k3p1234567890 16 https%3A%2F%2Fa.feishu.cn%2Fwiki%2FwikcnKQ1k3p1234567890] [U]{link=https%3A%2F%2Fb.cn%2Fdocx%2Fdoxcn12345678901234567890}',
	]);
});

it('People are known by the e-mail that somebody has looked up', () => {
	const people = new Map([['ann@b.cn', 'ou_ann']]);
	expect(lines('<at email="Ann@b.cn"></at> <at email="tom@b.cn"></at>', { people })).toEqual([
		'text [mention_user ou_ann] @tom@b.cn',
	]);
});

it.each<[name: string, markdown: string, title: string | undefined, blocks: string[]]>([
	['Of the front matter', '---\ntitle: "A: b"\ntags:\n  - c\n---\n# d', 'A: b', ['heading1 d']],
	['Of the only heading of the first level', '# A *b*\n\nc', 'A b', ['text c']],
	['None where the text begins otherwise', 'c\n\n# A', undefined, ['text c', 'heading1 A']],
	['None where there are two', '# A\n\n# B', undefined, ['heading1 A', 'heading1 B']],
	['None in front matter without one', '---\na: b\n---\nc', undefined, ['text c']],
	[
		'Words between rules are no front matter',
		'---\na: b\n\nc d\n\n---',
		undefined,
		['divider', 'text a: b', 'text c d', 'divider'],
	],
	['A rule at the beginning is no front matter', '---\n\na\n\n---', undefined, ['divider', 'text a', 'divider']],
])('A title: %s', (_name, markdown, title, blocks) => {
	const read = markdownDocument(markdown);
	expect(read.title).toBe(title);
	expect(blockLines(read.blocks)).toEqual(blocks);
});
