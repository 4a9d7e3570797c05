/** The page of tasks: what a person sees of lists and tasks, who can add and complete them. */
import { html, render } from 'htm/preact';
import { useCallback, useState } from 'preact/hooks';
import { request, send } from '../api.js';
import { useLive } from '../live.js';
import { PageLinks } from '../pages.js';

const part = encodeURIComponent;
const load = (self) => request(`/tasks${self === '' ? '' : `?open_id=${part(self)}`}`);
const isDone = ({ completed_at: at }) => at !== '0';

/** A date as the platform means it, which is the same everywhere; a time in the zone of the browser. */
function dueOf({ due }) {
	if (!due) return '';
	const date = new Date(Number(due.timestamp));
	return due.is_all_day ? date.toISOString().slice(0, 10) : date.toLocaleString();
}

function Task({ task, tasks, act }) {
	const isLate =
		!isDone(task) && task.due && Number(task.due.timestamp) + (task.due.is_all_day ? 86_400_000 : 0) < Date.now();
	const about = [dueOf(task), task.assignees.join(', ')].filter((one) => one !== '').join(' · ');
	const below = tasks.filter(({ parent }) => parent === task.guid);
	return html`<li data-test-id=${`task-${task.guid}`}>
		<label class=${isDone(task) ? 'done' : isLate ? 'overdue' : ''}>
			<input type="checkbox" checked=${isDone(task)} onChange=${() => act.complete(task)} /> ${task.summary}
		</label>
		<span class="task-about">${about}</span>
		${task.attachments.map(({ guid, name }) => html`<span key=${guid} class="task-about">📎 ${name}</span>`)}
		${task.comments.map(({ content, by }, at) => html`<p key=${at} class="task-about">${by}: ${content}</p>`)}
		${below.length > 0 && html`<ul>${below.map((one) => html`<${Task} key=${one.guid} task=${one} tasks=${tasks} act=${act} />`)}</ul>`}
	</li>`;
}

const Tasks = ({ these, tasks, act }) =>
	html`<ul>${these.map((task) => html`<${Task} key=${task.guid} task=${task} tasks=${tasks} act=${act} />`)}</ul>`;

function List({ list, tasks, act }) {
	const inSection = (guid) => tasks.filter((task) => task.tasklists.some((one) => one.section_guid === guid));
	return html`<section data-test-id=${`list-${list.guid}`}><h2>${list.name}</h2>
		<p class="task-about">${list.owner} <button type="button" onClick=${() => act.add(list)}>+ Task</button></p>
		${list.sections.map(
			({ guid, name }) =>
				html`<div key=${guid}><h3>${name || 'Default section'}</h3><${Tasks} these=${inSection(guid)} tasks=${tasks} act=${act} /></div>`,
		)}</section>`;
}

function App() {
	const [problem, setProblem] = useState('');
	const [self, setSelf] = useState('');
	const onError = useCallback((error) => setProblem(error.message), []);
	const { data } = useLive(() => load(self), self, onError);
	if (!data) return html`<p class="loading">${problem || 'Loading tasks…'}</p>`;
	const open_id = self || data.people[0]?.open_id;
	const doing = (work) => work().then(() => setProblem(''), onError);
	const act = {
		complete: ({ guid }) => void doing(() => send('POST', `/tasks/${part(guid)}/complete`, { open_id })),
		add(list) {
			const summary = window.prompt('What is to be done?');
			if (summary) void doing(() => send('POST', '/tasks', { open_id, summary, tasklist_guid: list?.guid }));
		},
	};
	const loose = data.tasks.filter(({ tasklists, parent }) => tasklists.length === 0 && parent === '');
	return html`<main class="tasks">
		<p class="tasks-bar"><${PageLinks} here="/tasks" />
			<label>As <select data-test-id="self" value=${self} onChange=${(event) => setSelf(event.target.value)}>
				<option value="">everybody</option>
				${data.people.map(({ open_id: id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}
			</select></label></p>
		${problem && html`<p role="alert">${problem}</p>`}
		<h1>Tasks</h1>
		${data.lists.map((list) => html`<${List} key=${list.guid} list=${list} tasks=${data.tasks} act=${act} />`)}
		<section><h2>In no list</h2><button type="button" onClick=${() => act.add()}>+ Task</button>
			<${Tasks} these=${loose} tasks=${data.tasks} act=${act} /></section>
	</main>`;
}

render(html`<${App} />`, document.getElementById('app'));
