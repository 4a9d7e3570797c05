/** The console of an app: its scopes, and the batch import that adds more. A link to a scope brings that along. */
import { html, render } from 'htm/preact';
import { useCallback, useState } from 'preact/hooks';
import { getState, request, send } from '../api.js';
import { useLive } from '../live.js';
import { PageLinks } from '../pages.js';

const [, , wanted = ''] = location.pathname.split('/');

async function load() {
	const { apps } = await getState();
	const id = wanted || apps[0]?.app_id;
	const app = await request(`/apps/${encodeURIComponent(id)}/scopes`);
	return { ...app, id, name: apps.find(({ app_id: one }) => one === id)?.name ?? id };
}

/** What the address asks for, as the text of an import. */
function asked() {
	const query = new URLSearchParams(location.search);
	const scopes = (query.get('q') ?? '').split(',').filter((scope) => scope !== '');
	const isUsers = query.get('token_type') === 'user';
	return JSON.stringify({ scopes: { tenant: isUsers ? [] : scopes, user: isUsers ? scopes : [] } }, null, 2);
}

const Scopes = ({ title, scopes }) =>
	html`<section><h2>${title}</h2>${
		scopes === null
			? html`<p>All there are</p>`
			: html`<ul>${scopes.map((scope) => html`<li key=${scope}><code>${scope}</code></li>`)}</ul>`
	}</section>`;

function App() {
	const [said, setSaid] = useState('');
	const [text, setText] = useState(asked);
	const onError = useCallback((error) => setSaid(error.message), []);
	const { data } = useLive(load, 'console', onError);
	if (!data) return html`<p class="loading">${said || 'Loading…'}</p>`;
	const publish = async () => {
		const path = `/apps/${encodeURIComponent(data.id)}`;
		const { added } = await send('POST', `${path}/scopes`, JSON.parse(text));
		await send('POST', `${path}/versions`, {});
		const all = [...added.tenant, ...added.user];
		setSaid(all.length > 0 ? `Added and published: ${all.join(', ')}` : 'The app had all of them');
	};
	return html`<main class="tasks console">
		<p class="tasks-bar"><${PageLinks} here="/app" /></p>
		<h1>${data.name}</h1>
		<p><code>${data.id}</code>, version ${data.version}</p>
		${said && html`<p role="alert">${said}</p>`}
		<section><h2>Batch import</h2>
			<textarea data-test-id="import" value=${text} onInput=${(event) => setText(event.target.value)}></textarea>
			<button type="button" onClick=${() => void publish().catch(onError)}>Add and publish a version</button></section>
		<${Scopes} title="Scopes of the app" scopes=${data.scopes} />
		<${Scopes} title="Scopes of people" scopes=${data.user_scopes} />
	</main>`;
}

render(html`<${App} />`, document.getElementById('app'));
