import type { App } from '../../../../feishu/api/app';
import {
	BUTTON_PROPERTY,
	openButton,
	sealDecision,
	type Decision,
	type DecisionButton,
} from '../../../../feishu/im/sendAndWait/sealedDecision';
import type { EventEnvelope } from '../../../../feishu/events/eventEnvelope';
import { object, text, type JsonObject } from '../../../../feishu/json';
import { wait } from '../../../../feishu/api/wait';
import type { BareContext } from '../../client/bareRequest';
import { changeClickedCard } from './lateCard';
import { tell, type Told } from './tellExecution';

/** The platform waits 3 s for the answer to a click; the rest is for the way. */
const ANSWER_WITHIN_MS = 2_300;

export interface DecisionCall {
	/** Of the trigger: the same app as the one that asked. */
	app: App;
	envelope: EventEnvelope;
	/** The trigger. */
	context: BareContext;
	/** When the click came; milliseconds since 1970. */
	now: number;
	/** Milliseconds from then until the platform must have an answer; less in tests. */
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
	const button = openButton(call.app, sealed);
	if (!button) return toast('error', 'This card was made with another app secret and can not be answered any more');
	if (button.until !== undefined && call.now > button.until) return toast(...WORDS.over);
	const decision = sealDecision(call.app, decisionOf(call.envelope, button, call.now));
	const told = tell(call.context, button.url, decision, call.now).catch(() => NOT_TOLD);
	const left = (call.answerWithinMs ?? ANSWER_WITHIN_MS) - (Date.now() - call.now);
	const late = wait(left).then(() => undefined);
	const inTime = await Promise.race([told, late]);
	if (inTime) return answerTo(call, inTime);
	void told.then(async (result) => {
		if (result.verdict !== 'recorded') return warn(call, result);
		const clicked = { token: text(call.envelope.event.token), messageId: messageIdOf(call.envelope) };
		await changeClickedCard({ ...call, tenant: call.envelope.tenant_key }, clicked, result.card);
	});
	return toast('info', 'Your answer is on its way…');
}

type Result = Awaited<ReturnType<typeof tell>>;
type Unrecorded = Exclude<Told['verdict'], 'recorded'>;

const NOT_TOLD: Result = { verdict: 'unreachable', heard: '' };

/** What people are told when nothing was recorded, or nobody knows. */
const WORDS: Readonly<Record<Unrecorded, readonly [kind: ToastKind, words: string]>> = {
	over: ['warning', 'This has been answered already, or the time for it is over'],
	notApprover: ['warning', 'Only the people chosen for it can answer this'],
	userIdUnknown: [
		'warning',
		'Only the people chosen for it can answer this. If you are one of them: they were chosen by user ID, which the app can read only with the scope contact:user.employee_id:readonly.',
	],
	refused: ['error', 'This card does not belong to the question'],
	unreachable: ['error', 'The workflow could not be reached. Its n8n must be able to call its own webhook address.'],
	unsure: ['warning', 'Your answer may have been recorded already, but n8n did not confirm it'],
};

/** Whoever clicked has been told, and there is nothing to mend. */
const EXPECTED: ReadonlySet<Unrecorded> = new Set(['over', 'notApprover']);

function answerTo(call: DecisionCall, result: Result): JsonObject {
	if (result.verdict === 'recorded') {
		return { ...toast('success', `Recorded: ${result.label}`), card: { type: 'raw', data: result.card } };
	}
	if (!EXPECTED.has(result.verdict)) warn(call, { ...result, verdict: result.verdict });
	return toast(...WORDS[result.verdict]);
}

/** For those who run this n8n: what whoever clicked was not told, or can't mend. */
function warn({ context, envelope }: DecisionCall, { verdict, heard }: { verdict: Unrecorded; heard: string }): void {
	const words = `A click on a card of Send and Wait was not confirmed: ${WORDS[verdict][1]}`;
	context.logger.warn(words, { verdict, heard, message_id: messageIdOf(envelope) });
}

type ToastKind = 'info' | 'success' | 'warning' | 'error';

function toast(type: ToastKind, content: string): JsonObject {
	return { toast: { type, content } };
}

function messageIdOf({ event }: EventEnvelope): string {
	return text(object(event.context).open_message_id);
}

function decisionOf(envelope: EventEnvelope, { wait, choice }: DecisionButton, now: number): Decision {
	const { event, tenant_key: tenant } = envelope;
	const operator = object(event.operator);
	const theirs = text(operator.tenant_key);
	return {
		wait,
		choice,
		operator: {
			open_id: text(operator.open_id),
			union_id: text(operator.union_id),
			user_id: text(operator.user_id),
		},
		...(theirs !== '' && tenant !== '' && theirs !== tenant && { foreign: true }),
		form: object(object(event.action).form_value),
		message_id: messageIdOf(envelope),
		at: now,
	};
}
