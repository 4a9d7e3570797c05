/** One base: its tables, the view and the page of records that is shown, and who acts. */
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { addRecord, makeTable, shareBase } from './base-api.js';
import { FieldDialog } from './field-dialog.js';
import { Grid } from './grid.js';
import { NameDialog } from './name-dialog.js';
import { PAGE_ROWS } from './paging.js';

/** Who may change records: with advanced permissions only those who manage the base. */
const mayEdit = ({ access, is_advanced: advanced }, person) =>
	access[person] === 'full_access' || (access[person] === 'edit' && !advanced);

/** Those who can open the base, editors first. */
export const actorsOf = (base, people) =>
	people
		.filter(({ open_id: id }) => base.access[id])
		.sort((one, other) => Number(mayEdit(base, other.open_id)) - Number(mayEdit(base, one.open_id)));

const actor = ({ base, actors, self, onSelf }) =>
	actors.length === 0
		? html`<span class="muted">Nobody can open it but ${base.owner}, whose own it is.</span>`
		: html`<label>Act as <select data-test-id="base-user" value=${self} onChange=${(event) => onSelf(event.currentTarget.value)}>
			${actors.map(({ open_id: id, name }) => html`<option key=${id} value=${id} selected=${id === self}>${name}${mayEdit(base, id) ? '' : ' (reads only)'}</option>`)}
		</select></label>`;

const share = ({ base, people, act }) => {
	const others = people.filter(({ open_id: id }) => !base.access[id]);
	const onChange = ({ currentTarget }) => {
		const { value } = currentTarget;
		currentTarget.value = '';
		void act('The base was not shared', () => shareBase(base.app_token, value));
	};
	return (
		others.length > 0 &&
		html`<select aria-label="Share with" data-test-id="base-share" onChange=${onChange}><option value="">Share with…</option>
			${others.map(({ open_id: id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}</select>`
	);
};

const tabs = ({ base, table, go, onNew }) => html`<nav class="tabs" aria-label="Tables">
	${base.tables.map(
		({ table_id: id, name, records }) =>
			html`<button type="button" key=${id} class="tab" aria-current=${id === table?.table_id ? 'true' : undefined} data-test-id=${`table-${id}`} title=${id}
				onClick=${() => go({ app_token: base.app_token, table_id: id })}>${name} <span class="muted">${records}</span></button>`,
	)}
	${onNew && html`<button type="button" class="add" data-test-id="add-table" onClick=${onNew}>+ Table</button>`}
</nav>`;

const views = ({ base, table, view, go }) =>
	table.views.length > 1 &&
	html`<label>View <select data-test-id="base-view" onChange=${(event) => go({ app_token: base.app_token, table_id: table.table_id, view_id: event.currentTarget.value || undefined })}>
		<option value="">All records and fields</option>
		${table.views.map(({ view_id: id, view_name: name }) => html`<option key=${id} value=${id} selected=${id === view?.view_id}>${name}</option>`)}
	</select></label>`;

function pager({ offset, total, shown, onOffset }) {
	const last = Math.max(0, Math.ceil(total / PAGE_ROWS) - 1) * PAGE_ROWS;
	const step = (label, words, to, off) =>
		html`<button type="button" aria-label=${words} title=${words} disabled=${off} onClick=${() => onOffset(to)}>${label}</button>`;
	return html`<span class="pager" data-test-id="pager">
		<span class="muted">${total === 0 ? '0 records' : `${offset + 1}–${offset + shown} of ${total}`}</span>
		${last > 0 && html`${step('⇤', 'First records', 0, offset === 0)}${step('‹', 'Records before', offset - PAGE_ROWS, offset === 0)}${step('›', 'More records', offset + PAGE_ROWS, offset >= last)}${step('⇥', 'Last records', last, offset >= last)}`}
	</span>`;
}

/** `found` is {total, rows, offset} of the table; `act(words, work)` does something and says what was wrong. */
export function BaseView({ overview, base, table, view, found, paging, onPaging, go, act, onError }) {
	const [chosen, setChosen] = useState(undefined);
	const [field, setField] = useState(undefined);
	const [naming, setNaming] = useState(false);
	const actors = actorsOf(base, overview.people);
	const self = actors.some(({ open_id: id }) => id === chosen) ? chosen : actors[0]?.open_id;
	const { people, chats } = overview;
	const env = { base, people, chats, self, zone: base.time_zone, canEdit: mayEdit(base, self), act, onError };
	const place = { app_token: base.app_token, table_id: table?.table_id };
	const fields = (table?.fields ?? []).filter(({ field_id: id }) => !view?.hidden_fields.includes(id));
	const onAdd = async () => {
		const added = await act('The record was not added', () => addRecord(place, self));
		// It is the last one.
		if (added) onPaging({ q: '', offset: Math.floor(found.total / PAGE_ROWS) * PAGE_ROWS });
	};
	const onTable = (name) =>
		act('The table was not made', async () => {
			const { table_id: made } = await makeTable(base.app_token, name);
			go({ app_token: base.app_token, table_id: made });
		});
	return html`<main class="conversation base" aria-label=${base.name}>
		<header class="conversation-head"><h2>${base.name}</h2><span class="muted">${base.owner} · ${base.time_zone}${base.is_advanced ? ' · advanced permissions' : ''}</span>
			${actor({ base, actors, self, onSelf: setChosen })}${share({ base, people, act })}<code class="muted">${base.app_token}</code></header>
		${tabs({ base, table, go, onNew: env.canEdit && (() => setNaming(true)) })}
		${
			table &&
			html`<div class="bar">
			<input type="search" placeholder="Find in records" aria-label="Find in records" data-test-id="find" value=${paging.q} onInput=${(event) => onPaging({ q: event.currentTarget.value, offset: 0 })} />
			${views({ base, table, view, go })}
			${found && pager({ offset: found.offset, total: found.total, shown: found.rows.length, onOffset: (offset) => onPaging({ ...paging, offset }) })}
		</div>`
		}
		${table && found && html`<${Grid} key=${table.table_id} place=${place} table=${table} fields=${fields} rows=${found.rows} offset=${found.offset} env=${env} onField=${setField} onAdd=${onAdd} />`}
		${field && html`<${FieldDialog} key=${field.field_id} place=${place} field=${field} env=${env} onClose=${() => setField(undefined)} />`}
		${naming && html`<${NameDialog} label="New table" onName=${onTable} onClose=${() => setNaming(false)} />`}
	</main>`;
}
