import type { IHttpRequestOptions } from 'n8n-workflow';

import { FeishuCustomBotApi } from '../../../credentials/FeishuCustomBotApi.credentials';
import { startSimulator, type Simulator } from '../../../simulator';
import { rejectionOf } from '../../support/feishuCalls';

const type = new FeishuCustomBotApi();
const HOOK = 'https://open.larksuite.com/open-apis/bot/v2/hook/fake-hook';

const authenticate = async (options: IHttpRequestOptions, credential: object = {}) =>
	await type.authenticate({ secretWebhookUrl: HOOK, secret: '', ...credential }, options);

describe('authenticate', () => {
	it('signs with the time of the request', async () => {
		const before = Math.floor(Date.now() / 1000);
		const { body } = await authenticate({ url: HOOK, body: { msg_type: 'text' } }, { secret: ' fake-secret ' });
		expect(body).toEqual({
			timestamp: expect.stringMatching(/^\d+$/),
			sign: expect.stringMatching(/^[\w+/]{43}=$/),
			msg_type: 'text',
		});
		expect(Number((body as { timestamp: string }).timestamp)).toBeGreaterThanOrEqual(before);
	});

	it('adds nothing without a secret', async () => {
		const { body } = await authenticate({ url: HOOK, body: { msg_type: 'text' } });
		expect(body).toEqual({ msg_type: 'text' });
	});

	it('sends to the bot, whatever the request says', async () => {
		const given = { baseURL: 'https://other.example.com', url: '/elsewhere', body: { msg_type: 'text' } };
		expect(await authenticate(given)).toMatchObject({ baseURL: undefined, url: HOOK });
	});

	it('refuses what is no address of a custom bot', async () => {
		const error = await rejectionOf(authenticate({ url: '' }, { secretWebhookUrl: 'https://example.com/fake-hook' }));
		expect(error.message).toBe("The 'Webhook URL' of the credential is not that of a custom bot");
	});
});

describe('the test', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator();
	});

	afterAll(async () => await simulator.close());

	/** The test as n8n makes it: the first rule whose code the answer has is the failure. */
	async function tryOut(secretWebhookUrl: string, secret = ''): Promise<string | undefined> {
		const { method, body } = type.test.request;
		const { url, ...options } = await authenticate({ url: '', method, body }, { secretWebhookUrl, secret });
		const answer = await fetch(url, { method, body: JSON.stringify(options.body) });
		const { code } = (await answer.json()) as { code: number };
		const rule = type.test.rules?.find(({ properties }) => properties.value === code);
		return rule?.properties.message;
	}

	const signed = () => simulator.customBots.find(({ secret }) => secret !== undefined);
	const plain = () => simulator.customBots.find(({ secret }) => secret === undefined);

	it('passes for bots with and without a signature, and writes nothing to their groups', async () => {
		const before = simulator.store.messages.size;
		expect(await tryOut(plain()?.url ?? '')).toBeUndefined();
		expect(await tryOut(signed()?.url ?? '', signed()?.secret)).toBeUndefined();
		expect(simulator.requests).toHaveLength(2);
		expect(simulator.requests.map(({ code }) => code)).toEqual([19002, 19002]);
		expect(simulator.store.messages.size).toBe(before);
	});

	it('tells a bot that is not there', async () => {
		expect(await tryOut(`${simulator.url}/open-apis/bot/v2/hook/fake-hook`)).toContain('copy the Webhook URL again');
	});

	it('tells a wrong secret', async () => {
		expect(await tryOut(signed()?.url ?? '', 'fake-secret')).toContain('copy the Secret again');
	});
});

it('hides both fields', () => {
	expect(type.properties.map(({ name, typeOptions }) => [name, typeOptions?.password])).toEqual([
		['secretWebhookUrl', true],
		['secret', true],
	]);
});
