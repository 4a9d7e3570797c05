/** What a custom bot can write, as the group gets it. */
import { DEMO_TEMPLATE } from '../../../simulator';
import { byId, usePlatform } from '../../support/engine';
import { botsOf } from '../../support/engine/customBots';

const platform = usePlatform();
const { addBot, send, contents, messages, bodies } = botsOf(platform);

const ok = (msg_type: string) => [{ json: { sent: true, msg_type }, pairedItem: { item: 0 } }];
const person = (id: string) => ({ who: 'person', user: byId(id) });

test('a text, with everyone and people named', async () => {
	const to = addBot();
	const member = platform.chat.members[0] ?? '';
	const run = await send(to, {
		messageType: 'text',
		text: 'Disk full',
		mentions: { mention: [{ who: 'everyone' }, person(member)] },
	});
	expect(run.error).toBeUndefined();
	expect(run.items).toEqual(ok('text'));
	expect(bodies()).toEqual([
		{
			msg_type: 'text',
			content: { text: `<at user_id="all"></at> <at user_id="${member}"></at> Disk full` },
		},
	]);
	expect(messages(to)).toEqual([expect.objectContaining({ msg_type: 'text' })]);
});

test.each([
	['card', { blocks: { block: [{ type: 'markdown', text: '飞'.repeat(9_000) }] } }, 'Block 1'],
	[
		'cardJson',
		{ cardJson: JSON.stringify({ elements: [{ tag: 'markdown', content: '飞'.repeat(9_000) }] }) },
		'Card JSON',
	],
])(
	'a %s of 26 KB is refused before any call: a custom bot takes 20, with what stands around it',
	async (messageType, fields, name) => {
		const run = await send(addBot(), { messageType, ...fields });
		expect(run.error?.message).toContain(name);
		expect(run.error?.message).toContain('at most 19.7 KB');
		expect(platform.simulator.requests).toEqual([]);
	},
);

test('Markdown as a card, with people named in it', async () => {
	const to = addBot();
	const member = platform.chat.members[0] ?? '';
	const run = await send(to, {
		messageType: 'markdown',
		markdown: '## Report\n\n**12** orders\n\n| a | b |\n| --- | --- |\n| 1 | 2 |',
		cardTitle: 'Daily',
		cardColor: 'green',
		mentions: { mention: [person(member)] },
	});
	expect(run.error).toBeUndefined();
	expect(run.items).toEqual(ok('interactive'));
	const [body] = bodies();
	expect(body).toMatchObject({ msg_type: 'interactive', card: { header: { template: 'green' } } });
	expect(JSON.stringify(body?.card)).toContain(`<at id=${member}></at>`);
	expect(messages(to)).toHaveLength(1);
});

test('Markdown as a post, of text and links alone', async () => {
	const to = addBot();
	const run = await send(to, {
		messageType: 'markdown',
		markdownAs: 'post',
		markdown: '**Done**, see [the log](https://example.com/log)',
		cardTitle: 'Backup',
	});
	expect(run.error).toBeUndefined();
	const [body] = bodies();
	expect(body).toMatchObject({ msg_type: 'post', content: { post: { zh_cn: { title: 'Backup' } } } });
	const tags = [...JSON.stringify(body).matchAll(/"tag":"(\w+)"/g)].map(([, tag]) => tag);
	expect(new Set(tags)).toEqual(new Set(['text', 'a']));
	expect(messages(to)).toHaveLength(1);
});

test.each([
	['fields', { postTitle: 'Backup', postMarkdown: 'All well', mentions: { mention: [{ who: 'everyone' }] } }],
	['JSON', { postFormat: 'json', postJson: '{"zh_cn":{"title":"Backup","content":[[{"tag":"at","user_id":"all"}]]}}' }],
])('a post from %s', async (_how, parameters) => {
	const to = addBot();
	const run = await send(to, { messageType: 'post', ...parameters });
	expect(run.error).toBeUndefined();
	expect(run.items).toEqual(ok('post'));
	const [body] = bodies();
	expect(body).toMatchObject({ content: { post: { zh_cn: { title: 'Backup' } } } });
	expect(JSON.stringify(body)).toContain('"user_id":"all"');
	expect(messages(to)).toHaveLength(1);
});

test('a card of blocks, with a button that opens a link', async () => {
	const to = addBot();
	const run = await send(to, {
		messageType: 'card',
		cardTitle: 'Nightly backup',
		blocks: {
			block: [
				{ type: 'markdown', text: '**Done**' },
				{ type: 'fields', columns: 2, fields: { field: [{ name: 'Size', value: '41 GB' }] } },
				{ type: 'divider' },
				{ type: 'buttons', buttons: { button: [{ buttonText: 'Log', buttonUrl: 'https://example.com/log' }] } },
			],
		},
	});
	expect(run.error).toBeUndefined();
	expect(run.items).toEqual(ok('interactive'));
	expect(JSON.stringify(bodies()[0]?.card)).toContain('https://example.com/log');
	expect(messages(to)).toHaveLength(1);
});

test('a card as JSON, with or without a message around it', async () => {
	const to = addBot();
	const card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'Hello' }] } };
	for (const written of [card, { msg_type: 'interactive', card }]) {
		const run = await send(to, { messageType: 'cardJson', cardJson: JSON.stringify(written) });
		expect(run.error).toBeUndefined();
	}
	expect(bodies()).toEqual([
		{ msg_type: 'interactive', card },
		{ msg_type: 'interactive', card },
	]);
	expect(messages(to)).toHaveLength(2);
});

test('a card by template', async () => {
	const to = addBot();
	const run = await send(to, { messageType: 'cardTemplate', templateId: DEMO_TEMPLATE });
	expect(run.error).toBeUndefined();
	expect(bodies()).toEqual([
		{ msg_type: 'interactive', card: { type: 'template', data: { template_id: DEMO_TEMPLATE } } },
	]);
	expect(messages(to)).toHaveLength(1);
});

test('an image that an app has uploaded', async () => {
	const to = addBot();
	const imageKey = platform.image();
	const run = await send(to, { messageType: 'image', imageKey });
	expect(run.error).toBeUndefined();
	expect(contents(to)).toEqual([{ image_key: imageKey }]);
});

test('the card of its own group', async () => {
	const to = addBot();
	const run = await send(to, { messageType: 'shareChat', sharedChat: byId(to.bot.chat_id) });
	expect(run.error).toBeUndefined();
	expect(bodies()).toEqual([{ msg_type: 'share_chat', content: { share_chat_id: to.bot.chat_id } }]);
	expect(messages(to)).toHaveLength(1);
});

test('long Markdown in several messages, one result each', async () => {
	const to = addBot();
	const markdown = Array.from({ length: 60 }, (_, index) => `## Part ${index}\n\n${'word '.repeat(120)}`).join('\n\n');
	const run = await send(to, { messageType: 'markdown', markdown });
	expect(run.error).toBeUndefined();
	expect(messages(to).length).toBeGreaterThan(1);
	expect(run.items).toHaveLength(messages(to).length);
	for (const { bodyText = '' } of platform.calls) expect(Buffer.byteLength(bodyText)).toBeLessThanOrEqual(20 * 1024);
});

test('the link to the workflow, where it is wished', async () => {
	const to = addBot();
	const run = await send(to, {
		messageType: 'text',
		text: 'Done',
		messageOptions: { includeLinkToWorkflow: true },
	});
	expect(run.error).toBeUndefined();
	expect(contents(to)).toEqual([{ text: expect.stringMatching(/^Done\n.*\/workflow\//) }]);
});
