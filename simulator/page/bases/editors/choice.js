/** Editors that choose from a list: options, people, groups, records of another table. */
import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { getRows } from '../base-api.js';
import { optionTone } from '../cells.js';

/** A box that is wholly in view; a press outside of it ends it. */
export function useLeave(onLeave) {
	const box = useRef(null);
	useEffect(() => box.current.scrollIntoView({ block: 'nearest', inline: 'nearest' }), []);
	useEffect(() => {
		const leave = ({ target }) => {
			if (!box.current.contains(target)) onLeave();
		};
		addEventListener('pointerdown', leave, true);
		return () => removeEventListener('pointerdown', leave, true);
	}, [onLeave]);
	return box;
}

/**
 * A list to choose from. `offered` and `chosen` are lists of {id, name, tone?}; `search(words)` asks for others;
 * `fresh` lets a name be chosen that is not there yet. `onDone(ids)` gets what is chosen.
 */
function Choice({ label, offered, chosen, multiple, fresh, search, onDone, onCancel }) {
	const [picked, setPicked] = useState(chosen);
	const [query, setQuery] = useState('');
	const finish = (list) =>
		list.map(({ id }) => id).join() === chosen.map(({ id }) => id).join()
			? onCancel()
			: onDone(list.map(({ id }) => id));
	const box = useLeave(() => finish(picked));
	const input = useRef(null);
	useEffect(() => input.current.focus(), []);
	const isPicked = ({ id }) => picked.some((one) => one.id === id);
	const toggle = (entry) => {
		const next = isPicked(entry) ? picked.filter(({ id }) => id !== entry.id) : [...(multiple ? picked : []), entry];
		setQuery('');
		search?.('');
		if (multiple) setPicked(next);
		else finish(next);
	};
	const wanted = query.trim();
	const lower = wanted.toLowerCase();
	const shown = [...picked.filter(({ id }) => !offered.some((one) => one.id === id)), ...offered].filter(({ name }) =>
		name.toLowerCase().includes(lower),
	);
	const isNew = fresh && wanted !== '' && !shown.some(({ name }) => name === wanted);
	const onKeyDown = (event) => {
		if (event.key === 'Escape') onCancel();
		if (event.key !== 'Enter' || event.isComposing || event.target !== input.current) return;
		event.preventDefault();
		if (wanted === '') finish(picked);
		else if (isNew && shown.length === 0) toggle({ id: wanted, name: wanted });
		else if (shown[0]) toggle(shown[0]);
	};
	const onInput = ({ currentTarget: { value } }) => {
		setQuery(value);
		search?.(value);
	};
	return html`<div ref=${box} class="editor-pop" role="group" aria-label=${label} data-test-id="editor" onKeyDown=${onKeyDown}>
		<input ref=${input} type="search" placeholder=${fresh ? 'Find or add' : 'Find'} aria-label=${`Find in ${label}`} value=${query} onInput=${onInput} />
		<ul>${shown.map(
			(
				entry,
			) => html`<li key=${entry.id}><button type="button" aria-pressed=${isPicked(entry)} onClick=${() => toggle(entry)}>
			<span class="choice-mark" aria-hidden="true">${isPicked(entry) ? '✓' : ''}</span><span class=${`chip ${entry.tone ?? ''}`}>${entry.name || 'No title'}</span></button></li>`,
		)}
			${isNew && html`<li><button type="button" onClick=${() => toggle({ id: wanted, name: wanted })}><span class="choice-mark" aria-hidden="true">+</span>Add “${wanted}”</button></li>`}
			${shown.length === 0 && !isNew && html`<li class="muted">Nothing to choose.</li>`}</ul>
		${multiple && html`<button type="button" class="done" data-test-id="editor-done" onClick=${() => finish(picked)}>Done</button>`}
	</div>`;
}

const listOf = (value) => (value === undefined ? [] : [value].flat());

export function OptionsEditor({ field, cell, onDone, onCancel }) {
	const entry = (name) => ({ id: name, name, tone: optionTone(field, name) });
	const multiple = field.type === 4;
	const done = (names) => onDone(names.length === 0 ? null : multiple ? names : names[0]);
	return html`<${Choice} label=${field.field_name} fresh multiple=${multiple} offered=${(field.property?.options ?? []).map(({ name }) => entry(name))}
		chosen=${listOf(cell?.value).map(entry)} onDone=${done} onCancel=${onCancel} />`;
}

/** People and groups are both written as a list of ids. */
const idsEditor = (offered) =>
	function IdsEditor({ field, cell, env, onDone, onCancel }) {
		const done = (ids) => onDone(ids.length === 0 ? null : ids.map((id) => ({ id })));
		return html`<${Choice} label=${field.field_name} multiple=${field.property?.multiple !== false} offered=${offered(env)}
			chosen=${listOf(cell?.value).map(({ id, name }) => ({ id, name }))} onDone=${done} onCancel=${onCancel} />`;
	};

export const PeopleEditor = idsEditor(({ people }) => people.map(({ open_id: id, name }) => ({ id, name })));
export const GroupsEditor = idsEditor(({ chats }) => chats.map(({ chat_id: id, name }) => ({ id, name })));

const OFFERED_RECORDS = 30;

export function LinksEditor({ field, cell, env, onDone, onCancel }) {
	const [offered, setOffered] = useState([]);
	const there = env.base.tables.find(({ table_id: id }) => id === field.property?.table_id);
	const primary = there?.fields.find(({ is_primary: is }) => is)?.field_id;
	const last = useRef('');
	const search = async (q) => {
		last.current = q;
		if (!there) return;
		const place = { app_token: env.base.app_token, table_id: there.table_id };
		const { rows } = await getRows(place, { q, limit: OFFERED_RECORDS });
		if (last.current !== q) return;
		setOffered(rows.map(({ record_id: id, cells }) => ({ id, name: cells[primary]?.words.join(',') ?? '' })));
	};
	useEffect(() => void search('').catch(env.onError), []);
	const chosen = (cell?.value?.link_record_ids ?? []).map((id, index) => ({ id, name: cell.words[index] ?? '' }));
	return html`<${Choice} label=${field.field_name} multiple=${field.property?.multiple !== false} offered=${offered} chosen=${chosen}
		search=${(q) => void search(q).catch(env.onError)} onDone=${(ids) => onDone(ids.length === 0 ? null : ids)} onCancel=${onCancel} />`;
}
