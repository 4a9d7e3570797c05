import { parseObject, type JsonObject } from '../json';
import { isCallback } from '../events/callback';
import { readEnvelope, type EventEnvelope } from '../events/eventEnvelope';
import type { Clock } from './clock';

/**
 * How long a callback's answer is waited for. The platform shows an error to the person after 3 s; what answers with a
 * fallback of its own at 2.5 s still comes in time.
 * @see https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication
 */
export const CALLBACK_MS = 2_700;

/** Turns of the microtask queue until the failure of an async function that throws at once is known. */
const TURNS = 3;

/** What a handler has to say to a callback. */
export interface CallbackAnswer {
	body: JsonObject;
	/** Said only when no other handler has more to say. */
	isDefault?: boolean;
}

/** An event or a callback as the connection brings it. */
export interface ConnectionEvent {
	/** The body as delivered. */
	raw: JsonObject;
	/** What stands in it; undefined when it is of no known form. */
	envelope?: EventEnvelope;
}

/** Takes an event or a callback; a callback may be answered. */
export type Handler = (event: ConnectionEvent) => Promise<CallbackAnswer | undefined> | CallbackAnswer | undefined;

/** Thrown by a handler that wants the event sent again: no failure. */
export class NotNow extends Error {
	constructor(why: string) {
		super(why);
		this.name = 'NotNow';
	}
}

/** What the platform is told of an event: 500 has it sent again. */
export interface Acknowledgment {
	code: 200 | 500;
	/** A callback's answer: base64 of its JSON. */
	data?: string;
}

/** An answer as it goes to the platform. */
interface Said {
	data: string;
	isDefault: boolean;
}

/** One handler's way with an event; `pending` until it has come to an end. */
interface Course {
	state: 'pending' | 'done' | 'failed';
	end: Promise<Said | undefined>;
}

/**
 * Hands an event to all handlers, in the same turn, and says what to acknowledge: an event as soon as they have it; a
 * callback with the first answer, a default only when all others have none or `CALLBACK_MS` have passed. One handler's
 * failure concerns no other; only when all fail is the platform asked to send the event again.
 * @returns undefined when the text is no JSON object: nobody can do anything with it, now or later
 */
export function deliver(
	text: string,
	handlers: readonly Handler[],
	clock: Clock,
	failed: (error: unknown) => void,
): Promise<Acknowledgment> | undefined {
	const event = read(text);
	if (!event) return undefined;
	const { envelope } = event;
	// Each gets its own copy: a workflow may change what it was given.
	const courses = handlers.map((handle, index) => start(handle, index === 0 ? event : (read(text) ?? event), failed));
	return envelope && isCallback(envelope) ? answer(courses, clock) : accept(courses);
}

function read(text: string): ConnectionEvent | undefined {
	const raw = parseObject(text);
	return raw && { raw, envelope: readEnvelope(raw)?.envelope };
}

function start(handle: Handler, event: ConnectionEvent, failed: (error: unknown) => void): Course {
	const course: Course = { state: 'pending', end: Promise.resolve(undefined) };
	const fail = (error: unknown) => {
		course.state = 'failed';
		failed(error);
		return undefined;
	};
	try {
		course.end = Promise.resolve(handle(event))
			.then((result) => {
				const said = result && { data: encode(result.body), isDefault: result.isDefault === true };
				course.state = 'done';
				return said;
			})
			.catch(fail);
	} catch (error) {
		fail(error);
	}
	return course;
}

async function accept(courses: readonly Course[]): Promise<Acknowledgment> {
	// What failed at once has said so when these turns are over; nothing else is waited for.
	for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve();
	return { code: codeOf(courses) };
}

async function answer(courses: readonly Course[], clock: Clock): Promise<Acknowledgment> {
	let callOff: () => void = () => undefined;
	let spare: string | undefined;
	const data = await new Promise<string | undefined>((resolve) => {
		callOff = clock.after(CALLBACK_MS, () => resolve(spare));
		for (const { end } of courses)
			void end.then((said) => {
				if (said?.isDefault) spare ??= said.data;
				else if (said) resolve(said.data);
			});
		void Promise.all(courses.map(({ end }) => end)).then(() => resolve(spare));
	});
	callOff();
	return data === undefined ? { code: codeOf(courses) } : { code: 200, data };
}

function codeOf(courses: readonly Course[]): 200 | 500 {
	return courses.length > 0 && courses.every(({ state }) => state === 'failed') ? 500 : 200;
}

function encode(result: JsonObject): string {
	return Buffer.from(JSON.stringify(result), 'utf8').toString('base64');
}
