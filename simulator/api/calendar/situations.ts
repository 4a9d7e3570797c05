import type { Call, Route } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import type { CalendarTrouble } from '../../state/troubles';
import type { CompanyCondition } from '../../state/conditions';
import type { Store } from '../../state/store';
import { refused } from '../../calendar/problem';

type Refusal = () => PlatformError;

const TROUBLES: Readonly<Record<CalendarTrouble, Refusal | undefined>> = {
	none: undefined,
	internal: refused.internal,
	methodRate: refused.methodRate,
	appRate: refused.appRate,
	contention: refused.contention,
};

/** Where the contents of events are read and written, whose pages name the codes of the keys. */
const KEYED =
	/^(?:POST \S+\/timeoff_events|POST \S+\/events|(?:GET|PATCH) \S+\/events\/:event_id|GET \S+\/events\/instance_view|\S+ \S+\/events\/:event_id\/(?!share_info).+)$/;

/** What is so of the whole company: the refusal, and the endpoints that it concerns. */
const OF_COMPANY: Partial<Record<CompanyCondition, { refusal: Refusal; routes: RegExp }>> = {
	otherUnit: { refusal: refused.unit, routes: /./ },
	keyDeleted: { refusal: refused.keyDeleted, routes: KEYED },
	oldKeyDeleted: { refusal: refused.oldKeyDeleted, routes: KEYED },
};

/** What is the matter with the service at present; uses up one of the requests that it lasts. */
function troubleOf({ settings }: Store): Refusal | undefined {
	const trouble = TROUBLES[settings.calendarTrouble];
	if (!trouble || settings.calendarTroubleRequests === null) return trouble;
	if (settings.calendarTroubleRequests <= 0) return undefined;
	settings.calendarTroubleRequests -= 1;
	return trouble;
}

/** Refuses what no endpoint of calendars does as things are: with the service, the company, or whoever asks. */
export function requireSituation({ method, path }: Route, { platform: { store }, by }: Call): void {
	const trouble = troubleOf(store);
	if (trouble) throw trouble();
	for (const condition of store.settings.company) {
		const found = OF_COMPANY[condition];
		if (found?.routes.test(`${method} ${path}`)) throw found.refusal();
	}
	if (by.user?.is_resigned) throw refused.user();
}

/** What cannot be used in a request, with its details where the settings want these. */
export function inItsForm({ settings }: Store, error: unknown): unknown {
	const plain = error instanceof PlatformError && error.code === refused.params().code;
	if (!plain || settings.calendarMalformed === 'plain') return error;
	return refused.details(error.msg.split(': ').at(-1) ?? '');
}
