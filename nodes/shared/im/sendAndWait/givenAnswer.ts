import type { IDataObject } from 'n8n-workflow';

import { answeredCard, personTag, type Outcome } from '../../../../feishu/im/sendAndWait/decisionCards';
import type { Choice, Operator } from '../../../../feishu/im/sendAndWait/sealedDecision';
import type { JsonObject } from '../../../../feishu/json';
import { escapeMarkdown } from '../../../../feishu/markdown';
import type { Input } from './inputs';
import type { Wait } from './state';

/** An answer, however it came. */
export interface Answer {
	choice: Choice;
	/** Who; unknown behind a link. */
	operator?: Operator;
	/** What was entered, by the names of the inputs; as `entered` gives it. */
	form: JsonObject;
	/** Milliseconds since 1970. */
	at: number;
}

/** What the node gives: `data` as n8n's own nodes have it, and beside it who answered what. */
export function answerOutput(wait: Wait, { choice, operator, form, at }: Answer): IDataObject {
	const given: IDataObject =
		wait.responseType === 'approval'
			? { approved: choice === 'approve' }
			: wait.responseType === 'freeText'
				? { text: form.text as string }
				: (Object.fromEntries(wait.inputs.map(({ name, label }) => [label, form[name]])) as IDataObject);
	return {
		data: { ...given, respondedAt: new Date(at).toISOString() },
		...(operator && { operator: { ...operator } }),
		message_id: wait.messageId,
		chat_id: wait.chatId,
		answered_in: wait.answerIn,
	};
}

/** The card once it is answered. What does not fit into it is left out. */
export function answerCard(wait: Wait, { choice, operator, form, at }: Answer): JsonObject {
	const outcome: Outcome = {
		label: wait.labels[choice] ?? '',
		color: COLORS[choice],
		openId: operator?.open_id,
		at,
		answers: wait.inputs.map((input) => ({ name: input.label, value: shown(input, form[input.name]) })),
	};
	try {
		return answeredCard(wait.question, outcome);
	} catch {
		return answeredCard(wait.question, { ...outcome, answers: [] });
	}
}

const COLORS: Readonly<Record<Choice, Outcome['color']>> = { approve: 'green', decline: 'red', answer: 'green' };

/** A value as the card shows it: choices by their words, people by their names. */
function shown(input: Input, value: unknown): string {
	const values = (Array.isArray(value) ? value : [value]).filter((one) => one !== null);
	return values.map((one) => shownOne(input, one)).join(', ') || '–';
}

function shownOne({ kind, options }: Input, value: unknown): string {
	if (typeof value === 'boolean') return value ? '☑' : '☐';
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	if (kind === 'person' && text.startsWith('ou_')) return personTag(text);
	return escapeMarkdown(options?.find((option) => option.value === text)?.text ?? text);
}
