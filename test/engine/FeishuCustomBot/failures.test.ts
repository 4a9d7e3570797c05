/** What is refused before a call, lost on the way, or answered by somebody else. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { FaultAction } from '../../../simulator';
import { byEmail, byId, usePlatform } from '../../support/engine';
import { botsOf, HOOK } from '../../support/engine/customBots';

const platform = usePlatform();
const { addBot, credentialOf, urlOf, send, messages } = botsOf(platform);

const text = { messageType: 'text', text: 'Hello' };
const fail = (action: FaultAction, times?: number) => platform.simulator.faults.add({ path: HOOK, times, action });
const raw = (http: number, contentType: string, body: string): FaultAction => ({
	type: 'raw',
	http,
	contentType,
	body,
});

const long = 'word '.repeat(5_000);
const card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: long }] } };

describe('bad input names its field and makes no call', () => {
	test.each([
		['a text over 20 KB', { messageType: 'text', text: long }, "'Text' has 24.5 KB; Feishu takes at most 19.7 KB"],
		['a post over 20 KB', { messageType: 'post', postMarkdown: long }, "'Markdown' has 24.5 KB"],
		['a card over 20 KB', { messageType: 'cardJson', cardJson: JSON.stringify(card) }, 'KB; Feishu takes at most'],
		['Markdown over 20 KB', { messageType: 'markdown', markdown: long, whenTooLong: 'refuse' }, 'Markdown'],
		['no text', { messageType: 'text', text: ' ' }, "The field 'Text' is empty"],
		['no JSON', { messageType: 'cardJson', cardJson: '{' }, "The field 'Card JSON' is not valid JSON"],
		['no image', { messageType: 'image', imageKey: '={{ "" }}' }, 'Image Key'],
		[
			'a person by e-mail, whom nobody looks up',
			{ ...text, mentions: { mention: [{ who: 'person', user: byEmail('tom@example.com') }] } },
			'needs an open_id or a user_id',
		],
		[
			'a person by union_id',
			{ ...text, mentions: { mention: [{ who: 'person', user: byId('on_fake') }] } },
			'needs an open_id or a user_id',
		],
		['an image on the web', { messageType: 'markdown', markdown: '![x](https://example.com/x.png)' }, 'custom bot'],
		['no chat', { messageType: 'shareChat', sharedChat: byId('={{ "7" }}') }, 'Group to Share'],
	])('%s', async (_what, parameters, words) => {
		const run = await send(addBot(), parameters);
		expect(run.error?.message).toContain(words);
		expect(platform.calls).toEqual([]);
	});

	test.each([
		['nothing', '', "The 'Webhook URL' of the credential is empty"],
		['a v1 address', 'https://open.feishu.cn/open-apis/bot/hook/fake', 'of the first version'],
		['plain http', 'http://open.feishu.cn/open-apis/bot/v2/hook/fake', 'must start with https://'],
	])('a credential with %s', async (_what, url, words) => {
		const run = await send({ credential: credentialOf(url) }, text);
		expect(run.error?.message).toContain(words);
		expect(platform.calls).toEqual([]);
	});
});

describe('a lost answer is reported, not repeated', () => {
	test.each<[string, FaultAction, number]>([
		['the connection drops before', { type: 'dropBefore' }, 0],
		['the connection drops after', { type: 'dropAfter' }, 1],
		['the answer breaks off', { type: 'truncate' }, 1],
		['HTTP 502', raw(502, 'text/html', '<h1>Bad Gateway</h1>'), 0],
	])('%s', async (_what, action, written) => {
		const to = addBot();
		fail(action);
		const run = await send(to, text);
		expect(run.error?.description).toContain('It may have been carried out all the same, so it was not sent again.');
		expect(platform.calls).toHaveLength(1);
		expect(messages(to)).toHaveLength(written);
	});
});

test('nobody listens: tried again, and told without the address', async () => {
	const to = credentialOf('http://127.0.0.1:1/open-apis/bot/v2/hook/fake-hook-of-nobody');
	const run = await send({ credential: to }, { ...text, requestOptions: { tries: 2 } });
	expect(run.error?.message).toBe("The bot's host refused the connection");
	expect(run.error?.description).toContain('Tried 2 times');
	expect(JSON.stringify(run)).not.toContain('fake-hook-of-nobody');
});

test.each<[string, FaultAction]>([
	['a page', raw(200, 'text/html', '<body>Please sign in</body>')],
	['JSON of another service', raw(200, 'application/json', '{"errcode":0,"errmsg":"ok"}')],
	['an empty body', raw(200, 'text/plain', '')],
])('%s is no success', async (_what, action) => {
	fail(action);
	const run = await send(addBot(), text);
	expect(run.error).toMatchObject({ message: 'Something other than the custom bot answered' });
	expect(run.error?.description).toContain('Check the Webhook URL in the credential');
});

test('an answer that repeats the address is shown without it', async () => {
	const to = addBot({ secret: 'fake-signing-secret' });
	const echo = `Cannot POST ${urlOf(to.bot)} (${to.bot.hook_id}, fake-signing-secret)`;
	fail(raw(404, 'text/plain', echo));
	const run = await send(to, text);
	expect(run.error?.description).toContain('Cannot POST … (…, …)');
});

test.each([
	[9499, 'Bad Request, ext=fail to parse content', 'Feishu could not read the message'],
	[11246, 'ErrCode: 200621; ErrMsg: parse card json err', 'Feishu could not build the card: it is no card JSON'],
	[19002, 'params error, msg_type need', 'Feishu could not read the message'],
	[19036, 'the request body is too large', 'The message is too large'],
	[200621, 'parse card json err', 'Feishu could not build the card: it is no card JSON'],
	[230099, 'Failed to create card content', 'Feishu could not build the card'],
	[12345, 'strange', 'Feishu says: strange'],
])('code %d is explained', async (code, msg, message) => {
	fail({ type: 'code', http: 200, code, msg });
	const run = await send(addBot(), text);
	expect(run.error).toMatchObject({ message });
	expect(run.error?.description).toContain(`(code ${code}`);
	expect(platform.calls).toHaveLength(1);
});

test('a refusal in the words of bots of long ago', async () => {
	fail(raw(200, 'application/json', '{"Extra":null,"StatusCode":19001,"StatusMessage":"invalid"}'));
	const run = await send(addBot(), text);
	expect(run.error).toMatchObject({ message: 'Feishu does not know this custom bot' });
});

test('a success in the words of bots of long ago', async () => {
	fail(raw(200, 'application/json', '{"Extra":null,"StatusCode":0,"StatusMessage":"success"}'));
	const run = await send(addBot(), text);
	expect(run.items.map(({ json }) => json)).toEqual([{ sent: true, msg_type: 'text' }]);
});

test('of several messages, those before the failure are told', async () => {
	const to = addBot();
	const refused = { type: 'code', http: 200, code: 11246, msg: 'no' } as const;
	platform.simulator.faults.add({ path: HOOK, skip: 1, action: refused });
	const markdown = Array.from({ length: 60 }, (_, index) => `## Part ${index}\n\n${'word '.repeat(120)}`).join('\n\n');
	const run = await send(to, { messageType: 'markdown', markdown });
	expect(run.error?.description).toMatch(/Of \d messages, the first 1 had been sent\./);
	expect(messages(to)).toHaveLength(1);
});

test('a redirect is not followed: the message goes nowhere else', async () => {
	const received: string[] = [];
	const other = createServer((request, response) => {
		received.push(request.url ?? '');
		response.end('{"code":0}');
	});
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/elsewhere`;
	fail({ type: 'raw', http: 307, contentType: 'text/plain', body: 'Moved', headers: { location } });
	const run = await send(addBot(), text);
	other.closeAllConnections();
	await new Promise((resolve) => other.close(resolve));
	expect(run.error).toMatchObject({ message: 'Something other than the custom bot answered' });
	expect(run.error?.description).toContain('HTTP 307');
	expect(received).toEqual([]);
});
