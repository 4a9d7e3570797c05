import fc from '../../../support/generated';
import { marked } from 'marked';
import { splitMarkdown } from '../../../../feishu/markdown';
import { thrownBy } from '../../../support/feishuCalls';

const upTo = (limit: number) => (part: string) => Buffer.byteLength(part) <= limit;

/** What a reader sees, judged by another parser: words without white space and list numbers. */
function seen(markdown: string): string {
	return marked
		.parse(markdown, { async: false })
		.replace(/<[^>]+>/g, '')
		.replace(/\s+/g, '');
}

describe('splitMarkdown', () => {
	it('leaves what fits as it is', () => {
		const markdown = '# A\r\n\r\nb  \n';
		expect(splitMarkdown(markdown, upTo(100))).toEqual([markdown]);
	});

	it.each<[string, string, number, string[]]>([
		['before headings', '# A\n\naaaa aaaa\n\nbb\n\n# B\n\nbbbb', 26, ['# A\n\naaaa aaaa\n\nbb', '# B\n\nbbbb']],
		['between blocks', 'aaaa aaaa\n\nbbbb bbbb\n\ncccc', 22, ['aaaa aaaa\n\nbbbb bbbb', 'cccc']],
		['never under a heading', 'aaaa aaaa aa\n\n## B\n\nbbbbbbbbbbb', 20, ['aaaa aaaa aa', '## B\n\nbbbbbbbbbbb']],
		['between items', '- aaaa\n- bbbb\n- cccc', 15, ['- aaaa\n- bbbb', '- cccc']],
		['with the numbers of items', '1. aaaa\n2. bbbb\n3. cccc', 16, ['1. aaaa\n2. bbbb', '3. cccc']],
		['moving inner items out', '- aaaa\n  - bbbb\n  - cccc\n- d', 16, ['- aaaa\n  - bbbb', '- cccc\n- d']],
		[
			'between rows with the header repeated',
			'|a|b|\n|-|-|\n|1|2|\n|3|4|\n|5|6|',
			24,
			['|a|b|\n|-|-|\n|1|2|\n|3|4|', '|a|b|\n|-|-|\n|5|6|'],
		],
		[
			'between lines of code, closing and opening the fence',
			'```ts\naaaa\nbbbb\ncccc\n```',
			19,
			['```ts\naaaa\nbbbb\n```', '```ts\ncccc\n```'],
		],
		[
			'with the fence in its list',
			'- x\n  ~~~py\n  aaaa\n  bbbb\n  ~~~',
			24,
			['- x\n  ~~~py\n  aaaa\n  ~~~', '~~~py\nbbbb\n~~~'],
		],
		['with the mark of a quote', '> Aaaa bbbb. Cccc dddd.', 15, ['> Aaaa bbbb.', '> Cccc dddd.']],
		['after sentences', 'Aaaa bb. Cccc dd. Ee ff gg.', 20, ['Aaaa bb. Cccc dd.', 'Ee ff gg.']],
		['after Chinese sentences', '今天很好。明天更好！后天呢？', 33, ['今天很好。明天更好！', '后天呢？']],
		['after words', 'aaaa bbbb cccc', 10, ['aaaa bbbb', 'cccc']],
		['between characters at last', 'aaaaaaaaaa', 4, ['aaaa', 'aaaa', 'aa']],
		['in the first line of code', '```\naaaaaa\n```', 11, ['```\naaa\n```', '```\naaa\n```']],
		['never in a link', 'aa [bb cc](https://x.y) dd', 22, ['aa', '[bb cc](https://x.y)', 'dd']],
		['never in inline code', 'aa `bb cc dd` ee', 12, ['aa', '`bb cc dd`', 'ee']],
		['never in a mention', 'aa <at id=ou_1></at> bb', 18, ['aa', '<at id=ou_1></at>', 'bb']],
		['never in the name of a mention', 'aa <at id=ou_1>b c_d</at> ee', 24, ['aa', '<at id=ou_1>b c_d</at>', 'ee']],
		['never in a character', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 30, ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']],
		['never in a pair of surrogates', '😀😀😀', 9, ['😀😀', '😀']],
		['with the addresses of references', '[a][1] bb\n\n[1]: https://x.y', 20, ['[a](<https://x.y>)', 'bb']],
		[
			'with the addresses of references in a quote',
			'> [a][1] bb\n>\n> [1]: https://x.y\n>\n> cc',
			22,
			['> [a](<https://x.y>)', '> bb\n>\n> \n>\n> cc'],
		],
		['keeping words that only look like a definition', '[ERROR]: timeout\n\naaaa', 16, ['[ERROR]: timeout', 'aaaa']],
		['without comments', `aa <!-- b\nc --> dd\n\n<!--\n\n${'e'.repeat(40)}\n\n-->\nff`, 8, ['aa  dd', 'ff']],
		[
			'the paragraphs of an item in a quote',
			'> 10. aaaa bbbb\n>\n>     cccc dddd\n> 11. eeee',
			24,
			['> 10. aaaa bbbb\n>', '> cccc dddd\n>\n> 11. eeee'],
		],
		[
			'an item with what follows it as it was',
			'9. aaaa bbbb\n\n   cccc dddd eeee\n10. f\n\n    g',
			28,
			['9. aaaa bbbb', 'cccc dddd eeee\n\n10. f\n\n    g'],
		],
		['inner items before a number', '1. aaaa\n   - b\n   - c\n2. d', 18, ['1. aaaa\n   - b', '- c\n\n2. d']],
		['items of items in a quote', '> - a\n>   - bbbb\n>   - cccc', 16, ['> - a\n>   - bbbb', '> - cccc']],
		[
			'code in the list of a quote',
			'> 10. a\n>\n>     ~~~js\n>     b\n>     c\n>     ~~~',
			36,
			['> 10. a\n>', '> ~~~js\n> b\n> c\n> ~~~'],
		],
		['the quote of an item', '10. a\n    > bbbb cccc\n    > dddd', 18, ['10. a\n    > bbbb', '> cccc\n> dddd']],
		['with a line that is moved in far', 'aaaa bbbb\n     cccc dddd', 12, ['aaaa bbbb', 'cccc dddd']],
		['never in a link over two lines', 'aa [bb\ncc](https://x.y) dd', 22, ['aa', '[bb\ncc](https://x.y)', 'dd']],
		['never in inline code over two lines', 'aa `bb cc\ndd` ee', 12, ['aa', '`bb cc\ndd`', 'ee']],
		['around a style over two lines', 'aa bb **cc\ndd** ee', 14, ['aa bb', '**cc\ndd** ee']],
		['words after a mention that is not closed', '<at id=ou_1> aaaa bbbb', 17, ['<at id=ou_1> aaaa', 'bbbb']],
	])('divides %s', (_where, markdown, limit, parts) => {
		expect(splitMarkdown(markdown, upTo(limit))).toEqual(parts);
	});

	it('divides a quoted list within an item between its items', () => {
		const items = Array.from({ length: 1_200 }, (_gap, index) => `  > - item ${index} with some words`);
		const markdown = ['- a', ...items, '- b'].join('\n');
		const parts = splitMarkdown(markdown, upTo(30_000));
		expect(parts).toHaveLength(2);
		expect(parts[1]).toMatch(/^> - item \d+ with some words\n> - item/);
		expect(parts.map(seen).join('')).toBe(seen(markdown));
	});

	it('refuses what can not be divided', () => {
		const error = thrownBy(() => splitMarkdown(`a [b](https://x.y/${'z'.repeat(50)})`, upTo(20), 'Text'));
		expect(error).toMatchObject({ name: 'InputError', field: 'Text' });
		expect(error.message).toContain("'[b](https://x.y/");
	});

	it('divides a megabyte in few steps', () => {
		const markdown = `${'Lorem ipsum dolor sit amet. '.repeat(20)}\n\n- one\n- two\n\n`.repeat(1700);
		let asked = 0;
		const parts = splitMarkdown(markdown, (part) => {
			asked += part.length;
			return part.length <= 20_000;
		});
		expect(parts.length).toBeLessThan(markdown.length / 12_000);
		expect(asked).toBeLessThan(markdown.length * 12);
	});

	// What took time by the square of the length would not end in time.
	it.each(['<!--\n\n', '<!--\n', '[a]: b\n\n', 'word word\n'])('divides %j over and over', (line) => {
		const markdown = line.repeat(50_000);
		const parts = splitMarkdown(markdown, (part) => part.length <= 20_000);
		expect(parts.join('').replace(/\s/g, '')).toBe(markdown.replace(/\s/g, ''));
	});
});

const word = fc.constantFrom(
	'alpha',
	'beta',
	'你好，世界。',
	'e.g. one',
	'`code here`',
	'**bold words**',
	'[a link](https://x.y/z)',
	'<at id=ou_1></at>',
	'👩‍🚀',
	'a_b',
);
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
/** What goes on in the next line. */
const broken = fc.constantFrom('`code\nhere`', '**bold\nwords**', '[a\nlink](https://x.y/z)', '[ERROR]: timeout');
const block = fc.oneof(
	line,
	fc.tuple(line, broken, line).map((words) => words.join(' ')),
	fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
	line.map((text) => `## ${text}`),
	fc.array(line, { minLength: 1, maxLength: 5 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
	fc
		.array(line, { minLength: 1, maxLength: 4 })
		.map((items) => items.map((item, index) => `${index + 1}. ${item}\n   - ${item}`).join('\n')),
	fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => `\`\`\`js\n${lines.join('\n')}\n\`\`\``),
	fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((text) => `> ${text}`).join('\n')),
	fc
		.array(line, { minLength: 1, maxLength: 3 })
		.map((items) => items.map((item, index) => `> ${index + 9}. ${item}\n>\n>     ${item}`).join('\n')),
	fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `9. a\n   > ${item}`).join('\n')),
	fc.constant('---'),
);
const documents = fc.array(block, { minLength: 1, maxLength: 12 }).map((blocks) => blocks.join('\n\n'));

