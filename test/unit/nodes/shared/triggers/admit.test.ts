import { readEnvelope } from '../../../../../feishu/events/eventEnvelope';
import type { JsonObject } from '../../../../../feishu/json';
import { admit, type Arrival } from '../../../../../nodes/shared/triggers/admit';
import { readEventSettings } from '../../../../../nodes/shared/triggers/events/eventSettings';
import { withApproval } from '../../../../../nodes/shared/triggers/events/withApproval';
import { withAttachments } from '../../../../../nodes/shared/triggers/events/withAttachments';
import { APP_ID, messageEvent, NOW } from '../../../../support/events';

const settingsOf = (panel: JsonObject = {}) =>
	readEventSettings({
		getNodeParameter: (name, fallback) => (({ events: ['*'], ...panel })[name] ?? fallback) as object,
	});

const arrivalOf = (raw: JsonObject): Arrival => {
	const envelope = readEnvelope(raw)?.envelope;
	if (!envelope) throw new Error('This is no event');
	return { envelope, raw, at: NOW };
};
const message = arrivalOf(messageEvent());
const click = arrivalOf({
	schema: '2.0',
	header: { event_id: 'e1', event_type: 'card.action.trigger', app_id: APP_ID },
	event: { action: { tag: 'button' } },
});

/** Admits an event, and tells which were asked for in the memory. */
function run(arrival: Arrival, panel: JsonObject = {}, isKnown = false) {
	const asked: unknown[] = [];
	const isNew = (envelope: unknown) => {
		asked.push(envelope);
		return !isKnown;
	};
	return { admitted: admit(arrival, { settings: settingsOf(panel), appId: APP_ID, isNew }), asked };
}

it('makes the item of an event that is wanted and new', () => {
	const { admitted, asked } = run(message, { options: { includeRaw: true } });
	expect(admitted).toMatchObject({ envelope: message.envelope, bring: undefined });
	expect(admitted?.plan).toBeUndefined();
	expect(admitted?.item.json).toMatchObject({ event_type: 'im.message.receive_v1', raw: { schema: '2.0' } });
	expect(asked).toEqual([message.envelope]);
});

it('remembers nothing that a filter keeps out', () => {
	expect(run(message, { events: ['im.chat.disbanded_v1'] })).toEqual({ admitted: undefined, asked: [] });
	expect(run({ ...message, at: NOW + 3_600_000 }, { filters: { maxEventAge: 1 } }).admitted).toBeUndefined();
});

it('keeps out what has been there, unless repeats are wanted', () => {
	expect(run(message, {}, true).admitted).toBeUndefined();
	const { admitted, asked } = run(message, { options: { deduplicate: false } }, true);
	expect([admitted?.envelope, asked]).toEqual([message.envelope, []]);
});

it('plans the answer of a callback from its arrival', () => {
	expect(run(click, { answerCallbacks: 'toast', toastText: 'Got it' }).admitted?.plan).toEqual({
		by: 'trigger',
		answer: { toast: { type: 'info', content: 'Got it' } },
	});
	expect(run({ ...click, at: Date.now() - 1_000 }, { answerCallbacks: 'workflow' }).admitted?.plan).toMatchObject({
		by: 'workflow',
		withinMs: expect.any(Number) as number,
	});
});

it('brings files and approvals along, where they are wanted and there are any', () => {
	const picture = arrivalOf(messageEvent({ message: { message_type: 'image', content: '{"image_key":"img_1"}' } }));
	const approval = (event: object, type = 'approval_instance') =>
		arrivalOf({ uuid: 'u1', type: 'event_callback', event: { type, app_id: APP_ID, ...event } });
	const options = { downloadAttachments: true, includeApproval: false };
	expect(run(picture, { options }).admitted?.bring).toBe(withAttachments);
	expect(run(picture).admitted?.bring).toBeUndefined();
	expect(run(message, { options }).admitted?.bring).toBeUndefined();
	const started = approval({ instance_code: 'I1' });
	expect(run(started).admitted?.bring).toBe(withApproval);
	expect(run(started, { options }).admitted?.bring).toBeUndefined();
	expect(
		run(approval({ object: { instance_code: 'I1' } }, 'approval.instance.trip_group_update_v4')).admitted?.bring,
	).toBe(withApproval);
	expect(run(approval({ approval_code: 'A1' }, 'approval.approval.updated_v4')).admitted?.bring).toBeUndefined();
});
