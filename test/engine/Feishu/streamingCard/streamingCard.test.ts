/** Streaming Card → Start, Update, Finish: what people see in the chat. */
import { byEmail, byId, picture, usePlatform } from '../../../support/engine';
import { streamingOn } from '../../../support/engine/streamingCard';

const platform = usePlatform();
const { run, output, start, cardOf, elementsOf, changes } = streamingOn(platform);

describe('start', () => {
	test('sends a card that is being written', async () => {
		const out = await start({ firstText: '**Thinking**…', cardColor: 'purple', streamOptions: { note: 'AI' } });
		expect(out).toMatchObject({ element_id: 'answer', chat_id: platform.chat.chat_id });
		expect(out.card_id).toMatch(/^\d{15,20}$/);
		expect(platform.message(out.message_id)).toMatchObject({ chat_id: platform.chat.chat_id, msg_type: 'interactive' });
		expect(cardOf(out.message_id)).toMatchObject({
			schema: '2.0',
			config: { streaming_mode: true, update_multi: true, summary: { content: 'Thinking…' } },
			header: { title: { content: 'Answer' }, template: 'purple' },
			body: {
				elements: [
					{ tag: 'markdown', element_id: 'answer', content: '**Thinking**…' },
					{ tag: 'markdown', text_size: 'notation' },
				],
			},
		});
	});

	test('reaches a person by e-mail address', async () => {
		const { message_id: id } = await start({ sendTo: 'user', user: byEmail(platform.user.email) });
		expect(platform.store.chats.get(platform.message(id).chat_id)?.chat_type).toBe('p2p');
	});

	test('answers a message, in a thread if wished', async () => {
		const question = platform.userMessage('How much?');
		const out = await start({ sendTo: 'reply', messageId: byId(question.message_id), replyInThread: true });
		expect(platform.message(out.message_id)).toMatchObject({ parent_id: question.message_id });
		expect(out.thread_id).toMatch(/^omt_/);
	});

	test('refuses title and note that leave no room for text, before any call', async () => {
		const { error } = await run('start', {
			...{ chat: byId(platform.chat.chat_id), cardTitle: 'x'.repeat(2000) },
			streamOptions: { note: 'y'.repeat(2000) },
		});
		expect(error?.message).toBe('Title and note of the card are too long');
		expect(platform.simulator.requests).toEqual([]);
	});
});