describe('splitMarkdown, for any text', () => {
	it('makes parts that fit and say the same', () => {
		fc.assert(
			fc.property(documents, fc.integer({ min: 60, max: 400 }), (markdown, limit) => {
				const parts = splitMarkdown(markdown, upTo(limit));
				expect(parts.every(upTo(limit))).toBe(true);
				expect(parts.map(seen).join('')).toBe(seen(markdown));
			}),
			{ numRuns: 400 },
		);
	});

	it('loses no character of anything', () => {
		const characters = fc.string({
			unit: fc.constantFrom(
				'a',
				' ',
				'\n',
				'`',
				'*',
				'_',
				'[',
				']',
				'(',
				')',
				'|',
				'-',
				'>',
				'#',
				'1.',
				'文',
				'。',
				'😀',
				'\\',
				'<',
				'~',
			),
			maxLength: 200,
		});
		fc.assert(
			fc.property(characters, fc.integer({ min: 120, max: 300 }), (markdown, limit) => {
				const parts = splitMarkdown(markdown, upTo(limit));
				expect(parts.every(upTo(limit))).toBe(true);
				const left = new Map<string, number>();
				for (const character of markdown.replace(/\s/g, '')) left.set(character, (left.get(character) ?? 0) + 1);
				for (const character of parts.join('')) left.set(character, (left.get(character) ?? 0) - 1);
				expect([...left].filter(([, count]) => count > 0)).toEqual([]);
			}),
			{ numRuns: 500 },
		);
	});
});
