import { randomUUID } from 'node:crypto';

export type FaultAction =
	/** At the OAuth endpoints in their shape, where words left out are those of the code. */
	| { type: 'code'; http: number; code: number; msg?: string; headers?: Record<string, string>; error?: object }
	| { type: 'raw'; http: number; contentType: string; body: string; headers?: Record<string, string> }
	/** The connection is cut and nothing is done. */
	| { type: 'dropBefore' }
	/** The work is done and the connection is cut before the answer. */
	| { type: 'dropAfter' }
	/** The real answer with its whole length in content-length, of which half is sent. */
	| { type: 'truncate' }
	| { type: 'delay'; ms: number }
	/** The request waits for this; for tests of the same process, which need not guess how long something takes. */
	| { type: 'hold'; until: Promise<unknown> }
	/** The token of this request stops being good just before it is checked. */
	| { type: 'expireToken' };

export interface Fault {
	method?: string;
	/** A path with `:params`, or with `*` for anything. */
	path: string;
	/** Requests to let through first. */
	skip?: number;
	/** Requests to hit; every one without it. */
	times?: number;
	action: FaultAction;
}

interface Armed extends Fault {
	id: string;
	matches: RegExp;
}

function toRegExp(path: string): RegExp {
	const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(`^${escaped.replace(/\*/g, '.*').replace(/:[A-Za-z_]+/g, '[^/]+')}/?$`);
}

export class Faults {
	private armed: Armed[] = [];

	add(fault: Fault): string {
		const id = randomUUID();
		this.armed.push({ ...fault, id, matches: toRegExp(fault.path) });
		return id;
	}

	clear(): void {
		this.armed = [];
	}

	/** The fault for this request, if any; uses up one of its `skip` or `times`. */
	take(method: string, path: string): FaultAction | undefined {
		for (const fault of this.armed) {
			if (fault.method !== undefined && fault.method.toUpperCase() !== method) continue;
			if (!fault.matches.test(path) || fault.times === 0) continue;
			if (fault.skip !== undefined && fault.skip > 0) {
				fault.skip -= 1;
				continue;
			}
			if (fault.times !== undefined) fault.times -= 1;
			return fault.action;
		}
		return undefined;
	}
}
