import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { readReceivedContent } from '../../../../feishu/im/received/receivedContent';
import { isCallback, readCallback } from '../../../../feishu/events/callback';
import type { EventEnvelope } from '../../../../feishu/events/eventEnvelope';
import { headlineOf } from '../../../../feishu/events/eventHeadline';
import type { JsonObject } from '../../../../feishu/json';
import { toIsoTime } from '../../../../feishu/events/eventEnvelope';
import { isObject, object, text } from '../../../../feishu/json';

/**
 * One event as one n8n item, in one shape for every version of the envelope: `event_type`, `event_id`, `create_time`,
 * `app_id`, `tenant_key` and `event`, whose fields keep their places and names from the platform's documentation.
 * Simplified, what people want first stands above.
 * @param raw the delivered body, for `raw`
 */
export function toItem(
	envelope: EventEnvelope,
	raw: JsonObject,
	{ simple, includeRaw }: { simple: boolean; includeRaw: boolean },
): INodeExecutionData {
	const { schema, event, ...facts } = envelope;
	const json: JsonObject = simple ? simpleItem(envelope) : { ...facts, schema, event };
	if (includeRaw) json.raw = withoutVerificationToken(raw, schema);
	return { json: json as IDataObject };
}

/** What people want first stands at the top; under `event` all has the place that the platform gives it. */
function simpleItem(envelope: EventEnvelope): JsonObject {
	const { schema, event: _event, ...facts } = envelope;
	const event = simplify(envelope);
	return { ...headlineOf(envelope, event), ...facts, schema, event };
}

function simplify(envelope: EventEnvelope): JsonObject {
	if (isCallback(envelope)) return readCallback(envelope);
	const { event_type: type, event } = envelope;
	if (type !== 'im.message.receive_v1' || !isObject(event.message)) return event;
	const { message } = event;
	const { raw: _content, ...content } = readReceivedContent(
		text(message.message_type),
		message.content,
		message.mentions,
	);
	return {
		...event,
		message: {
			...message,
			create_time: toIsoTime(message.create_time) ?? message.create_time,
			...(message.update_time === undefined
				? {}
				: { update_time: toIsoTime(message.update_time) ?? message.update_time }),
			...content,
		},
	};
}

/** The verification token authenticates events where there is no Encrypt Key, so it never leaves the node. */
function withoutVerificationToken(raw: JsonObject, schema: EventEnvelope['schema']): JsonObject {
	// In a legacy card callback `token` is something else: it updates the card once.
	if (schema === 'legacy-card') return raw;
	const { token: _token, ...rest } = raw;
	if (!isObject(rest.header)) return rest;
	const { token: _headerToken, ...header } = object(rest.header);
	return { ...rest, header };
}
