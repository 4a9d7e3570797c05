/** Message → Send → Markdown: as a card, as a post, with images, and when it is long. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, list, only, picture, usePlatform } from '../../../support/engine';
import { mention, senderOf } from '../../../support/engine/sender';

const platform = usePlatform();
const { send, sent, wireContent } = senderOf(platform);

const markdown = (text: string, more: INodeParameters = {}): INodeParameters => ({
	messageType: 'markdown',
	markdown: text,
	...more,
});

const REPORT = [
	'# Report',
	'Revenue is **up**, see [the page](https://example.com).',
	'- one',
	'- two',
	'',
	'| a | b |',
	'| --- | --- |',
	'| 1 | 2 |',
	'',
	'```js',
	'const a = "<b>";',
	'```',
].join('\n');

test('becomes a card with all that is in it', async () => {
	const { message } = await sent(markdown(REPORT, { cardTitle: 'T', cardColor: 'green' }));
	expect(message.msg_type).toBe('interactive');
	const card = JSON.stringify(message.card);
	for (const words of ['**up**', '[the page](https://example.com)', 'one', 'two', 'const a'])
		expect(card).toContain(words);
	expect(message.card).toMatchObject({ schema: '2.0', header: { template: 'green', title: { content: 'T' } } });
});

test('becomes a post where asked', async () => {
	const { message } = await sent(markdown(REPORT, { markdownAs: 'post', cardTitle: 'T' }));
	expect(message.msg_type).toBe('post');
	const post = JSON.stringify(wireContent());
	for (const words of ['**up**', '[the page](https://example.com)', 'one', 'const a']) expect(post).toContain(words);
	expect(wireContent()).toMatchObject({ zh_cn: { title: 'T' } });
});

test('may be an answer to a message too', async () => {
	const run = await platform.run({
		parameters: {
			resource: 'message',
			operation: 'reply',
			messageId: byId(platform.userMessage().message_id),
			...markdown(REPORT),
		},
	});
	expect(run.error).toBeUndefined();
	expect(platform.message(only(run.items).json.message_id)).toMatchObject({ msg_type: 'interactive' });
});

test('changes a post, as a post', async () => {
	const before = await sent(markdown('before', { markdownAs: 'post' }));
	const run = await platform.run({
		parameters: {
			resource: 'message',
			operation: 'edit',
			messageId: byId(before.message.message_id),
			...markdown('after'),
		},
	});
	expect(run.error).toBeUndefined();
	expect(only(run.items).json).toMatchObject({ msg_type: 'post', text: expect.stringContaining('after') as string });
});

test('mentions people before it', async () => {
	const { open_id } = platform.user;
	for (const markdownAs of ['card', 'post']) {
		platform.reset();
		await sent(markdown('x', { markdownAs, ...mention({ who: 'everyone' }, { who: 'person', user: byId(open_id) }) }));
		const content = JSON.stringify(wireContent());
		expect(content.indexOf(open_id)).toBeGreaterThan(content.indexOf('all'));
		expect(content.indexOf('"x"')).toBeGreaterThan(content.indexOf(open_id));
	}
});

describe('images', () => {
	test('of the web and of the input are uploaded, once each', async () => {
		const key = platform.image();
		const url = `${platform.simulator.url}/_sim/resources/${key}`;
		const text = `![a](${url})\n\nwords ![b](binary:data) words\n\n![again](${url})`;
		const { message } = await sent(markdown(text, { requestOptions: { privateAddresses: true } }), [
			{ files: { data: picture } },
		]);
		const uploads = platform.calls.filter(({ path }) => path === '/open-apis/im/v1/images');
		expect(uploads).toHaveLength(2);
		const card = JSON.stringify(message.card);
		expect(card).not.toContain('http');
		const keys = card.match(/img_v3_[\w-]+/g) ?? [];
		expect(keys).toHaveLength(3);
		expect(keys.every((one) => platform.store.images.has(one))).toBe(true);
	});

	test('that the web does not have become links', async () => {
		const url = `${platform.simulator.url}/_sim/nothing`;
		const { message } = await sent(markdown(`see ![the chart](${url})`));
		expect(JSON.stringify(message.card)).toContain(`[the chart](${url})`);
		expect(platform.calls.filter(({ path }) => path === '/open-apis/im/v1/images')).toEqual([]);
	});

	test('that the item lacks are told before any call', async () => {
		const { error } = await send(markdown('![x](binary:chart)'));
		expect(error?.message).toBe("The item has no file in 'chart'");
		expect(platform.simulator.requests).toEqual([]);
	});

	test('inside code stay words', async () => {
		const { message } = await sent(markdown('`![x](binary:chart)`'));
		expect(JSON.stringify(message.card)).toContain('![x](binary:chart)');
	});
});

const chapter = (index: number) => `## Chapter ${index}\n\n${`第${index}章，` + '飞书'.repeat(900)}`;
const LONG = Array.from({ length: 20 }, (_, index) => chapter(index)).join('\n\n');

describe('too long for one message', () => {
	test.each(['card', 'post'])('it goes out in several as a %s, in order and whole', async (markdownAs) => {
		const run = await send(markdown(LONG, { markdownAs, cardTitle: 'Long' }));
		expect(run.error).toBeUndefined();
		expect(run.items.length).toBeGreaterThan(2);
		const said = run.items.map(({ json }) => String(json.text)).join('\n');
		for (let index = 0; index < 20; index++) expect(said).toContain(`Chapter ${index}`);
		expect(said.match(/飞书/g)).toHaveLength(20 * 900);
		const bodies = platform.calls.map(
			({ bodyText }) => JSON.parse(bodyText ?? '{}') as { content: string; uuid: string },
		);
		for (const { content } of bodies) expect(Buffer.byteLength(content)).toBeLessThanOrEqual(30 * 1024);
		expect(new Set(bodies.map(({ uuid }) => uuid)).size).toBe(bodies.length);
		expect(bodies.filter(({ content }) => content.includes('"Long"'))).toHaveLength(1);
	});

	test.each(['card', 'post'])('it is refused as a %s where asked, before any call', async (markdownAs) => {
		const { error } = await send(markdown(LONG, { markdownAs, whenTooLong: 'refuse' }));
		expect(error?.message).toContain('Markdown');
		expect(error?.message).toContain('30 KB');
		expect(platform.simulator.requests).toEqual([]);
	});

	test('what was sent before a failure is told by the error', async () => {
		platform.simulator.faults.add({
			path: '/open-apis/im/v1/messages',
			skip: 1,
			action: { type: 'code', http: 400, code: 230025, msg: 'too long' },
		});
		const run = await send(markdown(LONG));
		expect(run.error?.message).toBe('The message is too long');
		expect(run.error?.description).toMatch(/Of \d messages, the first 1 had been sent \(om_\w+\)\./);
	});
});

test('nothing is refused before any call', async () => {
	const { error } = await send(markdown('={{ " " }}'));
	expect(error?.message).toBe("The field 'Markdown' is empty: its expression gave no value");
	expect(platform.simulator.requests).toEqual([]);
});

test('the link to the workflow stands at the end', async () => {
	for (const parameters of [
		{ messageType: 'text', text: 'Hello' },
		markdown('Hello', { markdownAs: 'post' }),
		markdown('Hello'),
		{ messageType: 'post', postMarkdown: 'Hello' },
		{
			messageType: 'post',
			postFormat: 'json',
			postJson: '{"zh_cn":{"title":"","content":[[{"tag":"text","text":"Hello"}]]}}',
		},
		{ messageType: 'cardJson', cardJson: '{"elements":[{"tag":"markdown","content":"Hello"}]}' },
		{
			messageType: 'cardJson',
			cardJson: '{"schema":"2.0","body":{"elements":[{"tag":"markdown","content":"Hello"}]}}',
		},
	]) {
		platform.reset();
		await sent(parameters);
		expect(JSON.stringify(wireContent())).not.toContain('Automated');
		platform.reset();
		await sent({ ...parameters, messageOptions: { includeLinkToWorkflow: true }, chat: list(platform.chat.chat_id) });
		const content = JSON.stringify(wireContent());
		expect(content).toMatch(/Hello.*Automated with this \[n8n workflow\]\(http\S+\/workflow\//);
	}
});
