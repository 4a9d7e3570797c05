import type { EventEnvelope } from '../../../../../../feishu/events/eventEnvelope';
import type { JsonObject } from '../../../../../../feishu/json';
import {
	answerOfWorkflow,
	ANSWER_WITHIN_MS,
	planCallback,
	toResponse,
	type CallbackSettings,
} from '../../../../../../nodes/shared/triggers/events/callbacks';
import { readCallbackSettings } from '../../../../../../nodes/shared/triggers/events/eventSettings';

const envelope = (event_type: string): EventEnvelope => ({
	schema: '2.0',
	event_type,
	event_id: 'e1',
	create_time: null,
	app_id: '',
	tenant_key: '',
	event: {},
});
const CLICK = envelope('card.action.trigger');
const settings = (change: Partial<CallbackSettings> = {}): CallbackSettings => ({
	by: 'workflow',
	toastType: 'warning',
	toastText: 'Later',
	...change,
});
const LATER = { toast: { type: 'warning', content: 'Later' } };
const DONE = { toast: { type: 'success', content: 'Done' } };

const byWorkflow = (of = CLICK) => {
	const plan = planCallback(of, settings(), Date.now());
	if (plan?.by !== 'workflow') throw new Error('The workflow should answer');
	return plan;
};

describe('the settings', () => {
	const read = (values: JsonObject) =>
		readCallbackSettings({ getNodeParameter: (name, fallback) => (values[name] ?? fallback) as string });

	it('start with no answer', () => expect(read({})).toEqual({ by: 'nothing', toastType: 'info', toastText: '' }));

	it('are those of the panel', () =>
		expect(read({ answerCallbacks: 'toast', toastType: 'error', toastText: ' No ' })).toEqual({
			by: 'toast',
			toastType: 'error',
			toastText: 'No',
		}));
});

describe('a plan', () => {
	it.each<[string, EventEnvelope, CallbackSettings, JsonObject]>([
		['nothing', CLICK, settings({ by: 'nothing' }), {}],
		['a toast', CLICK, settings({ by: 'toast' }), LATER],
		['no toast without words', CLICK, settings({ by: 'toast', toastText: '' }), {}],
		['a title for a link', envelope('url.preview.get'), settings({ by: 'toast' }), { inline: { title: 'Later' } }],
	])('of the trigger: %s', (_name, of, chosen, answer) =>
		expect(planCallback(of, chosen, 0)).toEqual({ by: 'trigger', answer }),
	);

	it('is for callbacks only', () =>
		expect(planCallback(envelope('im.message.receive_v1'), settings(), 0)).toBeUndefined());

	it('leaves time for the way', () => {
		const plan = (arrivedAt: number) => planCallback(CLICK, settings(), arrivedAt);
		jest.spyOn(Date, 'now').mockReturnValue(10_000);
		expect(plan(10_000)).toMatchObject({ by: 'workflow', fallback: LATER, withinMs: ANSWER_WITHIN_MS });
		expect(plan(9_300)).toMatchObject({ withinMs: ANSWER_WITHIN_MS - 700 });
		expect(plan(0)).toMatchObject({ withinMs: 0 });
		jest.restoreAllMocks();
		expect(ANSWER_WITHIN_MS).toBeLessThan(3_000);
	});

	it.each<[string, unknown, JsonObject | undefined]>([
		['bytes', toResponse(DONE), DONE],
		['an object, as a queue may give', { body: DONE, statusCode: 200 }, DONE],
		['the bytes alone', Buffer.from(JSON.stringify(DONE)), DONE],
		['an empty response, as n8n gives for a workflow that ended without one', {}, undefined],
		['a failure', { body: { message: 'Workflow execution failed' }, statusCode: 500 }, undefined],
		['bytes that are no JSON', { body: Buffer.from('<p>') }, undefined],
		['a list', { body: [1] }, undefined],
		['nothing', undefined, undefined],
	])('reads %s', (_name, response, answer) => expect(byWorkflow().read(response)).toEqual(answer));

	it('fits what it reads to the callback', () =>
		expect(byWorkflow(envelope('url.preview.get')).read(toResponse(DONE))).toEqual({ inline: { title: 'Done' } }));
});

describe('the answer of the workflow', () => {
	const byDefault = { body: LATER, isDefault: true };

	it('is what arrives in time', async () => {
		expect(await answerOfWorkflow(byWorkflow(), Promise.resolve(toResponse(DONE)))).toEqual({ body: DONE });
	});

	it('is the fallback when it is late', async () => {
		const never = new Promise<undefined>(() => undefined);
		expect(await answerOfWorkflow({ ...byWorkflow(), withinMs: 1 }, never)).toEqual(byDefault);
	});

	it('is the fallback when the execution fails', async () => {
		expect(await answerOfWorkflow(byWorkflow(), Promise.reject(new Error('cancelled')))).toEqual(byDefault);
	});

	it('is the fallback when the workflow ends without one', async () => {
		expect(await answerOfWorkflow(byWorkflow(), Promise.resolve({}))).toEqual(byDefault);
	});

	it('is nothing when there is no fallback either', async () => {
		expect(await answerOfWorkflow({ ...byWorkflow(), fallback: {} }, Promise.resolve({}))).toBeUndefined();
	});
});
