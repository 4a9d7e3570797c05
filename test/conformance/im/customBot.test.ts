import { createHmac } from 'node:crypto';
import { hookSignature } from '../../../simulator/api/im/bot/hook';
import { chatIn } from '../../support/conformance/groups';
import { type Fixture, PNG, startFixture } from '../../support/conformance/harness';

const TEXT = { msg_type: 'text', content: { text: 'hello' } };

interface Answer {
	status: number;
	code: number;
	msg: string;
	StatusCode?: number;
	data?: object;
	error?: object;
}

describe('custom bots of groups', () => {
	let fixture: Fixture;
	beforeEach(async () => {
		fixture = await startFixture();
	});
	afterEach(() => fixture.simulator.close());

	const bot = (signed: boolean) => {
		const found = fixture.simulator.customBots.find(({ secret }) => (secret !== undefined) === signed);
		if (!found) throw new Error('the seed has no such bot');
		return found;
	};
	const post = async (body: unknown, url = bot(false).url): Promise<Answer> => {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: typeof body === 'string' ? body : JSON.stringify(body),
		});
		return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
	};
	const configure = (settings: object) => fixture.http.admin('PUT', `/custom-bots/${bot(false).hook_id}`, settings);
	const last = () => [...fixture.simulator.store.im.messages.values()].at(-1);
	const image = async () => {
		const form = new FormData();
		form.append('image_type', 'message');
		form.append('image', new Blob([new Uint8Array(PNG)]), 'a.png');
		return String((await fixture.http.post('/open-apis/im/v1/images', form)).data.image_key);
	};
	const refused = (code: number) => ({ status: 200, code, msg: expect.any(String), data: {} });

	it('posts into its group under its name, and answers as webhooks do', async () => {
		expect(await post(TEXT)).toEqual({
			status: 200,
			StatusCode: 0,
			StatusMessage: 'success',
			code: 0,
			data: {},
			msg: 'success',
		});
		const { name, chat_id, app_id } = bot(false);
		expect(last()).toMatchObject({ chat_id, content: '{"text":"hello"}', sender: { id: app_id, sender_type: 'app' } });
		const { messages, custom_bots } = await fixture.http.admin<{
			messages: Array<{ sender: { name: string } }>;
			custom_bots: Array<{ name: string }>;
		}>('GET', '/state');
		expect(messages.at(-1)?.sender.name).toBe(name);
		expect(custom_bots.map((each) => each.name)).toContain(name);
	});

	it('sends every kind: texts with mentions, posts, pictures, its own group, cards', async () => {
		const key = await image();
		const member = fixture.members[1] ?? '';
		const at = { tag: 'at', user_id: member };
		const card = (more: object) => ({ ...more, header: { title: { tag: 'plain_text', content: 'T' } } });
		const template = {
			type: 'template',
			data: { template_id: 'AAqDemoTemplate', template_variable: { title: 'T', content: 'C', owner: 'O' } },
		};
		const kinds = [
			{ msg_type: 'text', content: { text: `<at user_id="${member}">x</at> <at user_id="all"></at>` } },
			{
				msg_type: 'post',
				content: { post: { zh_cn: { title: 'T', content: [[at], [{ tag: 'img', image_key: key }]] } } },
			},
			{ msg_type: 'image', content: { image_key: key } },
			{ msg_type: 'share_chat', content: { share_chat_id: bot(false).chat_id } },
			{ msg_type: 'interactive', card: card({ elements: [{ tag: 'hr' }] }) },
			{ msg_type: 'interactive', card: card({ schema: '2.0', body: { elements: [{ tag: 'hr' }] } }) },
			{ msg_type: 'interactive', card: template },
		];
		for (const kind of kinds) {
			expect([kind.msg_type, (await post(kind)).msg]).toEqual([kind.msg_type, 'success']);
			expect(last()?.msg_type).toBe(kind.msg_type);
		}
		expect(last()?.card).toMatchObject({ header: { title: { content: 'T' } } });
	});

	it.each([
		['no JSON', '{', 9499],
		['JSON that is no object', '[]', 9499],
		['no msg_type', { content: { text: 'x' } }, 19002],
		['another msg_type', { msg_type: 'file', content: { file_key: 'x' } }, 19002],
		['no content', { msg_type: 'text' }, 9499],
		['a content that is text', { msg_type: 'text', content: '{"text":"x"}' }, 9499],
		['an empty content', { msg_type: 'text', content: {} }, 9499],
		['a post without its outer name', { msg_type: 'post', content: { zh_cn: { content: [] } } }, 9499],
		['an unknown picture', { msg_type: 'image', content: { image_key: 'img_x' } }, 9499],
		['another group', { msg_type: 'share_chat', content: { share_chat_id: 'oc_x' } }, 11231],
		['a card as content', { msg_type: 'interactive', content: { elements: [] } }, 9499],
		['a card that is text', { msg_type: 'interactive', card: '{}' }, 9499],
		['more than 20 KB', { msg_type: 'text', content: { text: 'x'.repeat(20 * 1024) } }, 9499],
		['more than 30 KB', { msg_type: 'text', content: { text: 'x'.repeat(30 * 1024) } }, 19036],
	])('refuses %s with HTTP 200', async (_what, body, code) => {
		const before = fixture.simulator.store.im.messages.size;
		expect(await post(body)).toEqual(refused(code));
		expect(fixture.simulator.store.im.messages.size).toBe(before);
	});

	it('takes title and text at its address of the first version, and answers as that does', async () => {
		const old = bot(false).url.replace('/bot/v2/hook/', '/bot/hook/');
		const answer = await fetch(old, { method: 'POST', body: JSON.stringify({ title: 'T', text: 'x' }) });
		expect(await answer.json()).toEqual({ Extra: null, StatusCode: 0, StatusMessage: 'success' });
		expect(last()).toMatchObject({ msg_type: 'text', content: JSON.stringify({ text: 'T\nx' }) });
		expect(await (await fetch(old, { method: 'POST', body: '{"msg_type":"text"}' })).json()).toMatchObject({
			code: 9499,
		});
	});

	it('gives what is wrong with a card at the top level', async () => {
		const elements = [{ tag: 'img', img_key: 'img_unknown', alt: { tag: 'plain_text', content: '' } }];
		const answer = await post({ msg_type: 'interactive', card: { elements } });
		expect(answer).toEqual({
			...refused(11246),
			msg: expect.stringMatching(/^ErrCode: 200570; .*ErrMsg: .+; ErrorValue: /),
		});
	});

	it('knows no other address, and none whose group is gone', async () => {
		expect(await post(TEXT, `${fixture.simulator.url}/open-apis/bot/v2/hook/unknown`)).toEqual(refused(19001));
		const { url, chat_id } = bot(false);
		fixture.simulator.store.im.chats.delete(chat_id);
		expect(await post(TEXT, url)).toEqual(refused(19001));
	});

	describe('with a secret', () => {
		const seconds = (offset = 0) => String(Math.floor(fixture.simulator.store.clock.now() / 1000) + offset);
		const signed = (timestamp: string, secret = bot(true).secret ?? '') => {
			const sign = createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
			return post({ ...TEXT, timestamp, sign }, bot(true).url);
		};

		it('agrees with the published example', () => {
			expect(hookSignature('1599360473', 'secret')).toBe('q4jswNiMy51J5JuQV566yJat0/lQ/c+22kINzUgKsGU=');
		});

		it('takes a signature of this hour', async () => {
			expect((await signed(seconds())).code).toBe(0);
			expect((await signed(seconds(-3590))).code).toBe(0);
			expect(await signed(seconds(-3610))).toEqual(refused(19021));
			expect(await signed(seconds(3610))).toEqual(refused(19021));
		});

		it('refuses another secret, another time and none', async () => {
			expect(await signed(seconds(), 'wrong')).toEqual(refused(19021));
			expect(await signed(`${seconds()}000`)).toEqual(refused(19021));
			expect(await signed('now')).toEqual(refused(19021));
			expect(await post(TEXT, bot(true).url)).toEqual(refused(19021));
		});
	});

	it('looks for a keyword in texts and titles', async () => {
		await configure({ keywords: ['alarm', '告警'] });
		expect(await post(TEXT)).toEqual(refused(19024));
		expect(await post({ msg_type: 'text', content: { text: 'an alarm!' } })).toMatchObject({ code: 0 });
		const title = { zh_cn: { title: '告警', content: [[{ tag: 'text', text: 'x' }]] } };
		expect(await post({ msg_type: 'post', content: { post: title } })).toMatchObject({ code: 0 });
		const link = { zh_cn: { title: '', content: [[{ tag: 'a', text: 'x', href: 'https://alarm.example.com' }]] } };
		expect(await post({ msg_type: 'post', content: { post: link } })).toEqual(refused(19024));
		const elements = [{ tag: 'markdown', content: '**alarm**' }];
		expect(await post({ msg_type: 'interactive', card: { elements } })).toMatchObject({ code: 0 });
	});

	it.each([
		[['127.0.0.1'], true],
		[['10.0.0.1', '127.0.0.*'], true],
		[['127.0.0.0/8'], true],
		[['10.0.0.0/8'], false],
		[['127.0.1.*'], false],
	])('from addresses %j passes: %s', async (ip_list, passes) => {
		await configure({ ip_list });
		expect((await post(TEXT)).code).toBe(passes ? 0 : 19022);
	});

	it('is five requests a second and a hundred a minute', async () => {
		await fixture.simulator.close();
		fixture = await startFixture({ rateLimits: true });
		const { clock } = fixture.simulator.store;
		// It stands still between the steps, however slow the machine is.
		const time = jest.spyOn(clock, 'now').mockReturnValue(clock.now());
		const advance = (ms: number) => time.mockReturnValue(clock.now() + ms);
		for (let sent = 0; sent < 100; sent += 1) {
			if (sent % 5 === 0) advance(1001);
			expect((await post(TEXT)).code).toBe(0);
			if (sent === 4) expect(await post(TEXT)).toEqual(refused(11232));
		}
		advance(1001);
		expect(await post(TEXT)).toEqual(refused(11232));
		advance(60_000);
		expect((await post(TEXT)).code).toBe(0);
	});

	it('is added, changed and removed by the admin API', async () => {
		const made = await fixture.http.admin<{ hook_id: string }>('POST', '/custom-bots', {
			chat_id: fixture.strangeChatId,
			name: 'New',
			secret: 'fake-secret',
		});
		const found = () => fixture.simulator.customBots.find(({ hook_id: id }) => id === made.hook_id);
		expect(found()).toMatchObject({ name: 'New', secret: 'fake-secret', chat_id: fixture.strangeChatId });
		await fixture.http.admin('PUT', `/custom-bots/${made.hook_id}`, { secret: null });
		expect((await post(TEXT, found()?.url)).code).toBe(0);
		await fixture.http.admin('DELETE', `/custom-bots/${made.hook_id}`);
		expect(found()).toBeUndefined();
		expect(await fixture.http.admin('PUT', '/custom-bots/unknown', {})).toMatchObject({ statusCode: 404 });
		expect(await fixture.http.admin('POST', '/custom-bots', { chat_id: 'oc_x' })).toMatchObject({ statusCode: 404 });
	});

	it('mention only who is in the group, and show others by the name that was given', async () => {
		const text = '<at user_id="ou_nosuch">Tom</at> hi';
		expect(await post({ msg_type: 'text', content: { text } })).toMatchObject({ code: 0 });
		expect(last()).toMatchObject({ content: JSON.stringify({ text: 'Tom hi' }), mentions: [] });
		const { members } = chatIn(fixture.simulator, bot(false).chat_id);
		const stranger = [...fixture.simulator.store.contact.users.keys()].find((id) => !members.includes(id));
		await post({ msg_type: 'text', content: { text: `<at user_id="${stranger}">Ann</at> hi` } });
		expect(last()).toMatchObject({ content: JSON.stringify({ text: 'Ann hi' }), mentions: [] });
		const at = { tag: 'at', user_id: 'ou_nosuch', user_name: 'Tom' };
		const content = (node: object) => ({ post: { zh_cn: { title: '', content: [[node]] } } });
		expect(await post({ msg_type: 'post', content: content(at) })).toMatchObject({ code: 0 });
		expect(last()?.content).toContain('"text":"Tom"');
		const link = { tag: 'a', text: 'x', href: 'nolink' };
		expect(await post({ msg_type: 'post', content: content(link) })).toMatchObject({ code: 9499 });
	});
});
