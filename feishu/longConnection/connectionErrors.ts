import { networkAdvice } from '../advice';
import { credential, say, setup, type Advice, type Cause } from '../advice/words';

/** Codes of our own, beside the platform's numbers. */
export type LongConnectionCode =
	| number
	/** The runtime has no WebSocket. */
	| 'no-websocket'
	/** The platform was not reached at all. */
	| 'unreachable'
	/** Something that is not the endpoint's answer. */
	| 'unreadable'
	/** There was an address, but no connection to it. */
	| 'handshake'
	/** As often as the platform allows, a lost connection was tried again. */
	| 'gave-up';

/** Why there is no long connection. Message and hint are fit to be shown: they hold no secret, address or ticket. */
export class LongConnectionError extends Error {
	/** How to mend it; a sentence. */
	readonly hint: string;

	/** In n8n's words. */
	readonly reason?: Cause;

	constructor(
		advice: Advice,
		readonly code: LongConnectionCode,
		/** True when trying again is of no use until somebody has changed something. */
		readonly final: boolean,
	) {
		super(advice.message);
		this.name = 'LongConnectionError';
		this.hint = /[.!?]$/.test(advice.hint) ? advice.hint : `${advice.hint}.`;
		this.reason = advice.cause;
	}
}

/** Recognizes an error of any copy of this module (a package may be loaded twice in one process). */
export function isLongConnectionError(error: unknown): error is LongConnectionError {
	return error instanceof Error && error.name === 'LongConnectionError';
}

const copyAgain =
	'Copy App ID and App Secret again into the credential, from Credentials & Basic Info in the developer console, and check that Feishu and Lark are not mixed up';
const again = 'This passes by itself; if it stays, ask the support of the open platform';

const badCredentials = credential('Feishu does not accept the App ID with this App Secret', copyAgain);
const busy: Advice = {
	message: 'Feishu is too busy for a long connection at the moment',
	hint: again,
	cause: 'temporarily-unavailable',
};

/**
 * What the endpoint answers, with words. 1, 403, 514, 1000040343, 1000040344 and 1000040350 stand in the official SDKs; the rest
 * has been seen from the platform.
 * @see https://github.com/larksuite/oapi-sdk-go/blob/v3_main/ws/const.go
 * @see https://github.com/bytedance/deer-flow/pull/1535 1000040351
 * @see https://github.com/chenhg5/cc-connect/issues/312 1000040346
 */
const REFUSALS: ReadonlyMap<number, Advice> = new Map([
	[1, busy],
	[
		403,
		setup(
			'Feishu does not let this app use the long connection',
			'Only self-built apps may. Check in the developer console that the app is enabled and a version of it is published; for a store app, take the Feishu Webhook Trigger',
		),
	],
	[514, badCredentials],
	[1000040343, busy],
	[1000040344, credential('Feishu received no App ID or no App Secret', copyAgain)],
	[1000040345, badCredentials],
	[1000040346, credential('Feishu does not know this App ID', copyAgain)],
	[
		1000040350,
		setup(
			'This app already has as many long connections as Feishu allows (50)',
			'Stop other programs and servers that are connected with the same app, or make an app of its own for this n8n. Connections that broke off may still count for a while',
		),
	],
	[
		1000040351,
		credential(
			"The app belongs to the other of Feishu and Lark than the credential's region",
			'Choose the other Region in the credential: Lark for an app of open.larksuite.com, Feishu for an app of open.feishu.cn',
		),
	],
]);

const RETRIED: ReadonlySet<number> = new Set([1, 1000040343]);

/** A refusal with the platform's code; HTTP status other than 200 may pass, unless the code is known not to. */
export function refused(code: number, msg: string, status: number): LongConnectionError {
	const known = REFUSALS.get(code);
	const advice =
		known ??
		say(
			'Feishu refused the long connection',
			'Check in the developer console that the app is self-built, enabled, and that a version of it is published',
		);
	const words = msg === '' ? '' : `${msg}, `;
	const shown = { ...advice, hint: `${advice.hint}. (Feishu's answer: ${words}code ${code})` };
	return new LongConnectionError(shown, code, known || status === 200 ? !RETRIED.has(code) : false);
}

/** No answer from the endpoint. @param code of the network */
export function unreachable(code: string): LongConnectionError {
	const advice = networkAdvice(code);
	return new LongConnectionError({ ...advice, message: `${advice.message} (${code})` }, 'unreachable', false);
}

/** The endpoint did not answer within its time. */
export function unanswered(seconds: number): LongConnectionError {
	return new LongConnectionError(
		say(
			`The platform did not answer within ${seconds} seconds`,
			'Check the internet connection of this server, its proxy, and the Region or Base URL in the credential',
		),
		'unreachable',
		false,
	);
}

/** The endpoint gave an address that the runtime's WebSocket does not take. */
export function badAddress(): LongConnectionError {
	return new LongConnectionError(
		say("The platform gave an address that can't be connected to", 'Check the Base URL in the credential'),
		'unreadable',
		false,
	);
}

/** An answer that is not the endpoint's. */
export function unreadable(status: number): LongConnectionError {
	return new LongConnectionError(
		say(
			`Something other than the long connection's endpoint answered (HTTP ${status})`,
			'A proxy, a login page or a wrong Base URL in the credential may be the reason',
		),
		'unreadable',
		false,
	);
}

/**
 * The WebSocket did not open. The platform says why in headers of its refusal (`Handshake-Status`, `Handshake-Msg`,
 * `Handshake-Autherrcode`), which the runtime's WebSocket does not show; the endpoint, which is asked again before each
 * try, mostly says the same in its code.
 */
export function handshakeFailed(host: string): LongConnectionError {
	return new LongConnectionError(
		say(
			`The long connection to ${host} could not be opened`,
			'Check that a firewall or proxy lets WebSocket connections (wss) to this host through, and that the app is not connected 50 times already',
		),
		'handshake',
		false,
	);
}

export function gaveUp(tries: number): LongConnectionError {
	return new LongConnectionError(
		say(
			`The long connection was lost and could not be made again in ${tries} ${tries === 1 ? 'try' : 'tries'}`,
			'Check the internet connection of this server, then activate the workflow again',
		),
		'gave-up',
		false,
	);
}

export function noWebSocket(): LongConnectionError {
	return new LongConnectionError(
		setup(
			'The long connection needs Node.js 22 or newer',
			'The Node.js that runs this n8n has no WebSocket: update it, or take the Feishu Webhook Trigger',
		),
		'no-websocket',
		true,
	);
}
