import fc from 'fast-check';
import { marked } from 'marked';
import { splitMarkdown } from '../../../../feishu/markdown';
import { thrownBy } from '../support';

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
		['never in a character', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 30, ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']],
		['never in a pair of surrogates', '😀😀😀', 9, ['😀😀', '😀']],
		['with the addresses of references', '[a][1] bb\n\n[1]: https://x.y', 20, ['[a](<https://x.y>)', 'bb']],
	])('divides %s', (_where, markdown, limit, parts) => {
		expect(splitMarkdown(markdown, upTo(limit))).toEqual(parts);
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
const block = fc.oneof(
	line,
	fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
	line.map((text) => `## ${text}`),
	fc.array(line, { minLength: 1, maxLength: 5 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
	fc
		.array(line, { minLength: 1, maxLength: 4 })
		.map((items) => items.map((item, index) => `${index + 1}. ${item}\n   - ${item}`).join('\n')),
	fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => `\`\`\`js\n${lines.join('\n')}\n\`\`\``),
	fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((text) => `> ${text}`).join('\n')),
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
