import { EVENTS } from '../../../../feishu/events/eventTypes';
import { FIRST } from './triggerFields';

/** By type: the names of the events that most workflows start with. */
const NAMES = Object.fromEntries(
	EVENTS.filter(({ type }) => FIRST.includes(type)).map(({ type, name }) => [type, name]),
);

/** Words of types that are no words; the domains of chats and meetings say nothing beside what follows. */
const SPELLED = { im: '', vc: '', acl: 'ACL', acs: 'Access Control', cc: 'CC', corehr: 'Core HR', p2p: 'P2P' };

/**
 * The chosen events as people call them: the most used by their names, the others by the words of their type, because
 * all names would make it as long as the list itself; of more than two, how many more there are.
 */
export const EVENTS_SUBTITLE = `={{ (() => {
	const names = ${JSON.stringify(NAMES)};
	const spelled = ${JSON.stringify(SPELLED)};
	const events = $parameter["events"] ?? [];
	if (events.includes("*")) return "Any Event";
	const capital = (word) => spelled[word] ?? word.charAt(0).toUpperCase() + word.slice(1);
	const words = (type) => type.replace(/_?v\\d+$/i, "").split(/[._]/).filter((word, at, all) => word !== "event" && word !== all[at - 1]);
	const worded = (type) => words(type).map(capital).filter(Boolean).join(" ");
	const shown = events.slice(0, 2).map((type) => names[type] ?? worded(type)).join(", ");
	return events.length > 2 ? shown + " +" + (events.length - 2) : shown;
})() }}`;
