/** Codes of the endpoint and, in a header, of the handshake. */
export const REFUSALS = {
	busy: { code: 1, msg: 'system busy' },
	forbidden: { code: 403, msg: 'forbidden' },
	authFailed: { code: 514, msg: 'auth failed' },
	internal: { code: 1000040343, msg: 'internal error' },
	noCredential: { code: 1000040344, msg: 'no credential' },
	/** What public reports show for a wrong secret and for an unknown app. */
	wrongSecret: { code: 1000040345, msg: 'app_id or app_secret is invalid' },
	unknownApp: { code: 1000040346, msg: 'app_id is invalid' },
	tooMany: { code: 1000040350, msg: 'the number of connections exceeded the limit' },
	wrongDomain: { code: 1000040351, msg: 'Incorrect domain name' },
} as const;

/** A refusal that a test asks for. */
export interface Refusal {
	/** Where: the request for the address, or the WebSocket's handshake. */
	at: 'endpoint' | 'handshake';
	code: number;
	msg?: string;
	/** How often; always without it. */
	times?: number;
	/** HTTP status of the endpoint's refusal; 200 without it. The Go SDK takes any other for passing trouble. */
	http?: number;
	/** Only this app. */
	appId?: string;
}

const WORDS = new Map<number, string>(Object.values(REFUSALS).map(({ code, msg }) => [code, msg]));

export class Refusals {
	private armed: Refusal[] = [];

	add(refusal: Refusal): void {
		this.armed.push({ ...refusal });
	}

	clear(): void {
		this.armed = [];
	}

	/** The refusal for this attempt, if any; uses up one of its `times`. */
	take(at: Refusal['at'], appId: string): { code: number; msg: string; http?: number } | undefined {
		const found = this.armed.find(
			(refusal) => refusal.at === at && (refusal.appId ?? appId) === appId && refusal.times !== 0,
		);
		if (!found) return undefined;
		if (found.times !== undefined) found.times -= 1;
		return { code: found.code, msg: found.msg ?? WORDS.get(found.code) ?? 'simulated refusal', http: found.http };
	}
}
