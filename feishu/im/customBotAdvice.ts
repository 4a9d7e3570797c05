import type { Advice } from '../advice';
import { cardPartAdvice } from '../advice/cardParts';
import type { CallFailure } from '../api/envelope';

const setup = (message: string, hint: string): Advice => ({ message, hint, cause: 'configuration-invalid' });
const credential = (message: string, hint: string): Advice => ({ message, hint, cause: 'credential-invalid' });
const say = (message: string, hint: string): Advice => ({ message, hint });

const SETTINGS = 'in the settings of the custom bot (the group → Settings → Bots)';

const unreadable = say(
	'Feishu could not read the message',
	'Check the content: JSON must have the form that the documentation of custom bots shows, and 20 KB at most',
);
const badCard = say(
	'Feishu could not build the card',
	"See Feishu's words below. A custom bot's card can't call back: buttons open links only",
);
const tooLarge = say(
	'The message is too large',
	'A custom bot takes 20 KB: shorten it, or split it into several messages',
);

/**
 * Words for what a custom bot is refused. Its codes mean something else at other endpoints.
 * @see https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 */
const CODES: ReadonlyMap<number, Advice> = new Map([
	[9499, unreadable],
	[
		11231,
		setup("The group to share can't be shared here", 'A custom bot shares the group that it is in, and no other'),
	],
	[
		11232,
		{
			message: 'Feishu asks to slow down',
			hint: 'A custom bot may send 100 messages a minute and 5 a second, and fewer at busy moments such as the full and the half hour; send at another minute, or raise Tries and Longest Wait in Request Options',
			cause: 'rate-limited',
		},
	],
	[11246, badCard],
	[
		19001,
		credential(
			'Feishu does not know this custom bot',
			'It may have been removed from the group, or its address has been renewed: copy the Webhook URL again into the credential, and check that Feishu and Lark are not mixed up',
		),
	],
	[19002, unreadable],
	[
		19021,
		credential(
			'Feishu does not accept the signature',
			`Copy the secret again into the credential: it stands under Signature Verification ${SETTINGS}. If it is right, check the clock of this server: Feishu takes a deviation of an hour`,
		),
	],
	[
		19022,
		setup(
			"The server's IP address is not on the bot's list",
			`Add the address with which this server appears on the internet under IP Whitelist ${SETTINGS}`,
		),
	],
	[
		19024,
		setup(
			"The message holds none of the bot's keywords",
			`Write one of them into the text or the title, or change them under Custom Keywords ${SETTINGS}`,
		),
	],
	[19036, tooLarge],
	[230025, tooLarge],
	[230099, badCard],
]);

/** The card service's own codes. */
const CARD_CODES = /^(200\d{3}|11310|100290)$/;

const NETWORK: ReadonlyMap<string, Advice> = new Map([
	[
		'ENOTFOUND',
		say(
			"The bot's address is not known to the network",
			'Check the Webhook URL in the credential, and the DNS of this server',
		),
	],
	[
		'ECONNREFUSED',
		say(
			"The bot's host refused the connection",
			'Check the Webhook URL in the credential, and whether a firewall or proxy stands between',
		),
	],
]);

/** What a failure means for a custom bot; undefined where it means what it means everywhere. */
export function customBotAdvice({ kind, code, status = 0, msg }: CallFailure): Advice | undefined {
	if (kind === 'network') return NETWORK.get(msg);
	if (code !== undefined)
		return cardPartAdvice({ code, msg }) ?? CODES.get(code) ?? (CARD_CODES.test(String(code)) ? badCard : undefined);
	if (kind !== 'http' || status >= 500 || status === 429) return undefined;
	return setup(
		'Something other than the custom bot answered',
		'Check the Webhook URL in the credential; a proxy or a login page may be the reason as well',
	);
}
