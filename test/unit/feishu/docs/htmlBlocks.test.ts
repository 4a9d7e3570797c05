import { htmlBlocks, htmlDocument } from '../../../../feishu/docs/htmlBlocks';
import { blockLines } from '../../../support/docs/blockLines';

it.each<[name: string, html: string, blocks: string[]]>([
	[
		'Paragraphs, without the blanks of the source',
		'<p>\n  a\n  <b>b </b>\n c</p>\n<div>d<br>e<br></div>f',
		['text a [b ]{bold}c', 'text d\ne', 'text f'],
	],
	['Headings', '<h1>a</h1><h6><em>b</em></h6>', ['heading1 a', 'heading6 [b]{italic}']],
	[
		'Styles',
		'<strong>a</strong> <i>b</i> <del>c</del> <u>d</u> <code>e &lt;f&gt;</code> <mark>g</mark>',
		['text [a]{bold} [b]{italic} [c]{strikethrough} [d]{underline} [e <f>]{inline_code} [g]{background_color=3}'],
	],
	[
		'Styles of pages that were copied',
		'<span style="color: rgb(216, 57, 49); font-weight: 700">a</span><span style="background:#fff">b</span>',
		['text [a]{bold text_color=1}b'],
	],
	[
		'Places',
		'<p style="text-align:center">a</p><center>b</center><h2 align="right">c</h2>',
		['text a {"align":2}', 'text b {"align":2}', 'heading2 c {"align":3}'],
	],
	[
		'Links',
		'<a href="https://b.cn/c?d=1&amp;e=2">a <b>f</b></a> <a href="/g">h</a>',
		[
			'text [a ]{link=https%3A%2F%2Fb.cn%2Fc%3Fd%3D1%26e%3D2}[f]{link=https%3A%2F%2Fb.cn%2Fc%3Fd%3D1%26e%3D2 bold} h (/g)',
		],
	],
	[
		'Lists',
		'<ul><li>a<ol start="3"><li>b</li><li><p>c</p><p>d</p></li></ol></li><ul><li>e</li></ul></ul>',
		['bullet a', '  ordered b {"sequence":"3"}', '  ordered c', '    text d', '  bullet e'],
	],
	[
		'Tasks',
		'<ul><li><input type="checkbox" checked> a</li><li><label><input type="checkbox">b</label></li></ul>',
		['todo a {"done":true}', 'todo b {"done":false}'],
	],
	[
		'Code',
		'<pre><code class="language-js">a\n  b &amp;&amp; c\n</code></pre>',
		['code a\n  b && c {"language":30,"wrap":false}'],
	],
	[
		'Quotes and rules',
		'<blockquote><p>a</p></blockquote><hr><blockquote><p>b</p><ul><li>c</li></ul></blockquote>',
		['quote a', 'divider', 'quote_container', '  text b', '  bullet c'],
	],
	[
		'A table',
		'<table><thead><tr><th>a</th><th align="right">b</th></tr></thead><tbody><tr><td>1</td><td><b>2</b></td></tr></tbody></table>',
		[
			'table {"row_size":2,"column_size":2,"column_width":[365,365],"header_row":true}',
			'  table_cell',
			'    text a',
			'  table_cell',
			'    text b {"align":3}',
			'  table_cell',
			'    text 1',
			'  table_cell',
			'    text [2]{bold} {"align":3}',
		],
	],
	[
		'A table of blocks and merged cells',
		'<table><caption>t</caption><tr><td colspan="2">a</td></tr><tr><td><ul><li>b</li></ul></td><td>c</td></tr></table>',
		[
			'text t',
			'table {"row_size":2,"column_size":2,"column_width":[365,365]} {"of":"merges","ranges":[{"row_start_index":0,"row_end_index":1,"column_start_index":0,"column_end_index":2}]}',
			'  table_cell',
			'    text a',
			'  table_cell',
			'    text',
			'  table_cell',
			'    bullet b',
			'  table_cell',
			'    text c',
		],
	],
	[
		'A table that only places things',
		'<table role="presentation"><tr><td><h1>a</h1></td><td>b</td></tr></table><table><tr><td>c</td></tr></table>',
		['heading1 a', 'text b', 'text c'],
	],
	[
		'Pictures, but not those that count readers',
		'<figure><img src="https://a.cn/b.png" alt="Two cats"><figcaption>c</figcaption></figure><img src="https://a.cn/t.gif" width="1" height="1">',
		[
			'image {"of":"image","source":{"from":"address","address":"https://a.cn/b.png"},"image":{"caption":{"content":"Two cats"}}}',
			'text c',
		],
	],
	[
		'Lists of words and their meanings',
		'<dl><dt>a</dt><dd>b</dd></dl><details><summary>c</summary>d</details>',
		['text [a]{bold}', 'text b', 'text [c]{bold}', 'text d'],
	],
	[
		'Formulas',
		'a <span class="katex"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math><span>x2</span></span>',
		['text a [equation x^2]'],
	],
	['Frames and players', '<iframe src="https://a.cn/b" title="c"></iframe>', ['text [c]{link=https%3A%2F%2Fa.cn%2Fb}']],
	[
		'Other tags leave their words',
		'<x-card>a <blink>b</blink></x-card><custom><p>c</p></custom>',
		['text a b', 'text c'],
	],
	[
		'What nobody is shown',
		'<style>a</style><script>b()</script><p hidden>c</p><p style="display:none">d</p><!-- e -->f',
		['text f'],
	],
	['Tags that nothing closes', '<p>a<p>b<ul><li>c<li>d', ['text a', 'text b', 'bullet c', 'bullet d']],
	['Signs of Markdown are words', '<p>**a** _b_ [c](d)</p>', ['text **a** _b_ [c](d)']],
	['Nothing', '  <p> </p><div></div>', []],
])('%s', (_name, html, blocks) => {
	expect(blockLines(htmlBlocks(html))).toEqual(blocks);
});

it.each<[html: string, title: string | undefined, blocks: string[]]>([
	['<html><head><title>A &amp; B</title></head><body><h1>c</h1></body></html>', 'A & B', ['heading1 c']],
	['<h1>A</h1><p>b</p>', 'A', ['text b']],
	['<h1>A</h1><h1>B</h1>', undefined, ['heading1 A', 'heading1 B']],
])('The title of %s is %p', (html, title, blocks) => {
	const read = htmlDocument(html);
	expect(read.title).toBe(title);
	expect(blockLines(read.blocks)).toEqual(blocks);
});
