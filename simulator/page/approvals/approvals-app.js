/** The page of approvals: what waits for a person and what they started, with decisions, and forms to start one. */
import { html, render } from 'htm/preact';
import { useCallback, useState } from 'preact/hooks';
import { request, send } from '../api.js';
import { useLive } from '../live.js';
import { StartForm } from './start-form.js';
import { PageLinks } from '../pages.js';

const part = encodeURIComponent;
const load = (self) => request(`/approvals${self === '' ? '' : `?open_id=${part(self)}`}`);

/** Addresses of files as they open here: an app gets them with a host, and with ampersands escaped a second time. */
const hereOf = (text) => text.replaceAll('\\u0026', '&').replace(/^http:\/\/\/(?=approval\/files\/)/, '/');

/** Rows with the names of their columns; of a group its parts. */
function shown(value) {
	if (Array.isArray(value)) return value.map(shown).join(', ');
	if (typeof value !== 'object' || value === null) return hereOf(String(value ?? ''));
	if ('name' in value && 'value' in value) return `${value.name}: ${shown(value.value)}`;
	return Object.values(value).map(shown).join(' ');
}

const values = (form) =>
	html`<dl>${form.map(({ id, name, value, currency }) => html`<dt key=${id}>${name}</dt><dd>${shown(value)} ${currency ?? ''}</dd>`)}</dl>`;

const history = (timeline) =>
	html`<p class="approvals-quiet">${timeline
		.map(({ type, name, comment }) => [type, name, comment && `“${comment}”`].filter(Boolean).join(' '))
		.join(' → ')}</p>`;

function Decision({ instance, task, people, act }) {
	const [comment, setComment] = useState('');
	const decide = (deed, more = {}) =>
		act.decide(instance, { task_id: task.id, open_id: task.open_id, deed, comment, ...more });
	return html`<div class="approvals-bar" data-test-id=${`task-${task.id}`}>
		<span>${task.node}: ${task.name}</span>
		<input placeholder="Comment" value=${comment} onInput=${(event) => setComment(event.target.value)} />
		<button type="button" onClick=${() => decide('approve')}>Approve</button>
		<button type="button" onClick=${() => decide('reject')}>Reject</button>
		<select value="" aria-label="Hand on to" onChange=${(event) => decide('transfer', { to: event.target.value })}>
			<option value="">Hand on to…</option>
			${people.map(({ open_id: id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}
		</select>
	</div>`;
}

function Approval({ instance, self, people, act }) {
	const waiting = instance.tasks.filter(
		({ status, open_id: id }) => status === 'PENDING' && (self === '' || id === self),
	);
	const mayWithdraw = instance.status === 'PENDING' && (self === '' || instance.starter === self);
	return html`<article class="approvals-card" data-test-id=${`approval-${instance.instance_code}`}>
		<div class="approvals-bar"><strong>${instance.approval_name}</strong>
			<span data-test-id="status">${instance.reverted ? 'REVERTED' : instance.status}</span>
			<span class="approvals-quiet">${instance.serial_number} · ${instance.starter_name} · <code>${instance.approval_code}</code></span>
			${mayWithdraw && html`<button type="button" class="approvals-quiet" onClick=${() => act.withdraw(instance)}>Withdraw</button>`}</div>
		${values(instance.form)}
		${history(instance.timeline)}
		${waiting.map((task) => html`<${Decision} key=${task.id} instance=${instance} task=${task} people=${people} act=${act} />`)}
	</article>`;
}

const isFor = (self) => (instance) =>
	instance.tasks.some(({ status, open_id: id }) => status === 'PENDING' && (self === '' || id === self));

function App() {
	const [problem, setProblem] = useState('');
	const [self, setSelf] = useState('');
	const onError = useCallback((error) => setProblem(error.message), []);
	const { data } = useLive(() => load(self), self, onError);
	if (!data) return html`<p class="loading">${problem || 'Loading approvals…'}</p>`;
	const { people, definitions, instances } = data;
	const doing = (work) => work.then(() => setProblem(''), onError);
	const path = ({ instance_code: code }) => `/approvals/instances/${part(code)}`;
	const act = {
		decide: (instance, deed) => doing(send('POST', `${path(instance)}/decisions`, deed)),
		withdraw: (instance) => doing(send('POST', `${path(instance)}/withdraw`, {})),
	};
	const start = (asked) =>
		doing(send('POST', '/approvals/instances', { ...asked, open_id: self || people[0]?.open_id }));
	const list = (all) =>
		all.map(
			(one) => html`<${Approval} key=${one.instance_code} instance=${one} self=${self} people=${people} act=${act} />`,
		);
	const waiting = instances.filter(isFor(self));
	return html`<main class="approvals">
		<p class="approvals-bar"><${PageLinks} here="/approvals" />
			<label>As <select data-test-id="self" value=${self} onChange=${(event) => setSelf(event.target.value)}>
				<option value="">everybody</option>
				${people.map(({ open_id: id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}
			</select></label></p>
		${problem && html`<p role="alert">${problem}</p>`}
		<${StartForm} definitions=${definitions.filter(({ status }) => status === 'ACTIVE')} people=${people} onStart=${start} />
		<h1>To decide</h1>
		${waiting.length > 0 ? list(waiting) : html`<p class="approvals-quiet">Nothing waits.</p>`}
		<h1>Others</h1>
		${list(instances.filter((one) => !waiting.includes(one)))}
	</main>`;
}

render(html`<${App} />`, document.getElementById('app'));
