import { randomUUID } from 'node:crypto';

import { sleep, type ICredentialDataDecryptedObject } from 'n8n-workflow';

import {
	BUTTON_PROPERTY,
	openButton,
	sealDecision,
	type Decision,
	type DecisionButton,
	type SealKey,
} from '../../../feishu/decisions';
import type { EventEnvelope } from '../../../feishu/events/envelope';
import { object, parseObject, text, type JsonObject } from '../../../feishu/json';
import type { HttpPost } from '../../../feishu/longConnection';
import { changeClickedCard } from '../sendAndWait/lateCard';
import { sealKeyOf } from '../sendAndWait/state';
import { DECISION_FIELD, type Verdict } from '../sendAndWait/webhook';

/** The platform waits 3 s for the answer to a click; the rest is for the way. */
const ANSWER_WITHIN_MS = 2_300;

/** An execution may still be on its way into the database when somebody clicks at once. */
const SETTLES_WITHIN_MS = 5_000;
const RETRY_EVERY_MS = 250;
const MOST_FAILURES = 3;

/** Where n8n listens unless told otherwise: used when its public address can't be reached from itself. */
const LOCAL_N8N = 'http://127.0.0.1:5678';

export interface DecisionCall {
	/** Of the trigger: the same app as the one that asked. */
	credentials: ICredentialDataDecryptedObject;
	envelope: EventEnvelope;
	/** n8n's HTTP helper. Rejects only when there is no answer. */
	post: HttpPost;
	/** Milliseconds since 1970. */
	now: number;
	/** Milliseconds until the platform must have an answer; less in tests. */
	answerWithinMs?: number;
}

/**
 * Decisions under way or just made, by event. Several triggers of an app may get the same click; it is told once.
 * Only saves work: who decides is settled by the waiting execution alone.
 */
const recent = new Map<string, { at: number; answer: Promise<JsonObject> }>();
const RECENT_MS = 60_000;

/**
 * Answers the click in a card of Send and Wait: tells the waiting execution, and the platform what the card is now.
 * A late answer of n8n changes the card afterwards. Never rejects.
 * @returns the answer to the callback; undefined for any other event, which the trigger is to handle
 */
export async function answerDecision(call: DecisionCall): Promise<JsonObject | undefined> {
	const { envelope, now } = call;
	if (envelope.event_type !== 'card.action.trigger') return undefined;
	const sealed = object(object(envelope.event.action).value)[BUTTON_PROPERTY];
	if (typeof sealed !== 'string') return undefined;
	for (const [id, { at }] of recent) if (now - at > RECENT_MS) recent.delete(id);
	const known = envelope.event_id === '' ? undefined : recent.get(envelope.event_id);
	if (known) return await known.answer;
	const answer = decide(call, sealed);
	if (envelope.event_id !== '') recent.set(envelope.event_id, { at: now, answer });
	return await answer;
}

async function decide(call: DecisionCall, sealed: string): Promise<JsonObject> {
	const key = sealKeyOf(call.credentials);
	const button = openButton(key, sealed);
	if (!button) return toast('error', 'This card was made with another app secret and can not be answered any more');
	if (button.until !== undefined && call.now > button.until) return OVER;
	const told = tell(call, key, button).catch(() => UNREACHABLE);
	const late = sleep(call.answerWithinMs ?? ANSWER_WITHIN_MS).then(() => undefined);
	const verdict = await Promise.race([told, late]);
	if (verdict) return answerTo(verdict);
	void told.then(async ({ card }) => {
		if (card) await changeClickedCard(call, text(call.envelope.event.token), card);
	});
	return toast('info', 'Your answer is being recorded…');
}

type Result = Verdict | { verdict: 'unreachable'; card?: undefined };

const UNREACHABLE: Result = { verdict: 'unreachable' };

const OVER = toast('warning', 'This has been answered already, or the time for it is over');

function answerTo({ verdict, ...recorded }: Result): JsonObject {
	if (verdict === 'over') return OVER;
	if (verdict === 'notApprover') return toast('warning', 'Only the people chosen for it can answer this');
	if (verdict === 'refused') return toast('error', 'This card does not belong to the question');
	if (verdict === 'unreachable')
		return toast('error', 'The workflow could not be reached. Its n8n must be able to call its own webhook address.');
	const { card, label } = recorded as Verdict;
	return { ...toast('success', `Recorded: ${label ?? ''}`), ...(card && { card: { type: 'raw', data: card } }) };
}

function toast(type: 'info' | 'success' | 'warning' | 'error', content: string): JsonObject {
	return { toast: { type, content } };
}

function decisionOf({ event }: EventEnvelope, { wait, choice }: DecisionButton, now: number): Decision {
	const operator = object(event.operator);
	return {
		wait,
		choice,
		operator: {
			open_id: text(operator.open_id),
			union_id: text(operator.union_id),
			user_id: text(operator.user_id),
		},
		form: object(object(event.action).form_value),
		message_id: text(object(event.context).open_message_id),
		at: now,
	};
}

/** Brings the decision to the waiting execution, and tries again while that is about to wait or n8n has trouble. */
async function tell({ envelope, post, now }: DecisionCall, key: SealKey, button: DecisionButton): Promise<Result> {
	const form = multipart(DECISION_FIELD, sealDecision(key, decisionOf(envelope, button, now)));
	const addresses = [button.url, locally(button.url)];
	for (let failures = 0; ; ) {
		const result = await attempt(post, addresses, form);
		if (result !== 'troubled' && result !== 'busy') return result;
		if (result === 'troubled') failures += 1;
		if (failures > MOST_FAILURES) return UNREACHABLE;
		// One that has gone on is busy as well: only one that has just asked is waited for.
		const settling = Date.now() - button.sentAt < SETTLES_WITHIN_MS && failures === 0;
		if (result === 'busy' && !settling) return { verdict: 'over' };
		await sleep(RETRY_EVERY_MS);
	}
}

type Form = ReturnType<typeof multipart>;

async function attempt(
	post: HttpPost,
	addresses: string[],
	{ body, headers }: Form,
): Promise<Result | 'busy' | 'troubled'> {
	for (const address of addresses) {
		try {
			const result = read(await post(address, body, headers));
			if (result) return result;
		} catch {
			// Nobody answers there.
		}
	}
	return 'troubled';
}

/**
 * n8n answers for an execution that is over in several ways, of which a page with status 200 is one.
 * @returns undefined for what n8n does not say: a proxy stands there, or something else
 */
function read({ status, body }: { status: number; body: string }): Result | 'busy' | 'troubled' | undefined {
	const answer = parseObject(body);
	if (status === 200) return answer && 'verdict' in answer ? (answer as unknown as Verdict) : { verdict: 'over' };
	if (status === 401 || status === 403) return { verdict: 'refused' };
	if (!answer) return undefined;
	if (status === 404) return { verdict: 'over' };
	if (status === 409) return /running already/.test(body) ? 'busy' : { verdict: 'over' };
	// Two decisions at the same moment: n8n gives 500 to the one that is too late, and 409 when it asks again.
	return status >= 500 ? 'troubled' : undefined;
}

function locally(address: string): string {
	const { pathname, search } = new URL(address);
	return `${LOCAL_N8N}${pathname}${search}`;
}

/** n8n takes nothing but a form where the node asks for one. */
function multipart(name: string, value: string) {
	const boundary = `feishu-${randomUUID()}`;
	const lines = [`--${boundary}`, `Content-Disposition: form-data; name="${name}"`, '', value, `--${boundary}--`, ''];
	return { body: lines.join('\r\n'), headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` } };
}
