import { ownCalendarField } from '../../shared/calendar/calendar';
import { eventField } from '../../shared/calendar/event';
import { fieldGroup } from '../../shared/fields/nested';
import type { Asking } from '../../shared/client/asking';

const calendar = ownCalendarField();
const event = eventField();

/** An event of a calendar. */
export const chosenEvent = fieldGroup('calendarEvent', [calendar, event], ({ read, label }) => {
	const [place, chosen] = [read(calendar), read(event)];
	return {
		...chosen,
		calendar: place,
		/** What complaints call the event. */
		label: label(event),
		/** Events of one series change one after the other. */
		key: `${place.written} ${chosen.series}`,
		/** @throws CallError, InputError */
		async path(asking: Asking) {
			return { calendar_id: await place.id(asking), event_id: chosen.event_id };
		},
	};
});
