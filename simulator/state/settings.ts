import type { NameForm } from '../platform/envelope';
import { AILY_SETTINGS, type AilySettings } from './ailySettings';
import { APPROVAL_SETTINGS, type ApprovalSettings } from './approvalSettings';
import { BASE_SETTINGS, type BaseSettings } from './baseSettings';
import { CALENDAR_SETTINGS, type CalendarSettings } from './calendarSettings';
import type { AnnouncementType } from './chats';
import type { CompanyCondition } from './conditions';
import { DOC_SETTINGS, type DocSettings } from './docSettings';
import { DRIVE_SETTINGS, type DriveSettings } from './driveSettings';
import { SHEET_SETTINGS, type SheetSettings } from './sheetSettings';
import { TASK_SETTINGS, type TaskSettings } from './taskSettings';
import { NO_TROUBLES, type Troubles } from './troubles';

/**
 * What the pages of the platform leave open, or what each company sets its own way: each has every answer that a caller
 * must bear. The first one named is given unless a test asks for another.
 */
export interface Settings
	extends BaseSettings,
		SheetSettings,
		DriveSettings,
		DocSettings,
		CalendarSettings,
		TaskSettings,
		ApprovalSettings,
		AilySettings,
		Troubles {
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
	/** Where a group lets only some write: 230035, which was announced for bots, or 230018, which stands beside it. */
	mutedGroup: 'forbidden' | 'groupSettings';
	/** Whether the bot that made a muted group, and has the scope to act as its owner, may write there. */
	makerInMutedGroup: 'silent' | 'speaks';
	/** Settings of a card without `config` around them, as the official plugin sends them: they count, or nothing happens. */
	bareCardSettings: 'applied' | 'ignored';
	/** Whether the platform writes into a group's history what happens there, as it does; without it, histories are easier to count. */
	systemMessages: 'written' | 'absent';
	/** Names of downloads that are not ASCII: in the bytes of UTF-8, percent-encoded in `filename*`, or both with `_` in the plain one. */
	downloadNames: NameForm;
	/** Cards of schema 2.0 where nobody asks for their JSON: a line that asks to update the client, as people report, or their words. */
	newCards: 'unread' | 'words';
	/** The search of a person: by names, e-mail addresses and mobile numbers, or by names alone. */
	userSearch: 'all' | 'names';
	/** Hours for which the administrator lets messages be edited. */
	editHours: number;
	/** Words that the company, or its data protection, lets nobody write. */
	blockedWords: readonly string[];
	protectedWords: readonly string[];
	/** What is so of the whole company. */
	company: readonly CompanyCondition[];
	/** The progress of a message to many: it says nothing in the first second, or all at once. */
	batchProgress: 'behind' | 'atOnce';
	/** Pages of chats, members and messages: full, or some of them short or empty although more follow. */
	pages: 'full' | 'uneven';
	/** Whether posts to an app without an Encrypt Key are signed, with nothing for a key: the pages tie the check to the key. */
	signatureWithoutKey: 'absent' | 'present';
	/** Whether a link preview has an event id, which the sample of its page lacks. */
	linkPreviewId: 'given' | 'absent';
	/** A value that a card's page does not list, such as the type of a button: refused like an unknown property, or ignored. */
	unknownCardValues: 'refused' | 'ignored';
	/** What the pages of cards call required and their own samples leave out, such as `alt` of an image. */
	requiredInCards: 'samples' | 'pages';
	/** Whether a card's tables and those in its Markdown count as one number. Refusals that people met say so, no page does. */
	cardTables: 'together' | 'apart';
	/** A text message that names somebody unknown in `<at>`: no page says what becomes of it. */
	unknownMention: 'refused' | 'shown';
	/** Whose hosts these are: of Feishu, of Lark, or of a company's own deployment, which knows coarse scopes alone and lacks some endpoints. */
	region: 'feishu' | 'lark' | 'private';
	/** Where the accounts host is: at an address of its own, or at the same one as well. */
	accountsHost: 'apart' | 'same';
	/** Whether a deployment of a company's own has the newest token endpoint, which nobody has told. */
	privateTokenV3: 'present' | 'absent';
	/** The HTTP status of a person's token that has ended: 400 as for one that is wrong, or 401, which one report implies. */
	expiredUserToken: 400 | 401;
	/** How `user_info` refuses a token: with the codes of its page and HTTP 200, or as the gateway does everywhere else. */
	userInfoErrors: 'authen' | 'gateway';
	/** A refresh token that is used again: 20073, or 20064, whose words are the same. */
	usedRefreshToken: 'used' | 'revoked';
	/** A refresh gives a new refresh token, or none, and the old one stays good, as a report has it. */
	refreshAnswers: 'rotated' | 'kept';
	/** Seconds for which the tokens of people are good, which each company sets; `null`: as long as those of apps. */
	userTokenSeconds: number | null;
	refreshTokenSeconds: number;
	/** Whether a store app may still use the ticket before the newest one. */
	olderTickets: 'refused' | 'accepted';
	/** Seconds after which a ticket comes that was asked for; somebody waited for 2 minutes. */
	ticketSeconds: number;
}

export const DEFAULT_SETTINGS: Settings = {
	...BASE_SETTINGS,
	...SHEET_SETTINGS,
	...DRIVE_SETTINGS,
	...DOC_SETTINGS,
	...CALENDAR_SETTINGS,
	...TASK_SETTINGS,
	...APPROVAL_SETTINGS,
	...AILY_SETTINGS,
	unknownReceiver: 'endpoint',
	unknownId: 'gateway',
	resignedReceiver: 'resigned',
	announcements: 'docx',
	olderAnnouncement: 'told',
	mutedGroup: 'forbidden',
	makerInMutedGroup: 'silent',
	bareCardSettings: 'applied',
	systemMessages: 'written',
	downloadNames: 'bytes',
	newCards: 'unread',
	userSearch: 'all',
	editHours: 24,
	blockedWords: [],
	protectedWords: [],
	company: [],
	...NO_TROUBLES,
	batchProgress: 'behind',
	pages: 'full',
	signatureWithoutKey: 'absent',
	linkPreviewId: 'given',
	unknownCardValues: 'refused',
	requiredInCards: 'samples',
	cardTables: 'together',
	unknownMention: 'refused',
	region: 'feishu',
	accountsHost: 'apart',
	privateTokenV3: 'present',
	expiredUserToken: 400,
	userInfoErrors: 'authen',
	usedRefreshToken: 'used',
	refreshAnswers: 'rotated',
	userTokenSeconds: null,
	refreshTokenSeconds: 604_800,
	olderTickets: 'refused',
	ticketSeconds: 0,
};
