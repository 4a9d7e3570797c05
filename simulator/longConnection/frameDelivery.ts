import { randomBytes, randomUUID } from 'node:crypto';
import { DATA, type Frame, headerOf } from './frame';
import type { LongConnectionSettings } from './connectionSettings';

/** What became of one delivery; the fields of an attempt over HTTP. */
export interface Outcome {
	/** The code of the answer, an HTTP status; 0 when none came. */
	status: number;
	/** The answer's data, decoded; empty when it has none. */
	body: string;
	error?: string;
	cause?: string;
}

/** A number of 64 bits, or of the 53 that JavaScript clients can echo. */
const frameId = (wide: boolean) => randomBytes(8).readBigUInt64BE() >> (wide ? 0n : 11n);

/** The frames of one event; several when the payload is above the limit. */
export function framesOf(
	service: number,
	payload: Buffer,
	{ fragmentBytes: limit, wideIds: wide }: Pick<LongConnectionSettings, 'fragmentBytes' | 'wideIds'>,
): { messageId: string; frames: Frame[] } {
	const messageId = randomUUID();
	const traceId = randomUUID();
	const timestamp = String(Date.now());
	const sum = Math.max(1, Math.ceil(payload.length / Math.max(1, limit)));
	const size = Math.ceil(payload.length / sum);
	const frames = Array.from({ length: sum }, (_, seq): Frame => {
		const headers = { type: 'event', message_id: messageId, sum, seq, trace_id: traceId, timestamp };
		return {
			SeqID: frameId(wide),
			LogID: frameId(wide),
			service,
			method: DATA,
			headers: Object.entries(headers).map(([key, value]) => ({ key, value: String(value) })),
			payload: payload.subarray(seq * size, (seq + 1) * size),
		};
	});
	return { messageId, frames };
}

/** What is wrong with an answer as an echo of the frame that it belongs to; nothing where all is well. */
export function echoProblem(answer: Frame, frames: readonly Frame[]): string | undefined {
	const sent = frames[Number(headerOf(answer, 'seq'))];
	if (!sent) return 'the answer has the seq of no frame';
	const wrong = (['SeqID', 'LogID', 'service'] as const).find((field) => answer[field] !== sent[field]);
	if (wrong) return `the answer's ${wrong} is ${answer[wrong]}, not ${sent[wrong]}`;
	const lost = sent.headers.find(({ key, value }) => headerOf(answer, key) !== value);
	if (lost) return `the answer's header ${lost.key} is not the one that was sent`;
	const bizRt = headerOf(answer, 'biz_rt');
	return bizRt !== undefined && /^-?\d+$/.test(bizRt) ? undefined : 'the answer has no biz_rt';
}

/** An answer's payload: `{code, data?}` with base64 data; nothing for anything else. */
export function readAnswerPayload({ payload }: Frame): Outcome | undefined {
	try {
		const { code, data } = JSON.parse((payload ?? Buffer.alloc(0)).toString('utf8')) as Record<string, unknown>;
		if (typeof code !== 'number' || (data !== undefined && data !== null && typeof data !== 'string')) return undefined;
		return { status: code, body: typeof data === 'string' ? Buffer.from(data, 'base64').toString('utf8') : '' };
	} catch {
		return undefined;
	}
}
