import {
	NodeOperationError,
	type ICredentialsDecrypted,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type IN8nHttpFullResponse,
} from 'n8n-workflow';

import { performCall } from '../../feishu/api/call';
import type { Answer, Outcome } from '../../feishu/api/envelope';
import type { Pace } from '../../feishu/api/governor';
import {
	CUSTOM_BOT_TIER,
	hookKey,
	readBot,
	readHookAnswer,
	withoutBot,
	type CustomBot,
} from '../../feishu/im/customBot';
import type { JsonObject } from '../../feishu/json';
import type { ClientOptions } from '../shared/client/client';
import { cancelSignalOf } from '../shared/client/context';
import { readCredential } from '../shared/client/credential';
import { asText, networkOutcome, throwIfCancelled } from '../shared/client/httpAnswer';
import { Pacing } from '../shared/client/pacing';

/** The name of the credential that holds a custom bot. */
export const CUSTOM_BOT_CREDENTIAL = 'feishuCustomBotApi';

/** A custom bot, whoever writes with it. @param address is a secret, and not to be seen in the key */
const perBot = (address: string): Pace => ({ key: hookKey(address), limits: CUSTOM_BOT_TIER });

/** The bot as one execution of a node sees it. */
interface Held {
	bot: CustomBot;
	credential: ICredentialsDecrypted;
	pacing?: Pacing;
}

/** The way to a group by its custom bot. The bot's address and secret appear in nothing that comes out of it. */
export class CustomBotClient {
	private loading: Promise<Held> | undefined;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly options: ClientOptions,
	) {}

	/**
	 * Sends a message. Custom bots have no idempotency key: what may have arrived is not sent again.
	 * @param message as `legacyMessage` makes it, without a signature
	 * @throws CallError, CancelledError, InputError about the Webhook URL of the credential
	 */
	async send(message: JsonObject): Promise<void> {
		this.loading ??= this.load();
		const held = await this.loading;
		await performCall(async () => await this.post(held, message), {
			idempotent: false,
			maxAttempts: this.options.maxAttempts,
			maxWaitMs: this.options.longestWaitMs,
			cancel: cancelSignalOf(this.context),
		});
	}

	private async load(): Promise<Held> {
		const credential = await readCredential(this.context, CUSTOM_BOT_CREDENTIAL);
		const bot = readBot(credential.data);
		return { bot, credential, pacing: this.options.keepToLimits ? new Pacing(perBot(bot.address)) : undefined };
	}

	private async post({ bot, credential, pacing }: Held, message: JsonObject): Promise<Outcome<true>> {
		const cancel = cancelSignalOf(this.context);
		const options: IHttpRequestOptions = {
			method: 'POST',
			url: bot.address,
			// The credential adds the signature, with the time of this try.
			body: { ...message },
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// The message goes to the bot's own address or nowhere.
			disableFollowRedirect: true,
			timeout: this.options.timeoutMs,
		};
		try {
			const passage = await pacing?.pass(cancel);
			const answer = (await this.context.helpers.httpRequestWithAuthentication.call(
				this.context,
				CUSTOM_BOT_CREDENTIAL,
				options,
				{ credentialsDecrypted: credential },
			)) as IN8nHttpFullResponse;
			passage?.answered();
			const outcome = readWithoutBot(await asText(answer), bot);
			if (!outcome.ok) pacing?.heed(outcome.failure, this.options.longestWaitMs);
			return outcome;
		} catch (error) {
			throwIfCancelled(error, cancel);
			const outcome = networkOutcome(error);
			if (outcome) return outcome;
			// Never the error itself: it may hold the address.
			const words = withoutBot(error instanceof Error ? error.message : String(error), bot);
			throw new NodeOperationError(this.context.getNode(), words);
		}
	}
}

/** A failure in words that don't show the bot; taken out before they are shortened, so that no part of it is left. */
function readWithoutBot(answer: Answer, bot: CustomBot): Outcome<true> {
	const outcome = readHookAnswer(answer);
	if (outcome.ok) return outcome;
	const shown = readHookAnswer({ ...answer, body: withoutBot(answer.body, bot) });
	return { ok: false, failure: { ...outcome.failure, msg: shown.ok ? '' : shown.failure.msg } };
}
