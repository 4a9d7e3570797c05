/** The page of spreadsheets: their sheets as tabs, and the cells of one of them. */
import { html, render } from 'htm/preact';
import { useCallback, useState } from 'preact/hooks';
import { getNewestDelivery } from '../api.js';
import { NameDialog } from '../bases/name-dialog.js';
import { avatar } from '../components/avatar.js';
import { StatusStrip } from '../components/status-strip.js';
import { useLive } from '../live.js';
import { useAddress } from './address.js';
import { Grid } from './grid.js';
import { getCells, getOverview, makeBook, makeSheet, shareBook } from './sheets-api.js';

const PAGE_ROWS = 100;

/** The spreadsheet and the sheet of an address; the first ones where it names none. */
export function placeIn({ spreadsheets }, { token, sheet_id: id }) {
	const book = token === undefined ? spreadsheets[0] : spreadsheets.find((one) => one.token === token);
	const seen = book?.sheets.filter(({ hidden }) => !hidden) ?? [];
	return { book, sheet: book?.sheets.find((one) => one.sheet_id === id) ?? seen[0] };
}

async function load(address, offset) {
	const overview = await getOverview();
	const delivery = await getNewestDelivery(overview.apps);
	const { book, sheet } = placeIn(overview, address);
	if (!sheet) return { overview, delivery };
	const found = await getCells({ token: book.token, sheet_id: sheet.sheet_id }, { offset, limit: PAGE_ROWS });
	return { overview, delivery, found: { ...found, of: sheet.sheet_id, offset } };
}

const bookList = (books, selected, go, onNew) =>
	html`<nav class="chats" aria-label="Spreadsheets"><ul class="bases">${books.map(
		(
			book,
		) => html`<li key=${book.token}><button type="button" class=${`chat${book.token === selected ? ' chat-selected' : ''}`} data-test-id=${`book-${book.token}`}
		aria-current=${book.token === selected ? 'true' : undefined} onClick=${() => go({ token: book.token })}>
		${avatar(book.token, book.title)}
		<span class="chat-text"><span class="chat-line"><span class="chat-title">${book.title}</span></span>
			<span class="chat-line"><span class="chat-last">${book.owner} · ${book.sheets.length} ${book.sheets.length === 1 ? 'sheet' : 'sheets'}</span></span></span>
	</button></li>`,
	)}</ul><button type="button" class="add" data-test-id="add-book" onClick=${onNew}>+ Spreadsheet</button></nav>`;

const mayEdit = ({ access }, person) => access[person] === 'edit' || access[person] === 'full_access';

const pager = ({ offset, total, shown, onOffset }) => html`<span class="pager" data-test-id="pager">
	<span class="muted">Rows ${offset + 1}–${offset + shown} of ${total}</span>
	<button type="button" disabled=${offset === 0} onClick=${() => onOffset(Math.max(0, offset - PAGE_ROWS))}>‹</button>
	<button type="button" disabled=${offset + shown >= total} onClick=${() => onOffset(offset + PAGE_ROWS)}>›</button>
</span>`;

function Book({ overview, book, sheet, found, go, act, onOffset }) {
	const [chosen, setChosen] = useState(undefined);
	const [naming, setNaming] = useState(false);
	const actors = overview.people.filter(({ open_id: id }) => book.access[id]);
	const others = overview.people.filter(({ open_id: id }) => !book.access[id]);
	const first = actors.find(({ open_id: id }) => mayEdit(book, id)) ?? actors[0];
	const self = actors.some(({ open_id: id }) => id === chosen) ? chosen : first?.open_id;
	const env = { self, canEdit: mayEdit(book, self), act };
	const place = { token: book.token, sheet_id: sheet?.sheet_id };
	const onSheet = (title) =>
		act('The sheet was not made', async () => go({ token: book.token, ...(await makeSheet(book.token, title)) }));
	const onShare = ({ currentTarget }) => {
		const { value } = currentTarget;
		currentTarget.value = '';
		void act('The spreadsheet was not shared', () => shareBook(book.token, value));
	};
	return html`<main class="conversation base" aria-label=${book.title}>
		<header class="conversation-head"><h2>${book.title}</h2><span class="muted">${book.owner}</span>
			${actors.length > 0 && html`<label>Act as <select data-test-id="book-user" value=${self} onChange=${(event) => setChosen(event.currentTarget.value)}>${actors.map(({ open_id: id, name }) => html`<option key=${id} value=${id} selected=${id === self}>${name}${mayEdit(book, id) ? '' : ' (reads only)'}</option>`)}</select></label>`}
			${others.length > 0 && html`<select aria-label="Share with" data-test-id="book-share" onChange=${onShare}><option value="">Share with…</option>${others.map(({ open_id: id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}</select>`}
			<code class="muted">${book.token}</code></header>
		<nav class="tabs" aria-label="Sheets">${book.sheets.map(
			({ sheet_id: id, title, hidden }) =>
				html`<button type="button" key=${id} class="tab" aria-current=${id === sheet?.sheet_id ? 'true' : undefined} data-test-id=${`sheet-${id}`} title=${id} onClick=${() => go({ token: book.token, sheet_id: id })}>${title}${hidden ? html` <span class="muted">hidden</span>` : ''}</button>`,
		)}${env.canEdit && html`<button type="button" class="add" data-test-id="add-sheet" onClick=${() => setNaming(true)}>+ Sheet</button>`}</nav>
		${found && html`<div class="bar">${pager({ offset: found.offset, total: found.total, shown: found.rows.length, onOffset })}</div>`}
		${found && html`<${Grid} key=${found.of} found=${found} place=${place} env=${env} />`}
		${naming && html`<${NameDialog} label="New sheet" onName=${onSheet} onClose=${() => setNaming(false)} />`}
	</main>`;
}

function App() {
	const [problem, setProblem] = useState('');
	const [address, goTo] = useAddress();
	const [offset, setOffset] = useState(0);
	const [naming, setNaming] = useState(false);
	const onError = useCallback((error) => setProblem(error.message), []);
	const { data, live } = useLive(() => load(address, offset), JSON.stringify([address, offset]), onError);
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
	if (!data) return html`<p class="loading" role="status">${problem || 'Loading the spreadsheets…'}</p>`;
	const { overview, delivery, found } = data;
	const go = (next) => {
		setOffset(0);
		goTo(next);
	};
	const onBook = (title) =>
		act('The spreadsheet was not made', async () =>
			go({ token: (await makeBook(overview.people[0]?.open_id, title)).token }),
		);
	const { book, sheet } = placeIn(overview, address);
	const shown = found?.of === sheet?.sheet_id ? found : undefined;
	return html`
		<${StatusStrip} here="/sheets" apps=${overview.apps} delivery=${delivery} live=${live} />
		${bookList(overview.spreadsheets, book?.token, go, () => setNaming(true))}
		${book ? html`<${Book} key=${book.token} overview=${overview} book=${book} sheet=${sheet} found=${shown} go=${go} act=${act} onOffset=${setOffset} />` : html`<main class="conversation"><p class="empty">${address.token ? 'There is no such spreadsheet.' : 'There are no spreadsheets.'}</p></main>`}
		${naming && html`<${NameDialog} label=${`New spreadsheet of ${overview.people[0]?.name}`} onName=${onBook} onClose=${() => setNaming(false)} />`}
		${problem && html`<div class="problem" role="alert">${problem}<button type="button" onClick=${() => setProblem('')} aria-label="Dismiss">×</button></div>`}`;
}

const root = document.getElementById('app');
root.replaceChildren();
render(html`<${App} />`, root);
