/** The strip on top: the app, where its events go, and how the last one fared. */
import { html } from 'htm/preact';
import { clockTime } from '../format.js';

const OUTCOMES = {
	delivered: { tone: 'good', words: 'delivered' },
	pending: { tone: 'wait', words: 'on its way' },
	failed: { tone: 'bad', words: 'failed' },
	no_url: { tone: 'wait', words: 'not sent, no event URL' },
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

export function StatusStrip({ apps, deliveries, live }) {
	const app = apps[0];
	const delivery = describeDelivery(deliveries[deliveries.length - 1]);
	return html`<header class="strip">
		<h1>Feishu simulator</h1>
		<dl>
			<div><dt>App</dt><dd title=${app?.app_id}>${app ? html`${app.name} <code>${app.app_id}</code>` : 'none'}${apps.length > 1 ? ` +${apps.length - 1}` : ''}</dd></div>
			<div class="url"><dt>Event URL</dt><dd class=${app?.event_url ? 'state-good' : 'state-wait'} title=${app?.event_url} data-test-id="event-url">${app?.event_url ?? 'not set'}</dd></div>
			<div class="delivery"><dt>Last event</dt><dd class=${`state-${delivery.tone}`} title=${delivery.detail} data-test-id="last-delivery">${delivery.text}${delivery.time ? ` · ${clockTime(delivery.time)}` : ''}</dd></div>
		</dl>
		<span class=${`live state-${live ? 'good' : 'bad'}`} role="status">${live ? 'Live' : 'Reconnecting…'}</span>
	</header>`;
}
