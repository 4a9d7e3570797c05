import type { CallFailure } from './envelope';

/** Codes with which a connection fails before anything was sent. */
const BEFORE_SENDING: ReadonlySet<string> = new Set([
	'ENOTFOUND',
	'EAI_AGAIN',
	'ECONNREFUSED',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EADDRNOTAVAIL',
]);

/** Codes of this machine's disk and of misused functions, which say nothing about the network. */
const LOCAL = /^(ENOENT|ENOSPC|EROFS|EDQUOT|EISDIR|ERR_INVALID_\w+)$/;

/** An HTTP client's word for a request that its own caller gave up. */
const CANCELLED = 'ERR_CANCELED';

interface Coded {
	code?: unknown;
	cause?: unknown;
	isAxiosError?: unknown;
}

/** The network's code of an error, looked for along its causes; undefined when it is none of the network's. */
export function networkCode(error: unknown): string | undefined {
	for (const one of causes(error)) {
		if (typeof one.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(one.code) && !LOCAL.test(one.code)) return one.code;
		if (one.isAxiosError === true) return 'UNKNOWN';
	}
	return undefined;
}

export function isCancelled(error: unknown): boolean {
	return (
		networkCode(error) === CANCELLED ||
		causes(error).some((one) => one instanceof Error && one.name === 'CancelledError')
	);
}

/** First error of that name along the causes; names survive where a package is loaded twice, classes do not. */
export function findCause<T extends Error>(error: unknown, name: string): T | undefined {
	return causes(error).find((one): one is T => one instanceof Error && one.name === name);
}

/** A failure without an answer. Its message is the code alone: the client's own words may hold the address. */
export function networkFailure(code: string, delivered = !isBeforeSending(code)): CallFailure {
	return { kind: 'network', delivered, msg: code, scopes: [], fieldViolations: [], helps: [] };
}

function isBeforeSending(code: string): boolean {
	return BEFORE_SENDING.has(code) || /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code);
}

function causes(error: unknown): Coded[] {
	const chain: Coded[] = [];
	let one = error;
	while (typeof one === 'object' && one !== null && chain.length < 6) {
		chain.push(one);
		one = (one as Coded).cause;
	}
	return chain;
}
