import type { ExchangeAdmin } from './calendars';

/** What can only be the platform's own: an error of its service, or that it is asked too often, in one of three ways. */
export type CalendarTrouble = 'none' | 'internal' | 'methodRate' | 'appRate' | 'contention';

/** An error of the platform's own in each call, or of the searches alone, whose service fails or is not reached. */
export type TaskTrouble = 'none' | 'internal' | 'searchFails' | 'searchUnreachable';

/**
 * The platform is busy (HTTP 400) or fails (500), somebody else is changing each instance, or approvals do not know the
 * company.
 */
export type ApprovalTrouble = 'none' | 'busy' | 'failing' | 'locked' | 'unknownCompany';

/** What comes and goes, and no endpoint can set. */
export interface Troubles {
	/** 190003, 190004, 190005 or 190010. */
	calendarTrouble: CalendarTrouble;
	/** For how many requests that lasts; `null`: until it is over. */
	calendarTroubleRequests: number | null;
	/** The accounts by which the company's administrators have Exchange bound, and what is the matter with each. */
	exchangeAdmins: Readonly<Record<string, ExchangeAdmin>>;
	/** 1470500, or 1475001 and 1475002 of the searches. */
	taskTrouble: TaskTrouble;
	/** 1395001, 60014 or 1390014. */
	approvalTrouble: ApprovalTrouble;
}

export const NO_TROUBLES: Troubles = {
	calendarTrouble: 'none',
	calendarTroubleRequests: null,
	exchangeAdmins: { 'exchange-admin@example.com': 'bound' },
	taskTrouble: 'none',
	approvalTrouble: 'none',
};
