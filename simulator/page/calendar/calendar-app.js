/** The page of calendars: a person's week, with who is invited and what they have answered. */
import { html, render } from 'htm/preact';
import { useCallback, useState } from 'preact/hooks';
import { request, send } from '../api.js';
import { useLive } from '../live.js';
import { PageLinks } from '../pages.js';

const MARKS = { accept: '✓', tentative: '?', decline: '✗', needs_action: '…', removed: '–' };
const WORDS = {
	accept: 'accepted',
	tentative: 'maybe',
	decline: 'declined',
	needs_action: 'no answer yet',
	removed: 'removed',
};
const REPLIES = [
	['accept', 'Accept'],
	['tentative', 'Maybe'],
	['decline', 'Decline'],
];
/** Where the company is. */
const ZONE = '+08:00';

const load = (self, week) =>
	request(`/calendar?${new URLSearchParams({ ...(self && { open_id: self }), ...(week && { week }) })}`);

const daysLater = (day, count) => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
const weekday = (day) => new Date(day).toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' });

const isOn = ({ all_day: allDay, start, end }, day) =>
	allDay ? start <= day && day <= end : start.slice(0, 10) === day;

const when = ({ all_day: allDay, start, end }) => (allDay ? 'All day' : `${start.slice(11, 16)}–${end.slice(11, 16)}`);

function Event({ event, onReply }) {
	const { event_id: id, summary, organizer, calendar, attendees, answer, recurring } = event;
	return html`<article class=${`calendar-event${answer === 'decline' ? ' is-declined' : ''}`} data-test-id=${`event-${id}`}>
		<p><strong>${summary || 'Untitled'}</strong></p>
		<p class="calendar-about">${when(event)}${recurring ? ' · repeats' : ''}</p>
		<p class="calendar-about">${organizer}${calendar === organizer ? '' : ` · ${calendar}`}</p>
		${
			attendees.length > 0 &&
			html`<ul>${attendees.map(({ name, answer: given }, index) => html`<li key=${index} title=${WORDS[given]}><span aria-label=${WORDS[given]}>${MARKS[given]}</span> ${name}</li>`)}</ul>`
		}
		${
			answer &&
			html`<p role="group" aria-label="Answer">${REPLIES.map(([value, words]) => html`<button key=${value} type="button" aria-pressed=${answer === value} data-test-id=${`reply-${value}`} onClick=${() => onReply(id, value)}>${words}</button>`)}</p>`
		}
	</article>`;
}

function NewEvent({ days, people, self, onMake }) {
	const submit = (event) => {
		event.preventDefault();
		const form = event.currentTarget;
		const { summary, day, from, to, guest } = Object.fromEntries(new FormData(form));
		const at = (time) => Date.parse(`${day}T${time}:00${ZONE}`) / 1000;
		void onMake({ summary, start: at(from), end: at(to), attendees: guest ? [guest] : [] }).then(
			(made) => made && form.reset(),
		);
	};
	return html`<form class="calendar-new" onSubmit=${submit}>
		<label>New event <input name="summary" required placeholder="Title" data-test-id="event-summary" /></label>
		<label>on <select name="day">${days.map((day) => html`<option key=${day} value=${day}>${weekday(day)} ${day}</option>`)}</select></label>
		<label>from <input type="time" name="from" required value="10:00" /></label>
		<label>to <input type="time" name="to" required value="11:00" /></label>
		<label>with <select name="guest"><option value="">nobody</option>${people.filter(({ open_id: id }) => id !== self).map(({ open_id: id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}</select></label>
		<button type="submit" data-test-id="add-event">Add</button>
	</form>`;
}

function App() {
	const [problem, setProblem] = useState('');
	const [chosen, setSelf] = useState('');
	const [week, setWeek] = useState('');
	const onError = useCallback((error) => setProblem(error.message), []);
	const { data } = useLive(() => load(chosen, week), `${chosen} ${week}`, onError);
	if (!data) return html`<p class="loading">${problem || 'Loading the week…'}</p>`;
	const { people, open_id: self, days, events } = data;
	const doing = (work) =>
		work().then(
			() => {
				setProblem('');
				return true;
			},
			(error) => {
				onError(error);
				return false;
			},
		);
	const reply = (id, rsvp_status) =>
		void doing(() => send('POST', `/calendar/events/${encodeURIComponent(id)}/reply`, { open_id: self, rsvp_status }));
	const make = (event) => doing(() => send('POST', '/calendar/events', { open_id: self, ...event }));
	return html`<main class="calendar">
		<p class="calendar-bar"><${PageLinks} here="/calendar" />
			<label>The week of <select data-test-id="self" value=${self} onChange=${(event) => setSelf(event.target.value)}>
				${people.map(({ open_id: id, name }) => html`<option key=${id} value=${id} selected=${id === self}>${name}</option>`)}
			</select></label>
			<button type="button" aria-label="The week before" onClick=${() => setWeek(daysLater(days[0], -7))}>‹</button>
			<button type="button" onClick=${() => setWeek('')}>This week</button>
			<button type="button" aria-label="The week after" onClick=${() => setWeek(daysLater(days[0], 7))}>›</button></p>
		${problem && html`<p role="alert">${problem}</p>`}
		<h1>Calendar</h1>
		<${NewEvent} days=${days} people=${people} self=${self} onMake=${make} />
		<ol class="calendar-week">${days.map(
			(day) =>
				html`<li key=${day} class="calendar-day"><h2>${weekday(day)} ${day.slice(5)}</h2>
					${events.filter((event) => isOn(event, day)).map((event) => html`<${Event} key=${event.event_id} event=${event} onReply=${reply} />`)}</li>`,
		)}</ol>
	</main>`;
}

render(html`<${App} />`, document.getElementById('app'));
