import { isRateLimited, isTemporary, isTokenRefused, type CallHistory } from '../api/call';
import type { CallFailure } from '../api/envelope';
import { allScopesOf, SCOPE_USES } from '../api/scopeSets';
import { AILY } from './aily';
import { APPROVALS, approvalsAsApp } from './approvals';
import { asPerson } from './asPerson';
import { BASES } from './bases';
import { BATCH } from './batch';
import { CARD_PARTS, cardPartAdvice } from './cardParts';
import { CALENDARS } from './calendars';
import { callerAdvice, type Caller } from './callers';
import { CARDS } from './cards';
import { CHATS } from './chats';
import { CONTACTS } from './contacts';
import { DATA } from './data';
import { DOCUMENTS } from './documents';
import { DRIVE } from './drive';
import { DRIVE_WORK } from './driveWork';
import { FILES } from './files';
import { GATEWAY } from './gateway';
import { MESSAGES } from './messages';
import { NETWORK } from './networkAdvice';
import { NAMED_SCOPE, SENSES } from './senses';
import { SHEET_PARTS } from './sheetParts';
import { SHEETS } from './sheets';
import { TASKS } from './tasks';
import { TOKENS } from './tokenAdvice';
import { credential, say, setup, type Advice, type Cause } from './words';

export type { Caller } from './callers';
export type { Advice, Cause } from './words';

/** What is said of each code of the platform. Later tables have the last word. */
export const ADVICE: ReadonlyMap<number, Advice> = new Map([
	...TOKENS,
	...GATEWAY,
	...MESSAGES,
	...FILES,
	...BATCH,
	...CARD_PARTS,
	...CARDS,
	...CHATS,
	...CONTACTS,
	...BASES,
	...DATA,
	...DOCUMENTS,
	...DRIVE,
	...DRIVE_WORK,
	...SHEETS,
	...APPROVALS,
	...CALENDARS,
	...SHEET_PARTS,
	...AILY,
	...TASKS,
]);

const ofTokens = new Map(TOKENS);

/** What is said when no token was given. */
export function tokenAdvice(code: number | undefined): Advice | undefined {
	return code === undefined ? undefined : (ofTokens.get(code) ?? ADVICE.get(code));
}

/** What an error shows: a message in the user's words, and a description with everything needed to mend it. */
export interface Explanation {
	message: string;
	description: string;
	cause?: Cause;
	/** Milliseconds, with a cause that a wait can help. */
	retryAfterMs?: number;
}

export interface ExplainContext {
	/** As whom the call was made. */
	caller?: Caller;
	/** Scopes that the operation needs, in case the platform does not name them. */
	scopes?: readonly string[];
	/** The developer console's page of the app. */
	consoleUrl?: string;
	/** Words of its own for what means something else here than elsewhere. */
	adviceOf?(failure: CallFailure): Advice | undefined;
	/** What else is to be known about it. */
	notes?: readonly string[];
}

/** Puts a failure into words. Never holds a token, a secret or a request body. */
export function explain(failure: CallFailure, history: CallHistory, context: ExplainContext = {}): Explanation {
	const missing = missingScopes(failure, context);
	const advice = context.adviceOf?.(failure) ?? missing?.advice ?? adviceFor(failure, context.caller);
	const lines = [
		sentence(advice.hint),
		...(missing?.lines ?? []),
		...historyLines(failure, advice.isFinal ? { ...history, unrepeatable: undefined } : history),
		...(context.notes ?? []),
		...failure.fieldViolations.map((one) => `Field '${one.field}': ${one.description || 'not accepted'}`),
		missing ? '' : quotes(failure, advice),
		reference(failure),
		failure.troubleshooter ? `Feishu's own diagnosis: ${failure.troubleshooter}` : '',
	];
	return {
		message: advice.message,
		description: lines.filter((line) => line !== '').join('\n'),
		cause: advice.cause ?? (isTemporary(failure) && !advice.isFinal ? 'temporarily-unavailable' : undefined),
		retryAfterMs: history.refusedWaitMs,
	};
}

function adviceFor(failure: CallFailure, caller: Caller = 'app'): Advice {
	if (failure.kind === 'network') return networkAdvice(failure.msg);
	const known = callerAdvice(caller, failure.code) ?? knownAdvice(failure);
	if (known) return caller === 'person' ? asPerson(known) : known;
	if (isRateLimited(failure))
		return {
			message: 'Feishu asks to slow down',
			hint: 'Send fewer requests at a time, or raise the longest wait in Request Options',
			cause: 'rate-limited',
		};
	if (isTokenRefused(failure))
		return credential(
			'Feishu does not accept the access token',
			'Check App ID, App Secret and Region in the credential',
		);
	if (failure.kind === 'code')
		return say(
			failure.msg ? `Feishu says: ${failure.msg}` : `Feishu refused the call with code ${failure.code}`,
			'Look the code up in the error list of the endpoint in the Feishu documentation',
		);
	if (failure.kind === 'noFile')
		return setup(
			'The platform answered with data, not with a file',
			'Ask for the answer as data, or check the address',
		);
	if (failure.kind === 'unreadable')
		return say('The answer of the platform broke off', 'It could not be read to its end; a proxy may be the reason');
	if (failure.status === 404)
		return setup(
			'The platform does not know this address',
			'Check path and method; an unknown path and a wrong method both end here',
		);
	if (failure.status !== undefined && failure.status >= 300 && failure.status < 400)
		return setup(
			'The platform sends the call on to another address',
			'It was not followed, because what is secret would go along: check the Region or the Base URL in the credential',
		);
	if ((failure.status ?? 0) >= 500)
		return say('The platform failed to answer', 'It, or a proxy before it, has a problem for the moment');
	return setup(
		'Something other than the platform answered',
		'A proxy, a login page or a wrong Base URL may be the reason',
	);
}

