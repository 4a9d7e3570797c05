import { EVENTS } from '../../../../feishu/events/eventTypes';
import { ANY_EVENT, FIRST } from './triggerFields';

/** The names of the events that most workflows start with; with all of them the expression would be long. */
const NAMES = Object.fromEntries(
	FIRST.map((type) => [type, EVENTS.find((event) => event.type === type)?.name ?? type] as const),
);

/** The words of a type: `drive.file.edit_v1` reads "Drive File Edit". */
const WORDS = 't.replace(/_v\\d+$/, "").split(/[._]/).map(w => w.charAt(0).toUpperCase() + w.slice(1)).join(" ")';

/** What a trigger waits for, under the node on the canvas. */
export const EVENTS_SUBTITLE = `={{ $parameter["events"].includes("${ANY_EVENT}") ? "Any Event" : $parameter["events"].map(t => (${JSON.stringify(NAMES)})[t] || ${WORDS}).join(", ") }}`;
