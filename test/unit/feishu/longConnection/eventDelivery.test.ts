import {
	CALLBACK_MS,
	deliver,
	type CallbackAnswer,
	type Handler,
} from '../../../../feishu/longConnection/eventDelivery';
import type { JsonObject } from '../../../../feishu/json';
import { CALLBACK, EVENT, envelope, FakeClock } from '../../../support/longConnection/connections';

const never: Handler = () => new Promise<never>(() => undefined);
const nothing: Handler = () => undefined;
const throws: Handler = () => {
	throw new Error('broken');
};
const rejects: Handler = async () => {
	throw new Error('broken');
};
const answers =
	(body: JsonObject): Handler =>
	async () => ({ body });
const byDefault =
	(body: JsonObject): Handler =>
	async () => ({ body, isDefault: true });
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

const clock = new FakeClock();
const failures: unknown[] = [];
beforeEach(() => failures.splice(0));
afterEach(() => expect(clock.pending).toBe(0));

const hand = (type: string, handlers: Handler[]) =>
	deliver(JSON.stringify(envelope(type)), handlers, clock, (error) => failures.push(error));

it('hands an event to all in the same turn, each with its own copy', () => {
	const got: JsonObject[] = [];
	const spoils: Handler = ({ raw }) => {
		got.push({ ...raw });
		delete raw.header;
		return undefined;
	};
	void hand(EVENT, [spoils, throws, spoils, spoils]);
	expect(got).toEqual([envelope(EVENT), envelope(EVENT), envelope(EVENT)]);
});

it('hands it over read, and as it is when nobody knows its form', () => {
	const got: unknown[] = [];
	const keeps: Handler = ({ envelope: read }) => void got.push(read?.event_id);
	void hand(EVENT, [keeps, keeps]);
	void deliver('{"hello":1}', [keeps], clock, () => undefined);
	expect(got).toEqual(['event-1', 'event-1', undefined]);
});

it.each<[string, Handler[], number]>([
	['one that returns nothing', [nothing], 200],
	['one that takes its time', [never], 200],
	['one that throws beside one that does not', [throws, nothing], 200],
	['one that throws beside one that takes its time', [rejects, never], 200],
	['only ones that throw', [throws, rejects], 500],
])('acknowledges an event at once: %s', async (_what, handlers, code) => {
	expect(await hand(EVENT, handlers)).toEqual({ code });
	expect(failures).toHaveLength(handlers.filter((one) => one === throws || one === rejects).length);
});

it("gives nobody's answer to an event", async () => {
	expect(await hand(EVENT, [answers({ toast: {} })])).toEqual({ code: 200 });
});

it.each<[string, Handler[], object]>([
	['the first one', [answers({ first: 1 }), answers({ second: 2 })], { code: 200, data: base64({ first: 1 }) }],
	[
		'the one that there is',
		[nothing, never, throws, answers({ 卡片: '好' })],
		{ code: 200, data: base64({ 卡片: '好' }) },
	],
	['an empty one', [answers({})], { code: 200, data: base64({}) }],
	[
		'the one of a workflow rather than a default',
		[byDefault({ first: 1 }), nothing, answers({ own: 1 })],
		{ code: 200, data: base64({ own: 1 }) },
	],
	[
		'the first default, when nobody has more to say',
		[nothing, byDefault({ first: 1 }), byDefault({ second: 2 })],
		{ code: 200, data: base64({ first: 1 }) },
	],
	['none, when nobody has one', [nothing, async () => undefined, throws], { code: 200 }],
	['a failure, when all fail', [throws, rejects], { code: 500 }],
	['a failure, when it is no JSON', [answers({ number: 1n })], { code: 500 }],
])('answers a callback with %s', async (_what, handlers, acknowledgment) => {
	expect(await hand(CALLBACK, handlers)).toEqual(acknowledgment);
});

it('answers a callback without anything when the time is over, and not with what comes later', async () => {
	let late: (answer: CallbackAnswer) => void = () => undefined;
	const told: unknown[] = [];
	const acknowledgment = hand('url.preview.get', [() => new Promise((resolve) => (late = resolve)), throws]);
	void acknowledgment?.then((content) => told.push(content));
	await clock.advance(CALLBACK_MS - 1);
	expect(told).toEqual([]);
	await clock.advance(1);
	expect(told).toEqual([{ code: 200 }]);
	late({ body: { toast: {} } });
	await clock.advance(10_000);
	expect(told).toHaveLength(1);
});

it('leaves the answer of a callback time to arrive within three seconds', () => {
	expect(CALLBACK_MS).toBeGreaterThan(2_500);
	expect(CALLBACK_MS).toBeLessThan(2_900);
});

it.each(['', 'text', '[]', '1', 'null', '{"schema":'])('hands over nothing that is no JSON object: %s', (text) => {
	const handle = jest.fn();
	expect(deliver(text, [handle], clock, () => undefined)).toBeUndefined();
	expect(handle).not.toHaveBeenCalled();
});

it('waits with a default for the others, and gives it when the time is over', async () => {
	const acknowledgment = hand(CALLBACK, [byDefault({ toast: {} }), never]);
	let told = false;
	void acknowledgment?.then(() => (told = true));
	await clock.advance(CALLBACK_MS - 1);
	expect(told).toBe(false);
	await clock.advance(1);
	expect(await acknowledgment).toEqual({ code: 200, data: base64({ toast: {} }) });
});
