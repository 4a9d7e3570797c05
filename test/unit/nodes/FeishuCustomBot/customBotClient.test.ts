/** How a message leaves n8n. The engine tests do the same in the real n8n-core, on this machine only. */
import { NodeApiError, type IExecuteFunctions, type IHttpRequestOptions, type JsonObject } from 'n8n-workflow';

import { DEFAULT_CLIENT_OPTIONS } from '../../../../nodes/shared/client/client';
import { CUSTOM_BOT_CREDENTIAL, CustomBotClient } from '../../../../nodes/FeishuCustomBot/customBotClient';
import { rejectionOf } from '../../../support/feishuCalls';

const HOOKS = {
	Feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/fake-hook',
	Lark: 'https://open.larksuite.com/open-apis/bot/v2/hook/fake-hook',
};

const node = { name: 'Bot', credentials: { [CUSTOM_BOT_CREDENTIAL]: { id: 'cred-1', name: 'Alerts' } } };

/** A client whose requests a test answers. */
function clientFor(secretWebhookUrl: string, answer: (options: IHttpRequestOptions) => object) {
	const requests: IHttpRequestOptions[] = [];
	const getCredentials = jest.fn(async () => ({ secretWebhookUrl, secret: 'fake-secret' }));
	const context = {
		getNode: () => node,
		getCredentials,
		getExecutionCancelSignal: () => undefined,
		helpers: {
			httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) => {
				requests.push(options);
				return answer(options);
			},
		},
	} as unknown as IExecuteFunctions;
	return { bot: new CustomBotClient(context, DEFAULT_CLIENT_OPTIONS), requests, getCredentials };
}

const ok = () => ({ statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"code":0}' });

it.each(Object.entries(HOOKS))('posts to the bot of %s, and to nobody else', async (_region, url) => {
	const { bot, requests, getCredentials } = clientFor(url, ok);
	await bot.send({ msg_type: 'text', content: { text: '1' } });
	await bot.send({ msg_type: 'text', content: { text: '2' } });
	expect(requests.map(({ method, url: to, disableFollowRedirect }) => [method, to, disableFollowRedirect])).toEqual([
		['POST', url, true],
		['POST', url, true],
	]);
	expect(requests.map(({ body }) => body)).toEqual(['1', '2'].map((text) => ({ msg_type: 'text', content: { text } })));
	expect(getCredentials).toHaveBeenCalledTimes(1);
});

it('passes on what n8n itself refuses, without the address', async () => {
	const { bot } = clientFor(HOOKS.Feishu, ({ url }) => {
		const cause = Object.assign(new Error(`Not allowed: ${url}`), { config: { url } });
		throw new NodeApiError(node as never, cause as unknown as JsonObject, { message: cause.message });
	});
	const error = await rejectionOf(bot.send({ msg_type: 'text' }));
	expect(error).toMatchObject({ name: 'NodeOperationError', message: 'Not allowed: …' });
	expect(JSON.stringify(error)).not.toContain('fake-hook');
});
