/** The strip on top: the app, where its events go, and how the last one fared. */
import { html } from 'htm/preact';
import { clockTime } from '../format.js';
import { PageLinks } from '../pages.js';

const OUTCOMES = {
	delivered: { tone: 'good', words: 'delivered' },
	pending: { tone: 'wait', words: 'on its way' },
	failed: { tone: 'bad', words: 'failed' },
	no_url: { tone: 'wait', words: 'not sent, no event URL' },
	not_subscribed: { tone: 'wait', words: 'not sent, not subscribed' },
};

/** {tone, text, detail} for the last delivery of an app's event. */
export function describeDelivery(delivery) {
	if (!delivery) return { tone: 'wait', text: 'none yet', detail: 'No event has been pushed' };
	const attempts = delivery.attempts ?? [];
	const last = attempts[attempts.length - 1];
	const outcome = OUTCOMES[delivery.status] ?? { tone: 'wait', words: String(delivery.status) };
	const status = last ? (last.status ? `HTTP ${last.status}` : (last.error ?? 'no answer')) : '';
	const tries = attempts.length > 1 ? `${attempts.length} attempts` : '';
	const text = [delivery.event_type, outcome.words, status, tries].filter(Boolean).join(' · ');
	return {
		tone: outcome.tone,
		text,
		time: last?.at,
		detail: [delivery.event_id, last?.body].filter(Boolean).join('\n').slice(0, 500),
	};
}

/** {tone, label, text} for the way that an app's events take. */
export function describeRoute(app) {
	if (app?.delivery_mode !== 'longConnection')
		return { tone: app?.event_url ? 'good' : 'wait', label: 'Event URL', text: app?.event_url ?? 'not set' };
	const online = app.connections ?? 0;
	return { tone: online > 0 ? 'good' : 'bad', label: 'Long connection', text: `${online} online` };
}

/** `here` is the address of the page that shows it, `newest` the last delivery to the first app. */
export function StatusStrip({ here, apps, delivery: newest, live }) {
	const app = apps[0];
	const delivery = describeDelivery(newest);
	const route = describeRoute(app);
	return html`<header class="strip">
		<h1>Feishu simulator</h1>
		<${PageLinks} here=${here} />
		<dl>
			<div><dt>App</dt><dd title=${app?.app_id}>${app ? html`${app.name} <code>${app.app_id}</code>` : 'none'}${apps.length > 1 ? ` +${apps.length - 1}` : ''}</dd></div>
			<div class="url"><dt>${route.label}</dt><dd class=${`state-${route.tone}`} title=${route.text} data-test-id="event-url">${route.text}</dd></div>
			<div class="delivery"><dt>Last event</dt><dd class=${`state-${delivery.tone}`} title=${delivery.detail} data-test-id="last-delivery">${delivery.text}${delivery.time ? ` · ${clockTime(delivery.time)}` : ''}</dd></div>
		</dl>
		<span class=${`live state-${live ? 'good' : 'bad'}`} role="status">${live ? 'Live' : 'Reconnecting…'}</span>
	</header>`;
}
