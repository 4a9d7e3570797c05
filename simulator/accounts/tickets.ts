import { newId } from '../platform/ids';
import type { Platform } from '../gateway/platform';
import type { Tickets } from '../state/accounts';
import type { App } from '../state/apps';

const HOUR = 3_600_000;

type Around = Pick<Platform, 'store' | 'clock' | 'push'>;

function ticketsOf({ store, clock }: Around, { app_id: id }: App): Tickets {
	const tickets = store.accounts.tickets.get(id) ?? { sent: [], at: clock.now() };
	store.accounts.tickets.set(id, tickets);
	return tickets;
}

function send(around: Around, app: App): void {
	const tickets = ticketsOf(around, app);
	const ticket = newId.secret();
	tickets.sent.push(ticket);
	tickets.at = around.clock.now();
	delete tickets.due;
	around.push.event(app.app_id, 'app_ticket', { app_ticket: ticket }, { schema: '1.0', always: true });
}

/**
 * Sends the tickets whose time has come: each hour one to every app of the store, and those that were asked for.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/event/app_ticket-events
 */
export function sendTickets(around: Around): void {
	for (const app of around.store.apps.values()) {
		if (!app.installs) continue;
		const { at, due = Infinity } = ticketsOf(around, app);
		if (around.clock.now() >= Math.min(at + HOUR, due)) send(around, app);
	}
}

/** A ticket out of turn. */
export function askForTicket(around: Around, app: App): void {
	ticketsOf(around, app).due = around.clock.now() + around.store.settings.ticketSeconds * 1000;
	sendTickets(around);
}

/** Whether an app proves itself by it: the newest one, or where that is set the one before. */
export function isTicket({ store }: Pick<Around, 'store'>, { app_id: id }: App, ticket: string | undefined): boolean {
	const good = store.settings.olderTickets === 'accepted' ? 2 : 1;
	return ticket !== undefined && (store.accounts.tickets.get(id)?.sent.slice(-good).includes(ticket) ?? false);
}