describe('update and finish', () => {
	test('the text grows, and the header stays', async () => {
		const { card_id: cardId, message_id: id } = await start();
		for (const text of ['Once', 'Once upon', 'Once upon a time…']) {
			expect(await output('update', { cardId, streamedText: text })).toMatchObject({ card_id: cardId, typed: true });
			expect(elementsOf(id)).toMatchObject([{ content: text, element_id: 'answer' }]);
		}
		expect(cardOf(id)).toMatchObject({ config: { streaming_mode: true } });
		const out = await output('finish', { cardId, streamedText: '# The end\nOnce upon a **time**, 你好 👩‍👩‍👧' });
		expect(out).toEqual({ card_id: cardId, element_id: 'answer', complete: true });
		expect(cardOf(id)).toMatchObject({
			config: { streaming_mode: false, summary: { content: 'The end Once upon a time, 你好 👩‍👩‍👧' } },
			header: { title: { content: 'Answer' }, template: 'blue' },
			body: { elements: [{ tag: 'markdown', element_id: 'answer', content: expect.stringContaining('**time**') }] },
		});
	});

	test('what a model was made to write names nobody, unless that is allowed', async () => {
		const { card_id: cardId, message_id: id } = await start();
		const streamedText = 'Done <at id=all></at>, see `<at id=all></at>`';
		const allowed = { streamOptions: { allowMentions: true } };
		for (const operation of ['update', 'finish'] as const) {
			await output(operation, { cardId, streamedText });
			const [element] = elementsOf(id);
			expect(element?.content).toContain('see `');
			expect(element?.content).not.toMatch(/<at/);
			await output(operation, { cardId, streamedText, ...allowed });
			expect(String(elementsOf(id)[0]?.content).match(/<at/g)).toHaveLength(2);
		}
	});

	test('every change has a larger number and a key of its own', async () => {
		const { card_id: cardId } = await start();
		await run(
			'update',
			{ cardId, streamedText: '={{ $json.text }}' },
			['a', 'ab', 'abc', 'abcd'].map((text) => ({ json: { text } })),
		);
		await output('finish', { cardId, streamedText: 'abcde' });
		const numbers = changes().map(({ body }) => body.sequence);
		expect(changes().map(({ kind }) => kind)).toEqual(['content', 'content', 'content', 'content', 'batch_update']);
		expect(changes().map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
		expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
		expect(Math.max(...numbers)).toBeLessThanOrEqual(2_147_483_647);
		expect(new Set(changes().map(({ body }) => body.uuid)).size).toBe(5);
	});

	test('a title writes the card anew', async () => {
		const { card_id: cardId, message_id: id } = await start();
		await output('finish', {
			cardId,
			streamedText: 'All done',
			cardTitle: 'Answered',
			cardColor: 'green',
			streamOptions: { note: 'Written by AI', summary: 'An answer' },
		});
		expect(cardOf(id)).toMatchObject({
			config: { streaming_mode: false, summary: { content: 'An answer' } },
			header: { title: { content: 'Answered' }, template: 'green' },
		});
		expect(elementsOf(id)).toMatchObject([
			{ content: 'All done', element_id: 'answer' },
			{ content: "<font color='grey'>Written by AI</font>" },
		]);
	});

	test('tables and images become what they are in cards in the end, and finishing again keeps one text', async () => {
		const { card_id: cardId, message_id: id } = await start();
		const text = `Sales:\n\n| City | Sum |\n| --- | --- |\n| 上海 | 12 |\n\n---\n\n![Chart](${platform.image()})\n\nDone`;
		await output('update', { cardId, streamedText: text });
		expect(elementsOf(id)).toHaveLength(1);
		await output('finish', { cardId, streamedText: text });
		expect(elementsOf(id).map(({ tag }) => tag)).toEqual(['markdown', 'table', 'hr', 'img', 'markdown']);
		expect(elementsOf(id)[0]).toMatchObject({ element_id: 'answer', content: 'Sales:' });
		// Again, with other words in the same elements; then with more of them.
		await output('finish', { cardId, streamedText: text.replace('Sales', 'Corrected') });
		expect(elementsOf(id).map(({ tag }) => tag)).toEqual(['markdown', 'table', 'hr', 'img', 'markdown']);
		expect(elementsOf(id)[0]).toMatchObject({ element_id: 'answer', content: 'Corrected:' });
		await output('finish', { cardId, streamedText: `Longer\n\n---\n\n${text}` });
		expect(elementsOf(id)[0]?.content).toMatch(/^Longer[^]*Sales[^]*上海[^]*Done$/);
	});

	describe('images', () => {
		const text = 'See ![a picture](binary:data) and ![another](http://127.0.0.1:9/none.png)';
		const finish = async (uploadImages: boolean) => {
			const { card_id: cardId, message_id: id } = await start();
			const parameters = { cardId, streamedText: text, streamOptions: { uploadImages } };
			await output('finish', parameters, [{ files: { data: picture } }]);
			return JSON.stringify(elementsOf(id));
		};
		const uploads = () => platform.routes.filter((route) => route === 'POST /open-apis/im/v1/images');

		test('of what an AI model writes are links: n8n goes to no address for it', async () => {
			const shown = await finish(false);
			expect(shown).toContain('[another](http://127.0.0.1:9/none.png)');
			expect(shown).not.toContain('![');
			expect(uploads()).toEqual([]);
		});

		test('are uploaded where that is wished, and those that nobody has are links', async () => {
			const shown = await finish(true);
			expect(shown).toMatch(/!\[a picture\]\(img_[\w-]+\)/);
			expect(shown).toContain('[another](http://127.0.0.1:9/none.png)');
			expect(uploads()).toHaveLength(1);
		});

		test('that can not be uploaded hold no text back', async () => {
			platform.simulator.faults.add({
				path: '/open-apis/im/v1/images',
				action: { type: 'code', http: 400, code: 234006, msg: 'too large' },
			});
			expect(await finish(true)).toContain('See ');
		});
	});
});

describe('texts beyond what a card takes', () => {
	const long = Array.from({ length: 900 }, (_, index) => `第 ${index} 段: some words of paragraph ${index}.`).join(
		'\n\n',
	);
	const paragraphs = (text: string) =>
		[...text.matchAll(/words of paragraph (\d+)\./g)].map(([, number]) => Number(number));
	const all = Array.from({ length: 900 }, (_, index) => index);

	test('while it grows, the card holds the beginning and says that more follows', async () => {
		const { card_id: cardId, message_id: id } = await start();
		await output('update', { cardId, streamedText: long });
		const text = String(elementsOf(id)[0]?.content);
		expect(text).toMatch(/the rest follows\*$/);
		expect(paragraphs(text)).toEqual(all.slice(0, paragraphs(text).length));
		expect(paragraphs(text).length).toBeGreaterThan(300);
	});

	test('in the end the rest is answered to the message of the card', async () => {
		const { card_id: cardId, message_id: id } = await start();
		const out = await output('finish', { cardId, cardMessageId: id, streamedText: long });
		expect(out).toMatchObject({ complete: true });
		const ids = out.rest_message_ids as string[];
		const parts = [String(elementsOf(id)[0]?.content), ...ids.map((one) => platform.message(one).content)];
		expect(parts.flatMap(paragraphs)).toEqual(all);
		expect(ids.map((one) => platform.message(one).parent_id)).toEqual(ids.map(() => id));
	});

	test('or comes out, where the message is not known', async () => {
		const { card_id: cardId, message_id: id } = await start();
		const out = await output('finish', { cardId, streamedText: long });
		expect(out.complete).toBe(false);
		const text = String(elementsOf(id)[0]?.content);
		expect(text).toMatch(/the rest did not fit\*$/);
		expect([text, String(out.rest)].flatMap(paragraphs)).toEqual(all);
	});
});