function knownAdvice(failure: CallFailure): Advice | undefined {
	if (failure.code === undefined) return undefined;
	const [, , sense] = SENSES.find(([code, words]) => code === failure.code && words.test(failure.msg)) ?? [];
	return sense ?? cardPartAdvice(failure) ?? ADVICE.get(failure.code);
}

/** Words for an error of the network, by its code. */
export function networkAdvice(code: string): Advice {
	if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return NETWORK.get('CERT') ?? say(code, '');
	return (
		NETWORK.get(code) ??
		say(
			'The platform could not be reached',
			'Check the internet connection of this server, its proxy, and the Region or Base URL in the credential',
		)
	);
}

function historyLines(failure: CallFailure, history: CallHistory): string[] {
	const lines: string[] = [];
	if (history.refusedWaitMs !== undefined) {
		lines.push(
			`Feishu asks to wait ${seconds(history.refusedWaitMs)}, which goes beyond the limit set in Request Options → Longest Wait.`,
		);
	}
	if (history.attempts > 1) lines.push(`Tried ${history.attempts} times over ${seconds(history.waitedMs)}.`);
	if (isTokenRefused(failure) && history.renewed) lines.push('A new token was fetched and refused as well.');
	if (history.unrepeatable) lines.push('It may have been carried out all the same, so it was not sent again.');
	return lines;
}

/** An endpoint's own refusal, to an app and to a person alike. */
const OWN_REFUSAL = 230027;

/** The person has not granted a scope. */
const NOT_GRANTED = 99991679;

/** Who lacks a scope, by the code that says so. */
const LACKING: ReadonlyMap<number | undefined, string> = new Map([
	[99991672, 'The app lacks the scope'],
	[99991676, 'The access token lacks the scope'],
	[NOT_GRANTED, 'The person has not granted the scope'],
	// Only where the words name it: the endpoint's own refusal, as of messages in groups.
	[OWN_REFUSAL, 'The app lacks the scope'],
]);

/** A scope that is missing by its name, and where to add it. The platform's words would say the same once more. */
function missingScopes(failure: CallFailure, context: ExplainContext): { advice: Advice; lines: string[] } | undefined {
	const named = NAMED_SCOPE.exec(failure.msg)?.[1];
	const code = failure.code === OWN_REFUSAL && context.caller === 'person' ? NOT_GRANTED : failure.code;
	const lacking = failure.code === OWN_REFUSAL && named === undefined ? undefined : LACKING.get(code);
	const scopes = named !== undefined ? [named] : failure.scopes.length > 0 ? failure.scopes : (context.scopes ?? []);
	// What the operation names first asks for least.
	const scope = context.scopes?.find((one) => scopes.includes(one)) ?? scopes[0];
	if (lacking === undefined || scope === undefined) return undefined;
	const where = failure.helps[0] ?? context.consoleUrl;
	const others = scopes.filter((one) => one !== scope);
	const add = where ? `Add it here: ${where}` : 'Add it';
	const isPersons = code === NOT_GRANTED;
	const known = adviceFor({ ...failure, code }, context.caller);
	return {
		advice: {
			...known,
			message: `${lacking} ${scope}`,
			hint: isPersons ? `${howToGrant(scopes, context.caller)}. The app needs it as well. ${add}` : add,
		},
		lines: [isPersons ? approvalsAsApp(scope) : sentence(known.hint), insteadOf(others)],
	};
}

/** More of them would not be read. */
const MOST_USES = 4;

/** How a person comes to grant one of these. */
function howToGrant(scopes: readonly string[], caller: Caller | undefined): string {
	if (caller === 'accessToken') return 'Take a token of a login that has it';
	const uses = SCOPE_USES.filter(({ value }) => allScopesOf(value).some((scope) => scopes.includes(scope)));
	const names = uses.length > MOST_USES ? 'what it is for' : uses.map(({ name }) => `'${name}'`).join(' or ');
	return `In the credential, ${names === '' ? '' : `choose ${names} under 'Use For', or where that is done already, `}add it under 'More Scopes', and connect again`;
}

function insteadOf(others: readonly string[]): string {
	if (others.length === 0) return '';
	return `Instead of it, ${others.length === 1 ? 'this' : 'one of these'} will do: ${others.join(', ')}.`;
}

/** The platform's own words, unless the message says them already. */
function quotes(failure: CallFailure, advice: Advice): string {
	if (failure.kind === 'network' || failure.msg === '' || advice.message.includes(failure.msg)) return '';
	return failure.kind === 'http' ? `The answer began: ${failure.msg}` : `Feishu's words: ${failure.msg}`;
}

function reference(failure: CallFailure): string {
	const parts = [
		failure.code !== undefined ? `code ${failure.code}` : '',
		failure.code === undefined && failure.status !== undefined ? `HTTP ${failure.status}` : '',
		failure.kind === 'network' && failure.msg ? failure.msg : '',
		failure.logId ? `log id ${failure.logId}` : '',
	].filter((part) => part !== '');
	return parts.length > 0 ? `(${parts.join(', ')})` : '';
}

function seconds(ms: number): string {
	const rounded = Math.max(1, Math.round(ms / 1000));
	return rounded >= 120 ? `${Math.round(rounded / 60)} minutes` : `${rounded} s`;
}

function sentence(text: string): string {
	return text === '' || /[.!?]$|https?:\/\/\S+$/.test(text) ? text : `${text}.`;
}
