import { randomUUID } from 'node:crypto';

import { sleep } from 'n8n-workflow';

import { networkCode, networkFailure } from '../../../../feishu/api/network';
import { DECISION_FIELD, type Verdict } from '../../../../feishu/im/sendAndWait/verdict';
import { parseObject } from '../../../../feishu/json';
import { bareRequest, type BareContext } from '../../client/bareRequest';

/** An execution may still be on its way into the database when somebody clicks at once. */
const SETTLES_WITHIN_MS = 1_700;
const RETRY_EVERY_MS = 250;
const MOST_FAILURES = 3;
/** With what two addresses may take after it, less than the 30 minutes for which a click's token changes the card. */
const RETRY_WITHIN_MS = 60_000;

/** Where n8n's production concurrency limit is reached, n8n answers only once it has room for the execution. */
const ANSWER_WITHIN_MS = 10 * 60_000;

/** Where n8n listens unless told otherwise: used when its public address can't be reached from itself. */
const LOCAL_N8N = 'http://127.0.0.1:5678';

/** What came of a decision: what the waiting execution says to it, or that nobody said anything certain. */
export type Told = Verdict | { verdict: 'unreachable' | 'unsure' };

/** What is known of an errand that may need several tries. */
interface Errand {
	context: BareContext;
	addresses: readonly string[];
	/** An earlier try may have been delivered, although no answer came back. */
	doubtful: boolean;
	/** For the log: what came from where. Never a whole address, which holds n8n's signature. */
	heard: Map<string, string>;
}

/**
 * Brings a decision to the waiting execution, which takes one only, so that telling it twice does no harm. Tries again
 * while the execution is about to wait and where nothing came back, but not after a timeout: n8n may hold the decision
 * until it has room, and each further one would queue up behind it.
 * @param address that resumes the execution
 * @param clickedAt milliseconds since 1970
 * @returns what came of it, and what was heard on the way
 */
export async function tell(
	context: BareContext,
	address: string,
	decision: string,
	clickedAt: number,
): Promise<Told & { heard: string }> {
	const errand: Errand = {
		context,
		addresses: isResumeAddress(address) ? [...new Set([address, locally(address)])] : [],
		doubtful: false,
		heard: new Map(),
	};
	const told = errand.addresses.length > 0 ? await run(errand, decision, clickedAt) : REFUSED;
	return { ...told, heard: [...errand.heard].map(([origin, words]) => `${origin}: ${words}`).join(', ') };
}

const OVER: Told = { verdict: 'over' };
const REFUSED: Told = { verdict: 'refused' };
const UNREACHABLE: Told = { verdict: 'unreachable' };
const UNSURE: Told = { verdict: 'unsure' };

async function run(errand: Errand, decision: string, clickedAt: number): Promise<Told> {
	const form = multipart(DECISION_FIELD, decision);
	const elapsed = () => Date.now() - clickedAt;
	for (let failures = 0; ; await sleep(RETRY_EVERY_MS)) {
		const result = await goRound(errand, form);
		if (result === 'busy') {
			// One that has gone on is busy as well: only at first may it be one that has just asked.
			if (failures > 0 || elapsed() + RETRY_EVERY_MS > SETTLES_WITHIN_MS) return doubted(errand, OVER);
		} else if (result === 'nothing') {
			failures += 1;
			if (failures > MOST_FAILURES || elapsed() > RETRY_WITHIN_MS) return errand.doubtful ? UNSURE : UNREACHABLE;
		} else return result;
	}
}

/** Somebody else has answered, unless that was an earlier try of ours. */
function doubted({ doubtful }: Errand, told: Told): Told {
	return doubtful && told.verdict === 'over' ? UNSURE : told;
}

/** One try at each address. What something in front of n8n may have said counts only where nobody knows better. */
async function goRound(errand: Errand, form: Form): Promise<Told | 'busy' | 'nothing'> {
	let perhaps: Told | undefined;
	for (const address of errand.addresses) {
		const { said, certain, delivered, timedOut, words } = await ask(errand.context, address, form);
		errand.heard.set(new URL(address).origin, words);
		if (said === 'busy') return said;
		if (said && certain) return doubted(errand, said);
		if (said) perhaps ??= doubted(errand, said);
		if (delivered) errand.doubtful = true;
		if (timedOut) return UNSURE;
	}
	return perhaps ?? 'nothing';
}

/** How one address answered. */
interface Reading {
	said?: Told | 'busy';
	/** It is n8n that says so. */
	certain?: true;
	/** Without an answer of n8n, the decision may have come to it. */
	delivered?: boolean;
	timedOut?: boolean;
	/** For the log. */
	words: string;
}

async function ask(context: BareContext, address: string, form: Form): Promise<Reading> {
	try {
		return read(await bareRequest(context, { method: 'POST', url: address, ...form, timeoutMs: ANSWER_WITHIN_MS }));
	} catch (error) {
		const code = networkCode(error);
		// Where it is no failure of the network, n8n itself did not send it.
		if (code === undefined) return { words: 'not sent' };
		return { delivered: networkFailure(code).delivered, timedOut: code === CLIENT_TIMEOUT, words: code };
	}
}

/** The code of n8n's HTTP client for an answer that took too long; a connection that is not made has ETIMEDOUT. */
const CLIENT_TIMEOUT = 'ECONNABORTED';

/** By which gateways say that n8n takes too long. */
const GATEWAY_TIMEOUTS: ReadonlySet<number> = new Set([504, 524]);

/** n8n answers for an execution that is over in several ways, of which a page with status 200 is one. */
function read({ status, body }: { status: number; body: string }): Reading {
	const words = `HTTP ${status}`;
	const answer = parseObject(body);
	if (status === 200 && answer && 'verdict' in answer)
		return { said: answer as unknown as Verdict, certain: true, words };
	if (status === 409) return { said: /running already/.test(body) ? 'busy' : OVER, certain: true, words };
	if (status === 200 || (status === 404 && answer)) return { said: OVER, words };
	if (status === 401 || status === 403) return { said: UNREACHABLE, words };
	// Two decisions at the same moment: n8n gives 500 to the one that is too late, and 409 when it asks again.
	const isOwnTrouble = status === 500 && answer !== undefined;
	return { delivered: status >= 500 && !isOwnTrouble, timedOut: GATEWAY_TIMEOUTS.has(status), words };
}

/**
 * Whether this is an address at which n8n resumes executions: `…/<execution>/<node>`. The card says where to, and
 * whoever has the app secret can make one; no other path is ever posted to. Any host, because n8n's own may differ from
 * process to process, and one trigger may serve the cards of several n8n.
 */
function isResumeAddress(address: string): boolean {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	return url !== undefined && /^https?:$/.test(url.protocol) && /\/\d+\/[^/]+$/.test(url.pathname);
}

function locally(address: string): string {
	const { pathname, search } = new URL(address);
	return `${LOCAL_N8N}${pathname}${search}`;
}

type Form = ReturnType<typeof multipart>;

/** n8n takes nothing but a form where the node asks for one. */
function multipart(name: string, value: string) {
	const boundary = `feishu-${randomUUID()}`;
	const lines = [`--${boundary}`, `Content-Disposition: form-data; name="${name}"`, '', value, `--${boundary}--`, ''];
	return { body: lines.join('\r\n'), headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` } };
}
