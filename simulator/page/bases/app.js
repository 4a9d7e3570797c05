/** The page of bases: keeps what the simulator has of them and draws it. */
import { html, render } from 'htm/preact';
import { useCallback, useState } from 'preact/hooks';
import { getNewestDelivery } from '../api.js';
import { avatar } from '../components/avatar.js';
import { StatusStrip } from '../components/status-strip.js';
import { useLive } from '../live.js';
import { shareList } from '../share.js';
import { useAddress } from './address.js';
import { getOverview, getRows, makeBase } from './base-api.js';
import { BaseView } from './base-view.js';
import { NameDialog } from './name-dialog.js';
import { PAGE_ROWS } from './paging.js';

const idOf = (name, wanted) => (one) => one[name] === wanted;

/** The base, table and view of an address; the first table where it names none. */
export function placeIn({ bases }, { app_token: token, table_id: tableId, view_id: viewId }) {
	const base = token === undefined ? bases[0] : bases.find(idOf('app_token', token));
	const table = base && (base.tables.find(idOf('table_id', tableId)) ?? base.tables[0]);
	return { base, table, view: table?.views.find(idOf('view_id', viewId)) };
}

/** All that is shown; rows that are as before stay the same objects. */
async function load(address, { q, offset }, before) {
	const overview = await getOverview();
	const delivery = await getNewestDelivery(overview.apps);
	const { base, table, view } = placeIn(overview, address);
	if (!table) return { overview, delivery };
	const place = { app_token: base.app_token, table_id: table.table_id };
	const { total, rows } = await getRows(place, { q, offset, limit: PAGE_ROWS, view_id: view?.view_id });
	const known = before?.found?.of === table.table_id ? before.found.rows : [];
	const found = { of: table.table_id, offset, total, rows: shareList(known, rows, ({ record_id: id }) => id) };
	return { overview, delivery, found };
}

const baseList = (bases, selected, go, onNew) =>
	html`<nav class="chats" aria-label="Bases"><ul class="bases">${bases.map(
		(
			base,
		) => html`<li key=${base.app_token}><button type="button" class=${`chat${base.app_token === selected ? ' chat-selected' : ''}`} data-test-id=${`base-${base.app_token}`}
		aria-current=${base.app_token === selected ? 'true' : undefined} onClick=${() => go({ app_token: base.app_token })}>
		${avatar(base.app_token, base.name)}
		<span class="chat-text"><span class="chat-line"><span class="chat-title">${base.name}</span></span>
			<span class="chat-line"><span class="chat-last">${base.owner} · ${base.tables.length} ${base.tables.length === 1 ? 'table' : 'tables'}</span></span></span>
	</button></li>`,
	)}</ul><button type="button" class="add" data-test-id="add-base" onClick=${onNew}>+ Base</button></nav>`;

const FIRST = { q: '', offset: 0 };

function App() {
	const [problem, setProblem] = useState('');
	const [address, goTo] = useAddress();
	const [paging, setPaging] = useState(FIRST);
	const [naming, setNaming] = useState(false);
	const onError = useCallback((error) => setProblem(error.message), []);
	const key = JSON.stringify([address, paging]);
	const { data, live } = useLive((before) => load(address, paging, before), key, onError);
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
	if (!data) return html`<p class="loading" role="status">${problem || 'Loading the bases…'}</p>`;
	const { overview, delivery, found } = data;
	const go = (next) => {
		setPaging(FIRST);
		goTo(next);
	};
	const onBase = (name) =>
		act('The base was not made', async () => {
			const { app_token: made } = await makeBase(overview.people[0]?.open_id, name);
			go({ app_token: made });
		});
	const { base, table, view } = placeIn(overview, address);
	const shown = found && found.of === table?.table_id ? found : undefined;
	return html`
		<${StatusStrip} here="/base" apps=${overview.apps} delivery=${delivery} live=${live} />
		${baseList(overview.bases, base?.app_token, go, () => setNaming(true))}
		${base ? html`<${BaseView} key=${base.app_token} overview=${overview} base=${base} table=${table} view=${view} found=${shown} paging=${paging} onPaging=${setPaging} go=${go} act=${act} onError=${onError} />` : html`<main class="conversation"><p class="empty">${address.app_token ? 'There is no such base.' : 'There are no bases.'}</p></main>`}
		${naming && html`<${NameDialog} label=${`New base of ${overview.people[0]?.name}`} onName=${onBase} onClose=${() => setNaming(false)} />`}
		${problem && html`<div class="problem" role="alert">${problem}<button type="button" onClick=${() => setProblem('')} aria-label="Dismiss">×</button></div>`}`;
}

const root = document.getElementById('app');
root.replaceChildren();
render(html`<${App} />`, root);
