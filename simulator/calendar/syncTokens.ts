import type { Store } from '../state/store';
import { refused } from './problem';
import { DAY } from './zones';

/** What was read up to a change, the last one unless another is given, of one list. */
export const syncToken = (store: Store, scope: string, change = store.calendars.changeCount): string =>
	Buffer.from(JSON.stringify([change, store.clock.now(), scope])).toString('base64url');

/** Up to which change somebody has read; 190008 for a token of another list, or one that is too old. */
export function syncedTo(store: Store, token: string, scope: string): number {
	let read: unknown;
	try {
		read = JSON.parse(Buffer.from(token, 'base64url').toString());
	} catch {
		read = undefined;
	}
	const [change, at, of] = Array.isArray(read) ? (read as unknown[]) : [];
	const fresh = typeof at === 'number' && store.clock.now() - at < store.settings.syncTokenDays * DAY * 1000;
	if (typeof change !== 'number' || of !== scope || !fresh) throw refused.syncToken();
	return change;
}
