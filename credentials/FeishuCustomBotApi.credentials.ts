import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { readBot, signedMessage } from '../feishu/im/customBot';
import { isObject } from '../feishu/json';

/** The test's way to say what the platform said: n8n compares the code of the answer. */
const refused = (value: number, message: string) => ({
	type: 'responseSuccessBody' as const,
	properties: { key: 'code', value, message },
});

/** A custom bot of a group, in Feishu or Lark: its webhook, which needs no app. */
export class FeishuCustomBotApi implements ICredentialType {
	name = 'feishuCustomBotApi';

	displayName = 'Feishu Custom Bot API';

	icon = { light: 'file:../icons/feishu.svg', dark: 'file:../icons/feishu.dark.svg' } as const;

	documentationUrl = 'https://github.com/feishu-openapi/n8n-nodes-feishu-openapi#two-minutes-to-the-first-message';

	properties: INodeProperties[] = [
		{
			displayName: 'Webhook URL',
			// Whoever knows it can write to the group, so it is hidden like a secret.
			name: 'secretWebhookUrl',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. https://open.feishu.cn/open-apis/bot/v2/hook/…',
			description:
				'In Feishu or Lark: the group → Settings → Bots → Add Bot → Custom Bot. The whole address, with its host.',
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only if Signature Verification is switched on in the settings of the bot: it stands there. Messages are signed with it.',
		},
	];

	/** Signs a message with the time of the request; it goes to the bot's own address whatever the request says. */
	async authenticate(
		credential: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { address: url, secret } = readBot(credential);
		const body: unknown = options.body;
		return {
			...options,
			baseURL: undefined,
			url,
			...(isObject(body) && { body: signedMessage(body, secret, Date.now()) }),
		};
	}

	/**
	 * A body without msg_type is refused with 19002 and writes nothing to the group, so that only the codes about the
	 * bot itself are failures.
	 */
	test: ICredentialTestRequest = {
		request: { url: '={{ $credentials.secretWebhookUrl.trim() }}', method: 'POST', body: { test: true } },
		rules: [
			refused(19001, 'Feishu does not know this custom bot: copy the Webhook URL again from the settings of the bot'),
			refused(19021, 'Feishu does not accept the signature: copy the Secret again, and check the clock of this server'),
			refused(19022, "The IP address of this server is not on the bot's list"),
		],
	};
}
