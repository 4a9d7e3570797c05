import {
	CARD_TEXT_LIMIT_BYTES,
	cardParts,
	finishedCard,
	finishingActions,
	fitsCard,
	growingText,
	streamingCard,
} from '../../../../feishu/im/cardkit';

const TABLE = '| a | b |\n| --- | --- |\n| 1 | 2 |';
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

describe('cards', () => {
	test('while they are written', () => {
		const card = streamingCard(
			{ text: 'Thinking…', title: 'Answer', color: 'blue', note: 'AI' },
			{ frequency: 30, step: 2, strategy: 'fast' },
			'Text',
		);
		expect(card).toEqual({
			schema: '2.0',
			config: {
				update_multi: true,
				streaming_mode: true,
				streaming_config: { print_frequency_ms: { default: 30 }, print_step: { default: 2 }, print_strategy: 'fast' },
				summary: { content: 'Thinking…' },
			},
			header: { title: { tag: 'plain_text', content: 'Answer' }, template: 'blue' },
			body: {
				elements: [
					{ tag: 'markdown', content: 'Thinking…', element_id: 'answer' },
					{ tag: 'markdown', content: "<font color='grey'>AI</font>", text_size: 'notation' },
				],
			},
		});
	});

	test('when they are finished: streaming is off, and the chat list says what they say', () => {
		const card = finishedCard({ text: `# Sales\n\n${TABLE}` }, 'Text');
		expect(card.config).toEqual({
			update_multi: true,
			streaming_mode: false,
			summary: { content: expect.stringMatching(/^Sales/) },
		});
		expect(card.header).toBeUndefined();
		expect((card.body as { elements: unknown[] }).elements).toMatchObject([
			{ tag: 'markdown', element_id: 'answer' },
			{ tag: 'table' },
		]);
	});

	test('a long text is summed up by its beginning', () => {
		const { summary } = finishedCard({ text: '你好👍🏽'.repeat(500) }, 'Text').config as { summary: { content: string } };
		expect(summary.content).toMatch(/^(?:你好👍🏽)+(?:你好?)?…$/u);
		expect(summary.content.length).toBeLessThanOrEqual(101);
	});
});

describe('actions that finish a card', () => {
	const ids = (how: 'add' | 'replace' | 'text') =>
		finishingActions({ text: `One\n\n${TABLE}\n\nTwo` }, 'mine', how).map(({ action, params }) => {
			const { element_id: id, elements } = params as { element_id?: string; elements?: Array<{ element_id: string }> };
			return [action, id ?? elements?.map((element) => element.element_id)];
		});

	test.each([
		[
			'add',
			[
				['update_element', 'mine'],
				['add_elements', ['answer_2', 'answer_3']],
				['partial_update_setting', undefined],
			],
		],
		[
			'replace',
			[
				['update_element', 'mine'],
				['update_element', 'answer_2'],
				['update_element', 'answer_3'],
				['partial_update_setting', undefined],
			],
		],
		[
			'text',
			[
				['update_element', 'mine'],
				['partial_update_setting', undefined],
			],
		],
	] as const)('%s', (how, expected) => {
		expect(ids(how)).toEqual(expected);
	});
});

describe('texts', () => {
	const line = (index: number) => `Paragraph ${index}: "quoted" 你好.`;
	const long = Array.from({ length: 2_000 }, (_, index) => line(index)).join('\n\n');

	test('a growing one is kept below the limit', () => {
		const text = growingText(long);
		expect(bytes(text)).toBeLessThanOrEqual(CARD_TEXT_LIMIT_BYTES);
		expect(bytes(text)).toBeGreaterThan(CARD_TEXT_LIMIT_BYTES * 0.9);
		expect(text).toMatch(/\.\n\n\*… the rest follows\*$/);
		expect(growingText('short')).toBe('short');
	});

	test.each([
		[true, /the rest follows\*$/],
		[false, /the rest did not fit\*$/],
	])('what does not fit is given back (it follows: %s)', (follows, ending) => {
		const { first, rest } = cardParts(long, follows);
		expect(first).toMatch(ending);
		expect(fitsCard(first)).toBe(true);
		const found = [...(first + rest).matchAll(/Paragraph (\d+):/g)].map(([, number]) => Number(number));
		expect(found).toEqual(Array.from({ length: 2_000 }, (_, index) => index));
		expect(cardParts('short', follows)).toEqual({ first: 'short', rest: '' });
	});

	test('too many elements are too much as well', () => {
		expect(fitsCard('a\n\n---\n\n'.repeat(90))).toBe(true);
		expect(fitsCard('a\n\n---\n\n'.repeat(120))).toBe(false);
		expect(cardParts('a\n\n---\n\n'.repeat(120), true).rest).not.toBe('');
	});
});
