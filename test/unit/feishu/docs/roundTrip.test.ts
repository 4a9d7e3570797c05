import { blocksMarkdown } from '../../../../feishu/docs/blocksMarkdown';
import { markdownBlocks } from '../../../../feishu/docs/markdownBlocks';
import { asRead } from '../../../support/docs/asRead';

/** What comes back of a text that was written to a document. */
function back(markdown: string): string {
	const { blocks, links } = asRead(markdownBlocks(markdown));
	return blocksMarkdown(blocks, { links });
}

it.each<[construct: string, markdown: string]>([
	['Paragraphs', 'a\nb\n\nc'],
	['Empty lines in a paragraph', 'a<br><br>b'],
	['Headings', '# a\n\n## b *c*\n\n###### d'],
	['Headings beyond the sixth', '<h7>a</h7>\n\n<h8>b **c**</h8>'],
	['Places', '# a {align="center"}\n\nb {align="right"}'],
	['Words that look like a place', 'a \\{align="center"}'],
	['Styles', '**a** *b* ~~c~~ <u>d</u> `e` ***f*** **a *b* c**'],
	['Marks beside Chinese words', '请**注意**：这是*重点*，~~旧~~新'],
	['Marks that would not count', 'a<b>b!</b>c 2<b>x</b>3'],
	[
		'Colours',
		'<text color="red">a</text> <text background-color="light-blue">b</text> <text color="gray">**c**</text>',
	],
	['Links', '[a](https://b.cn/c?d=1&e=2#f) [**g** h](https://b.cn/i) **j [k](https://b.cn) l**'],
	['Addresses with brackets and Chinese words', '[a](<https://b.cn/c_(d)>) [e](https://b.cn/维基)'],
	['Addresses by themselves', '<https://b.cn/c?d=e_f>'],
	['A link behind an exclamation mark', 'a\\![b](https://c.cn)'],
	['Lists', '- a\n- b\n  - c\n    - d\n- e\n\n1. f\n2. g\n   - h\n\n   1. i'],
	['Ordered lists', '3. a\n4. b\n\n<!-- -->\n\n1. c'],
	['Many items', Array.from({ length: 12 }, (_none, at) => `${at + 1}. a`).join('\n') + '\n    - b'],
	['Tasks', '- [ ] a\n- [x] b\n  - [ ] c'],
	[
		'Items of several blocks',
		'- a\n\n  b\n\n  ```js\n  c\n\n  d\n  ```\n- e\n\n  > f'.replace('```js', '```javascript'),
	],
	['Items without words', '- <br>\n- a\n  - <br>\n- [ ] <br>'],
	['An item that begins with something else', '- ```\n  a\n  ```\n- ![](b.png)'],
	['Code', '```python\ndef a():\n\n    return 1\n```\n\n````markdown\n```\na\n```\n````\n\n```\nb\n```'],
	['Code of every kind of sign', '`a` ``b`c`` `**` `<x>` `|`'],
	['Quotes', '> a\n> b\n\n> c\n\n> d\n>\n> e\n>\n> > f\n>\n> - g'],
	['Alerts', '> [!NOTE]\n> a\n> b\n\n> [!TIP]\n>\n> - c\n\n> [!CAUTION]\n> d\n>\n> e'],
	[
		'Callouts',
		'<callout emoji="💡" background-color="light-blue" border-color="blue" text-color="red">\na\n\n- b\n</callout>\n\n<callout emoji="my_own">\nc\n</callout>',
	],
	['Rules', 'a\n\n---\n\nb\n\n---'],
	['A rule at the beginning', '***\n\na: b\n\n---'],
	['Tables', '| a | b | c |\n| --- | :-: | --: |\n| **1** | 2<br>3 | `x\\|y` |\n|  | 4 \\| 5 | [d](https://e.cn) |'],
	['A table with pictures', '| a | b |\n| --- | --- |\n| ![](c.png) | d ![](e.png) |'],
	['Tables beside one another', '| a |\n| --- |\n| b |\n\n| c |\n| --- |\n| d |'],
	[
		'A table of tags',
		'<lark-table column-widths="100,200" header-row="true" header-column="true">\n<lark-tr>\n<lark-td rowspan="2">\na\n</lark-td>\n<lark-td>\n- b\n- c\n</lark-td>\n</lark-tr>\n<lark-tr>\n<lark-td>\n</lark-td>\n</lark-tr>\n</lark-table>',
	],
	['Columns', '<grid cols="2">\n<column>\na\n</column>\n<column>\n- b\n\n| c |\n| --- |\n| d |\n</column>\n</grid>'],
	[
		'Columns of widths',
		'<grid cols="3">\n<column width="20">\na\n</column>\n<column width="30">\n</column>\n<column width="50">\nc\n</column>\n</grid>',
	],
	['Pictures and files', '![a b](https://c.cn/d.png)\n\n<file url="https://e.cn/f.pdf" name="f.pdf"/>'],
	['Equations', 'a $x^2$ b $\\frac{1}{2}$\n\n$$\n\\int_0^1\nx\n$$\n\n- c $y$'],
	['Equations that dollars can not hold', 'a <equation>b $ c</equation>d <equation>5</equation>'],
	['Dollars that are none', 'a \\$b\\$ \\$c'],
	['One dollar', 'a $5'],
	[
		'People and documents',
		'<mention-user id="ou_a"/> <mention-doc token="doxcnA" type="docx" url="https://b.cn/docx/doxcnA"></mention-doc>',
	],
	['A time', '<reminder date="2026-01-02T03:04:00Z" notify="true" user-id="ou_a"/>'],
	[
		'Things of the platform',
		'<chat-card id="oc_a"/>\n\n<iframe type="8" url="https://a.cn/b?c=d&#38;e"/>\n\n<add-ons component-type-id="blk_a" record="{&#34;b&#34;:1}"/>',
	],
	['Words that look like marks', '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~\\~f\\~\\~ \\<u>g \\&amp; a\\\\b'],
	['Words that look like blocks', '\\# a\n\\- b\n1\\. c\n\\> d\n\\+ e\n\\---\n\\=='],
	['Words that look like a table', 'a | b\n\\--- | ---\nc | d'],
	['Words that look like a tag of documents', '\\<callout>\n\na\n\n\\</callout>'],
	['Words that look like a task', '- \\[ \\] a'],
	['Signs that are no marks', 'a_b_c 2*3 a < b && c > d, x~y, #tag @name {a} (b) 100% C# a/b'],
	['A heading that ends in a sign', '# a \\#\n\n# C#'],
	[
		'What stands in a callout in a column',
		'<grid cols="2">\n<column>\n<callout emoji="🔥">\na\n</callout>\n</column>\n<column>\nb\n</column>\n</grid>',
	],
	['What stands in a quote', '> | a |\n> | --- |\n> | b |\n>\n> ```\n> c\n> ```\n>\n> $$\n> d\n> $$'],
])('%s: comes back as written', (_name, markdown) => {
	expect(back(markdown)).toBe(markdown);
});
