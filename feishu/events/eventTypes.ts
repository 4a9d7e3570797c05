/** The events and callbacks of the platform, from the catalog. */
import events from '../../catalog/events.json';

export interface EventFact {
	/** What the envelope holds as event type; stable. */
	type: string;
	domain: string;
	schema: string;
	kind: string;
	/** English, unique in the list. */
	name: string;
	/** The platform's own title, in Chinese. */
	title?: string;
	doc?: string;
}

export const EVENTS: readonly EventFact[] = events;
