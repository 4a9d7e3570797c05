/**
 * Words for people: what happened, and what to do about it.
 * @see https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code
 */
export interface Advice {
	/** What happened, in the user's words. */
	message: string;
	/** How to mend it. */
	hint: string;
	cause?: Cause;
	/** The platform has refused it for good, although its code is that of what passes. */
	isFinal?: true;
}

/** Names that n8n gives to causes. */
export type Cause =
	| 'rate-limited'
	| 'quota-exhausted'
	| 'temporarily-unavailable'
	| 'credential-invalid'
	| 'configuration-invalid';

/** A code that says different things: the platform's words tell which of them is meant. */
export type Sense = readonly [code: number, words: RegExp, advice: Advice];

/** Codes with their words: one row is all it takes to explain another one. */
export type AdviceRows = ReadonlyArray<readonly [code: number, advice: Advice]>;

export const publish =
	'After a change in the developer console, create a version of the app and publish it; until then nothing changes';
export const anotherAppsId =
	'An open_id belongs to one app: take the id from this app, or use a union_id, user_id or e-mail address';

/** Whoever is to get something, where an ID says so. */
export const receiverHint = `Check that the ID is of the chosen kind: chats oc_…, people ou_… (open_id) or on_… (union_id), or an e-mail address. ${anotherAppsId}`;

export const credential = (message: string, hint: string): Advice => ({ message, hint, cause: 'credential-invalid' });
export const setup = (message: string, hint: string): Advice => ({ message, hint, cause: 'configuration-invalid' });
export const say = (message: string, hint: string): Advice => ({ message, hint });
/** Refused for good under a code that mostly means what passes. */
export const final = (advice: Advice): Advice => ({ ...advice, isFinal: true });
/** Something passes by itself. */
export const soon = (message: string, hint: string): Advice => ({ message, hint, cause: 'temporarily-unavailable' });
/** More was asked for in a while than there is. */
export const slower = (message: string, hint = 'Raise the longest wait in Request Options'): Advice => ({
	message,
	hint,
	cause: 'rate-limited',
});
export const notFound = (what: string, hint: string): Advice =>
	setup(`${what} does not exist, or this app can't see it`, hint);
