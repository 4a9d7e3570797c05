/**
 * What the pages of the platform leave open, or what each company sets its own way: each has every answer that a caller
 * must bear. The first one named is given unless a test asks for another.
 */
export interface Settings {
	/**
	 * A receiver that names nobody, or is an open_id of another app: 230001, as public reports have it and the page on
	 * 230001 shows, or the gateway's 9999235x.
	 */
	unknownReceiver: 'endpoint' | 'gateway';
	/** Any other id that names nothing: both the gateway's 9999235x and codes of the endpoints are known. */
	unknownId: 'gateway' | 'endpoint';
	/** Writing to somebody who has left the company: 230029, or 230013, whose page says so as well. */
	resignedReceiver: 'resigned' | 'unavailable';
	/** A value that a card's page does not list, such as the type of a button: refused like an unknown property, or ignored. */
	unknownCardValues: 'refused' | 'ignored';
	/** What the pages of cards call required and their own samples leave out, such as `alt` of an image. */
	requiredInCards: 'samples' | 'pages';
	/** Whether a card's tables and those in its Markdown count as one number. Refusals that people met say so, no page does. */
	cardTables: 'together' | 'apart';
	/** A text message that names somebody unknown in `<at>`: no page says what becomes of it. */
	unknownMention: 'refused' | 'shown';
}

export const DEFAULT_SETTINGS: Settings = {
	unknownReceiver: 'endpoint',
	unknownId: 'gateway',
	resignedReceiver: 'resigned',
	unknownCardValues: 'refused',
	requiredInCards: 'samples',
	cardTables: 'together',
	unknownMention: 'refused',
};
