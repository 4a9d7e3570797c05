import type { AnnouncementType } from './chats';

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
	/** The announcements of groups: of the newer kind, as in groups made since December 2024, or of the older one. */
	announcements: AnnouncementType;
	/** Asking the newer endpoints about an announcement of the older kind: they tell its kind, or refuse with 1772006. */
	olderAnnouncement: 'told' | 'refused';
}

export const DEFAULT_SETTINGS: Settings = {
	unknownReceiver: 'endpoint',
	unknownId: 'gateway',
	resignedReceiver: 'resigned',
	announcements: 'docx',
	olderAnnouncement: 'told',
};
