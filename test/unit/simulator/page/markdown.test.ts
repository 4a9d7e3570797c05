import { drawn, elementsOf, load, outline, wordsOf } from './load';

interface Context {
	directory?: object;
	mentions?: Map<string, { name: string }>;
	colours?: Record<string, { light_mode: string; dark_mode: string }>;
	dark?: boolean;
	hrefs?: Record<string, { url: string }>;
}
const { renderMarkdown, KNOWN_TOKENS } = load<{
	renderMarkdown(source: string, ctx?: Context): unknown;
	KNOWN_TOKENS: string[];
}>('markdown/markdown.js');
const { directory } = load<{ directory(state: object): object }>('people.js');

const people = directory({
	apps: [],
	chats: [],
	users: [
		{ open_id: 'ou_1', email: 'mei@example.com', name: 'Mei' },
		{ open_id: 'ou_2', name: 'Tom' },
	],
});
const render = (source: string, ctx: Context = {}) => drawn(renderMarkdown(source, { directory: people, ...ctx }));
const inside = (source: string, ctx?: Context) => outline(render(source, ctx)).replace(/^<div>|<\/div>$/g, '');

describe('markdown to tree', () => {
	it.each([
		['emphasis', '**a** *b* ~~c~~ `d`', '<p><strong>a</strong> <em>b</em> <s>c</s> <code>d</code></p>'],
		['single newlines', 'a\nb', '<p>a<br></br>b</p>'],
		['headings', '## Hi', '<div>Hi</div>'],
		['bullets', '- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
		['nested bullets', '- a\n  - b', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
		['code', '```js\nx < 1\n```', '<figure><figcaption>js</figcaption><pre><code>x < 1</code></pre></figure>'],
		['quotes', '> a', '<blockquote><p>a</p></blockquote>'],
		['rules', 'a\n\n---\n\nb', '<p>a</p><hr></hr><p>b</p>'],
		['a rule tag on its own line', 'a\n<hr>\nb', '<p>a<br></br><hr></hr>b</p>'],
		[
			'tables',
			'|A|B|\n|-|-:|\n|1|2|',
			'<div><table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>',
		],
		['entities', '&lt;b&gt; &#42; &amp;', '<p><b> * &</p>'],
		['emoji', ':OK: :NotAnEmoji:', '<p>👌 :NotAnEmoji:</p>'],
		['a mention by id', 'hi <at id=ou_1></at>', '<p>hi <span>@Mei</span></p>'],
		['several mentions', '<at ids=ou_1,ou_2></at>', '<p><span>@Mei</span><span>@Tom</span></p>'],
		['a mention by e-mail', '<at email=mei@example.com></at>', '<p><span>@Mei</span></p>'],
		['a mention of all', '<at id=all></at>', '<p><span>@All</span></p>'],
		['a mention of somebody unknown', '<at id="ou_9">Zoe</at>', '<p><span>@Zoe</span></p>'],
		['a colour around emphasis', '<font color="red">a **b**</font>', '<p><span>a <strong>b</strong></span></p>'],
		['emphasis around a colour', '**<font color=red>a</font>**', '<p><strong><span>a</span></strong></p>'],
		['text tags', '<text_tag color="blue">new</text_tag>', '<p><span>new</span></p>'],
		['tags that do not exist', '<script>alert(1)</script>', '<p><script>alert(1)</script></p>'],
		['tags that are never closed', '<font color=red>a', '<p><font color=red>a</p>'],
		['tags that are never opened', 'a</font>', '<p>a</font></p>'],
		['tags closed in the wrong order', '<b>a<font color=red>b</b>', '<p><strong>a<font color=red>b</strong></p>'],
	])('%s', (_what, source, expected) => {
		expect(inside(source)).toBe(expected);
	});

	it('keeps what looks like a dangerous element as words', () => {
		const tree = render('<img src=x onerror=alert(1)> <iframe src="https://example.com"></iframe> <script>1</script>');
		expect(elementsOf(tree).map(({ tag }) => tag)).toEqual(['div', 'p']);
		expect(wordsOf(tree)).toContain('<img src=x onerror=alert(1)>');
	});

	it.each([
		['https://example.com/a?b=1', 'https://example.com/a?b=1'],
		['mailto:a@example.com', 'mailto:a@example.com'],
		['javascript:alert(1)', undefined],
		['data:text/html,x', undefined],
		['/relative', undefined],
	])('links to %s only where it is safe', (target, expected) => {
		const links = elementsOf(render(`[go](${target})`)).filter(({ tag }) => tag === 'a');
		expect(links.map(({ props }) => props.href)).toEqual(expected === undefined ? [] : [expected]);
		expect(wordsOf(render(`[go](${target})`))).toBe('go');
	});

	it('takes the target of a card link from its table', () => {
		const [link] = elementsOf(render('[go]($shop)', { hrefs: { shop: { url: 'https://shop.example.com' } } })).filter(
			({ tag }) => tag === 'a',
		);
		expect(link?.props.href).toBe('https://shop.example.com');
	});

	it('colours by Feishu name, and by the colours a card defines', () => {
		const font = (source: string, ctx: Context) =>
			elementsOf(render(source, ctx)).find(({ tag }) => tag === 'span')?.props;
		expect(font('<font color="red-500">a</font>', {})?.class).toContain('tone-red');
		const colours = { mine: { light_mode: 'rgba(1,2,3,1)', dark_mode: 'rgba(9,8,7,1)' } };
		expect(font('<font color="mine">a</font>', { colours })?.style).toEqual({ color: 'rgba(1,2,3,1)' });
		expect(font('<font color="mine">a</font>', { colours, dark: true })?.style).toEqual({ color: 'rgba(9,8,7,1)' });
		expect(font('<font color="red;background:url(x)">a</font>', {})).toMatchObject({
			class: 'font ',
			style: undefined,
		});
	});

	it('shows images by their key from the simulator only', () => {
		const [image] = elementsOf(render('![plan](https://evil.example.com/x.png)')).filter(({ tag }) => tag === 'img');
		expect(image?.props).toMatchObject({ src: '/_sim/resources/https%3A%2F%2Fevil.example.com%2Fx.png', alt: 'plan' });
	});

	it('has a renderer for every token type of the lexer that cards can hold', () => {
		expect(KNOWN_TOKENS).toEqual(
			expect.arrayContaining([
				'paragraph',
				'heading',
				'list',
				'table',
				'code',
				'blockquote',
				'hr',
				'space',
				'text',
				'strong',
				'em',
				'del',
				'codespan',
				'br',
				'link',
				'image',
				'escape',
				'html',
			]),
		);
	});
});
