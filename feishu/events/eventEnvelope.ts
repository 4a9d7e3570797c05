import { isObject, object, text, type JsonObject } from '../json';

/**
 * Event envelopes: versions 1.0 and 2.0 and the flat legacy card callback, read into one shape.
 * Source: https://open.feishu.cn/document/ukTMukTMukTM/uUTNz4SN1MjL1UzM (event structure)
 */

/** `legacy-card` is the flat body of `card.action.trigger_v1`, which has no envelope. */
export type EnvelopeSchema = '1.0' | '2.0' | 'legacy-card';

export interface EventEnvelope {
	schema: EnvelopeSchema;
	event_type: string;
	/** `header.event_id` (2.0) or `uuid` (1.0); empty when the platform sent none. */
	event_id: string;
	/** ISO 8601 in UTC; null when the platform sent no readable time. */
	create_time: string | null;
	/** Empty when the envelope names no app (some 1.0 events). */
	app_id: string;
	tenant_key: string;
	/** The payload as delivered. */
	event: JsonObject;
}

/** An envelope with what only the verification needs. */
export interface ReadEnvelope {
	envelope: EventEnvelope;
	/** The verification token that came along; never part of an output. */
	token: string;
}

/**
 * Milliseconds since 1970 from any of the units that the platform uses without saying so: seconds (with or without
 * a fraction, as in `ts` of 1.0), milliseconds (most of 2.0) or microseconds (card callbacks). The units cannot be
 * confused: today's time has 10, 13 and 16 digits in them.
 * @returns null when the value is no such time
 */
export function toMilliseconds(value: unknown): number | null {
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const digits = String(value).trim();
	if (!/^\d{1,16}(\.\d{1,9})?$/.test(digits)) return null;
	const number = Number(digits);
	if (number >= 1e14) return Math.floor(number / 1000);
	if (number >= 1e11) return Math.floor(number);
	return Math.floor(number * 1000);
}

/** The same as ISO 8601 in UTC with milliseconds, or null. */
export function toIsoTime(value: unknown): string | null {
	const milliseconds = toMilliseconds(value);
	return milliseconds === null ? null : new Date(milliseconds).toISOString();
}

/**
 * Reads any known envelope.
 * @returns undefined when the body is none, or names no event type
 */
export function readEnvelope(body: JsonObject): ReadEnvelope | undefined {
	const read = 'schema' in body ? readV2(body) : isLegacyCard(body) ? readLegacyCard(body) : readV1(body);
	return read.envelope.event_type === '' ? undefined : read;
}

/** The legacy card callback: flat, with an `action`, and neither `schema` nor an event inside. */
export function isLegacyCard(body: JsonObject): boolean {
	return isObject(body.action) && !('schema' in body) && !('event' in body) && text(body.open_message_id) !== '';
}

function readV2(body: JsonObject): ReadEnvelope {
	const header = object(body.header);
	return {
		token: text(header.token),
		envelope: {
			schema: '2.0',
			event_type: text(header.event_type),
			event_id: text(header.event_id),
			create_time: toIsoTime(header.create_time),
			app_id: text(header.app_id),
			tenant_key: text(header.tenant_key),
			event: object(body.event),
		},
	};
}

function readV1(body: JsonObject): ReadEnvelope {
	const event = object(body.event);
	return {
		token: text(body.token),
		envelope: {
			schema: '1.0',
			// `type` outside is always "event_callback"; a body of another type is no event.
			event_type: body.type === 'event_callback' ? text(event.type) : '',
			event_id: text(body.uuid),
			create_time: toIsoTime(body.ts),
			app_id: text(event.app_id),
			tenant_key: text(event.tenant_key),
			event,
		},
	};
}

function readLegacyCard(body: JsonObject): ReadEnvelope {
	return {
		token: '',
		envelope: {
			schema: 'legacy-card',
			event_type: 'card.action.trigger_v1',
			// Here `token` is the one-time update token of this click ("c-…"): the only thing that tells two clicks apart.
			event_id: text(body.token),
			create_time: null,
			app_id: '',
			tenant_key: text(body.tenant_key),
			event: body,
		},
	};
}
