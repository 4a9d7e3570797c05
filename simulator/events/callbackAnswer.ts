import type { Attempt, Delivery } from './push';

export interface Toast {
	type: 'info' | 'success' | 'error' | 'warning';
	content: string;
}

/** A problem with the answer, as the client shows it. */
export class AnswerError extends Error {
	constructor(
		readonly code: number,
		message: string,
	) {
		super(message);
	}
}

const TOAST_TYPES: readonly string[] = ['info', 'success', 'error', 'warning'];

/** Why no answer came. Source: https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/handle-card-callbacks */
const NO_ANSWER: Record<string, { code: number; msg: string }> = {
	TimeoutError: { code: 200341, msg: 'The app did not answer within 3 seconds' },
	ENOTFOUND: { code: 200343, msg: 'The host of the request URL was not found' },
	EAI_AGAIN: { code: 200343, msg: 'The host of the request URL was not found' },
};
const NO_CONNECTION = { code: 200342, msg: 'The request URL could not be connected to' };

/** What the app answered with HTTP 200: an object, empty when it said nothing. Throws AnswerError. */
export function readAnswer({ status, attempts }: Delivery): Record<string, unknown> {
	if (attempts.length === 0 && status !== 'failed')
		throw new AnswerError(200340, 'The app has no request URL for callbacks, or has not added this one');
	const attempt: Attempt | undefined = attempts[attempts.length - 1];
	if (!attempt || attempt.status === 0) {
		const { code, msg } = NO_ANSWER[attempt?.cause ?? ''] ?? NO_CONNECTION;
		throw new AnswerError(code, msg);
	}
	if (attempt.status !== 200) throw new AnswerError(200671, `The app answered HTTP ${attempt.status}, not 200`);
	return parseAnswer(attempt.body);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const badBody = (why: string) => new AnswerError(200672, `The app's answer is not of the right form: ${why}`);

function parseAnswer(body: string): Record<string, unknown> {
	// An empty answer acknowledges the click as `{}` does.
	if (body.trim() === '') return {};
	let answer: unknown;
	try {
		answer = JSON.parse(body);
	} catch {
		throw badBody('it is not JSON');
	}
	if (!isObject(answer)) throw badBody('it is not an object');
	return answer;
}

/** Throws AnswerError 200672. */
export function readToast(toast: unknown): Toast | undefined {
	if (toast === undefined || toast === null) return undefined;
	if (!isObject(toast)) throw badBody('toast is not an object');
	const { type = 'info', content, i18n } = toast;
	if (typeof type !== 'string' || !TOAST_TYPES.includes(type))
		throw badBody(`toast.type is none of ${TOAST_TYPES.join(', ')}`);
	const words = content ?? (isObject(i18n) ? (i18n.en_us ?? i18n.zh_cn ?? Object.values(i18n)[0]) : undefined);
	if (typeof words !== 'string') throw badBody('toast.content is not a string');
	return { type: type as Toast['type'], content: words };
}

/** The content of an interactive message with this card. Throws AnswerError 200672. */
export function readCard(card: unknown): Record<string, unknown> | undefined {
	if (card === undefined || card === null) return undefined;
	if (!isObject(card) || !isObject(card.data)) throw badBody('card is not {type, data}');
	if (card.type === 'raw') return card.data;
	if (card.type === 'template') return { type: 'template', data: card.data };
	throw badBody('card.type is neither raw nor template');
}
