import { notFound, PlatformError } from '../platform/envelope';
import type { Settings } from '../state/settings';

/** What a report found missing in a company's own deployment. */
const ABSENT = ['/open-apis/bot/v3/info', '/open-apis/calendar/v4/freebusy/suggestion'];

/** Refuses what a company's own deployment lacks: some endpoints, and the name that stands for one's own calendar. */
export function requirePresence(region: Settings['region'], path: string, params: Record<string, string>): void {
	if (region !== 'private') return;
	if (ABSENT.includes(path)) throw notFound();
	if (params.calendar_id === 'primary') throw new PlatformError(190002, 'invalid parameters in request: calendar_id');
}
