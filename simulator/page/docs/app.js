/** The page of documents: a list, and one of them to read and write in. */
import { html, render } from 'htm/preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { getNewestDelivery } from '../api.js';
import { NameDialog } from '../bases/name-dialog.js';
import { avatar } from '../components/avatar.js';
import { StatusStrip } from '../components/status-strip.js';
import { useLive } from '../live.js';
import { Blocks } from './blocks.js';
import { addParagraph, getDocument, getDocuments, makeDocument, shareDocument, writeText } from './docs-api.js';

/** The document of the address, which has the form that it has on the platform. */
const readId = () => decodeURIComponent(/^\/docx\/([^/]+)/.exec(location.pathname)?.[1] ?? '');

async function load(id) {
	const overview = await getDocuments();
	const delivery = await getNewestDelivery(overview.apps);
	const found = id ? overview.documents.find((one) => one.document_id === id) : overview.documents[0];
	return { overview, delivery, document: found && (await getDocument(found.document_id)) };
}

const list = (documents, selected, go, onNew) =>
	html`<nav class="chats" aria-label="Documents"><ul class="bases">${documents.map(
		({ document_id: id, title, owner, blocks }) =>
			html`<li key=${id}><button type="button" class=${`chat${id === selected ? ' chat-selected' : ''}`} aria-current=${id === selected ? 'true' : undefined} data-test-id=${`document-${id}`} onClick=${() => go(id)}>
				${avatar(id, title)}
				<span class="chat-text"><span class="chat-line"><span class="chat-title">${title || 'Untitled'}</span></span>
					<span class="chat-line"><span class="chat-last">${owner} · ${blocks - 1} ${blocks === 2 ? 'block' : 'blocks'}</span></span></span>
			</button></li>`,
	)}</ul><button type="button" class="add" data-test-id="add-document" onClick=${onNew}>+ Document</button></nav>`;

const mayEdit = (access, id) => access[id] === 'edit' || access[id] === 'full_access';

function DocumentView({ document, people, act }) {
	const { document_id: id, title, owner, access, comments } = document;
	const actors = people
		.filter(({ open_id: one }) => access[one])
		.sort((a, b) => mayEdit(access, b.open_id) - mayEdit(access, a.open_id));
	const others = people.filter(({ open_id: one }) => !mayEdit(access, one));
	const [chosen, setSelf] = useState('');
	const self = actors.some(({ open_id: one }) => one === chosen) ? chosen : actors[0]?.open_id;
	const onText =
		self && mayEdit(access, self)
			? (block, text) => act('The text was not written', () => writeText(id, self, block, text))
			: undefined;
	const onAdd = async (event) => {
		event.preventDefault();
		const form = event.currentTarget;
		const { text } = Object.fromEntries(new FormData(form));
		if (await act('The paragraph was not added', () => addParagraph(id, self, text))) form.reset();
	};
	const onShare = ({ currentTarget }) => {
		const { value } = currentTarget;
		currentTarget.value = '';
		void act('The document was not shared', () => shareDocument(id, value));
	};
	return html`<main class="conversation base">
		<header class="conversation-head"><h2>${title || 'Untitled'}</h2>
			${actors.length === 0 ? html`<span class="muted">Nobody can open it but ${owner}, whose own it is.</span>` : html`<label>Act as <select data-test-id="document-user" value=${self} onChange=${(event) => setSelf(event.currentTarget.value)}>${actors.map(({ open_id: one, name }) => html`<option key=${one} value=${one} selected=${one === self}>${name}${mayEdit(access, one) ? '' : ' (reads only)'}</option>`)}</select></label>`}
			${others.length > 0 && html`<select aria-label="Share with" data-test-id="document-share" onChange=${onShare}><option value="">Share with…</option>${others.map(({ open_id: one, name }) => html`<option key=${one} value=${one}>${name}</option>`)}</select>`}
		</header>
		<div style="overflow:auto">
			<${Blocks} document=${document} names=${new Map(people.map(({ open_id: one, name }) => [one, name]))} onText=${onText} />
			${onText && html`<form class="document-add" onSubmit=${onAdd}><input name="text" required aria-label="New paragraph" placeholder="New paragraph" data-test-id="paragraph" /><button type="submit" data-test-id="add-paragraph">Add</button></form>`}
			${comments.length > 0 && html`<section class="document-comments" aria-label="Comments"><h3>Comments</h3><ul>${comments.map((comment) => html`<li key=${comment.comment_id}>${comment.quote && html`<q>${comment.quote}</q> `}${comment.replies.map(({ name, elements }) => `${name}: ${elements.map(({ text_run: run, docs_link: link }) => run?.text ?? link?.url ?? '@').join('')}`).join(' · ')}${comment.solved ? ' ✓' : ''}</li>`)}</ul></section>`}
		</div>
	</main>`;
}

function App() {
	const [problem, setProblem] = useState('');
	const [id, setId] = useState(readId);
	const [naming, setNaming] = useState(false);
	const onError = useCallback((error) => setProblem(error.message), []);
	useEffect(() => {
		const update = () => setId(readId());
		addEventListener('popstate', update);
		return () => removeEventListener('popstate', update);
	}, []);
	const { data, live } = useLive(() => load(id), id, onError);
	const act = useCallback(async (words, work) => {
		try {
			await work();
			setProblem('');
			return true;
		} catch (error) {
			setProblem(`${words}: ${error.message}`);
			return false;
		}
	}, []);
	if (!data) return html`<p class="loading" role="status">${problem || 'Loading the documents…'}</p>`;
	const { overview, delivery, document } = data;
	const go = (next) => {
		history.pushState(null, '', `/docx/${encodeURIComponent(next)}`);
		setId(next);
	};
	const [first] = overview.people;
	const onNew = (title) =>
		act('The document was not made', async () => go((await makeDocument(first?.open_id, title)).document_id));
	return html`
		<${StatusStrip} here="/docs" apps=${overview.apps} delivery=${delivery} live=${live} />
		${list(overview.documents, document?.document_id, go, () => setNaming(true))}
		${document ? html`<${DocumentView} key=${document.document_id} document=${document} people=${overview.people} act=${act} />` : html`<main class="conversation"><p class="empty">${id ? 'There is no such document.' : 'There are no documents.'}</p></main>`}
		${naming && html`<${NameDialog} label=${`New document of ${first?.name}`} onName=${onNew} onClose=${() => setNaming(false)} />`}
		${problem && html`<div class="problem" role="alert">${problem}<button type="button" onClick=${() => setProblem('')} aria-label="Dismiss">×</button></div>`}`;
}

const root = document.getElementById('app');
root.replaceChildren();
render(html`<${App} />`, root);
