import { parseObject, type JsonObject } from '../json';
import { readAnswer, type Answer, type Outcome } from './envelope';

/** The objects that an answer sent one after the other, in their order. What is no object is left out. */
function eventsIn(body: string): JsonObject[] {
	return body
		.split(/\r?\n\r?\n/)
		.map((event) =>
			event
				.split(/\r?\n/)
				.filter((line) => line.startsWith('data:'))
				.map((line) => line.slice('data:'.length).trimStart())
				.join('\n'),
		)
		.flatMap((data) => {
			const object = parseObject(data);
			return object ? [object] : [];
		});
}

/**
 * The last of what an endpoint says bit by bit (Server-sent events), where each event has all that was said so far and no
 * envelope. An answer that comes whole is read as any other, and so is a refusal.
 * @see https://open.feishu.cn/document/aily-v1/data-knowledge/ask
 */
export function readLastEvent(answer: Answer): Outcome<JsonObject> {
	const last = eventsIn(answer.body).at(-1);
	const read = readAnswer(last ? { ...answer, body: JSON.stringify(last) } : answer);
	return read.ok ? { ok: true, value: read.value.data } : read;
}
