/** The page of Drive and wikis: what a person sees of both, with uploads, folders and sharing. */
import { html, render } from 'htm/preact';
import { useCallback, useState } from 'preact/hooks';
import { request, send } from '../api.js';
import { useLive } from '../live.js';
import { PageLinks } from '../pages.js';

const part = encodeURIComponent;
const load = (self) => request(`/drive${self === '' ? '' : `?open_id=${part(self)}`}`);

/** The pages of what is no file, by its type. */
const PAGES = { bitable: '/base', sheet: '/sheets', docx: '/docx' };

/** Where something is opened here: files come down. */
const hrefOf = ({ type, token }) => {
	if (type === 'file') return `/_sim/drive/files/${part(token)}`;
	const page = PAGES[type];
	return page && `${page}/${part(token)}`;
};

async function upload(self, folder, file) {
	const query = new URLSearchParams({ open_id: self, name: file.name, folder_token: folder });
	await request(`/drive/files?${query}`, { method: 'POST', body: file });
}

const row = (item, act) => {
	const href = hrefOf(item);
	return html`<span>${href ? html`<a href=${href}>${item.name || 'Untitled'}</a>` : item.name || 'Untitled'}
		<span class="drive-kind">${item.type} · ${item.owner}</span>
		<button type="button" class="drive-kind" onClick=${() => act.share(item)}>Share</button></span>`;
};

function Folder({ items, folder, act }) {
	const inside = items.filter((item) => !item.in_wiki && item.folder_token === folder);
	return html`<ul>
		${inside.map(
			(item) => html`<li key=${item.token} data-test-id=${`item-${item.token}`}>${row(item, act)}
				${item.type === 'folder' && html`<${Folder} items=${items} folder=${item.token} act=${act} />`}</li>`,
		)}
		<li class="drive-bar"><label class="drive-kind">Upload <input type="file" onChange=${(event) => act.upload(folder, event.target)} /></label>
			<button type="button" class="drive-kind" onClick=${() => act.folder(folder)}>+ Folder</button></li>
	</ul>`;
}

const pages = (nodes) =>
	html`<ul>${nodes.map(
		({ node_token: token, title, obj_type: type, children }) =>
			html`<li key=${token} data-test-id=${`page-${token}`}>${title || 'Untitled'}<span class="drive-kind">${type}</span>${pages(children)}</li>`,
	)}</ul>`;

function App() {
	const [problem, setProblem] = useState('');
	const [self, setSelf] = useState('');
	const onError = useCallback((error) => setProblem(error.message), []);
	const { data } = useLive(() => load(self), self, onError);
	if (!data) return html`<p class="loading">${problem || 'Loading Drive…'}</p>`;
	const who = self || data.people[0]?.open_id;
	const doing = (work) => work().then(() => setProblem(''), onError);
	const act = {
		upload: (folder, input) => input.files[0] && doing(() => upload(who, folder, input.files[0])),
		folder(folder) {
			const name = window.prompt('Name of the folder');
			if (name) void doing(() => send('POST', '/drive/folders', { open_id: who, name, folder_token: folder }));
		},
		share(item) {
			const name = window.prompt(`Share "${item.name}" with (name of a person)`);
			const person = data.people.find((one) => one.name === name);
			if (person) void doing(() => send('POST', `/drive/${part(item.token)}/members`, { open_id: person.open_id }));
			else if (name) setProblem(`Nobody is called ${name}`);
		},
	};
	return html`<main class="drive">
		<p class="drive-bar"><${PageLinks} here="/drive" />
			<label>As <select data-test-id="self" value=${self} onChange=${(event) => setSelf(event.target.value)}>
				<option value="">everybody</option>
				${data.people.map(({ open_id: id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}
			</select></label></p>
		${problem && html`<p role="alert">${problem}</p>`}
		<h1>Drive</h1>
		<${Folder} items=${data.items} folder="" act=${act} />
		<h1>Wikis</h1>
		${data.spaces.map(({ space_id: id, name, nodes }) => html`<section key=${id}><h2>${name}</h2>${pages(nodes)}</section>`)}
	</main>`;
}

render(html`<${App} />`, document.getElementById('app'));
