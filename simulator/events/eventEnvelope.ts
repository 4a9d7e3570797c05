import type { App } from '../state/apps';

/** `legacy-card`: the flat body of the old card callback, which has no envelope. */
export type Schema = '1.0' | '2.0' | 'legacy-card';

type Envelope = (
	app: App,
	fields: { eventId: string; type: string; event: object; tenantKey?: string; now: number; callback: boolean },
) => Record<string, unknown>;

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUTNz4SN1MjL1UzM */
export const ENVELOPES: Record<Schema, Envelope> = {
	'2.0': (app, { eventId, type, event, tenantKey, now, callback }) => ({
		schema: '2.0',
		header: {
			event_id: eventId,
			event_type: type,
			// Milliseconds for events, microseconds for callbacks.
			create_time: String(callback ? now * 1000 : now),
			token: app.verification_token,
			app_id: app.app_id,
			tenant_key: tenantKey,
		},
		event,
	}),
	'1.0': (app, { eventId, type, event, tenantKey, now }) => ({
		ts: (now / 1000).toFixed(7),
		uuid: eventId,
		token: app.verification_token,
		type: 'event_callback',
		event: { ...event, type, app_id: app.app_id, tenant_key: tenantKey },
	}),
	'legacy-card': (_app, { event, tenantKey }) => ({ tenant_key: tenantKey, ...event }),
};

export function withoutEventId(payload: Record<string, unknown>): Record<string, unknown> {
	const { event_id: _id, ...header } = (payload.header ?? {}) as Record<string, unknown>;
	return { ...payload, header };
}

/** Over the long connection, which knows its app, bodies of 2.0 carry an empty token. */
export function withoutToken(payload: Record<string, unknown>): Record<string, unknown> {
	return 'header' in payload ? { ...payload, header: { ...(payload.header as object), token: '' } } : payload;
}

/** The same event under another id. */
export function withEventId(payload: Record<string, unknown>, eventId: string): Record<string, unknown> {
	if ('header' in payload) return { ...payload, header: { ...(payload.header as object), event_id: eventId } };
	return { ...payload, uuid: eventId };
}
