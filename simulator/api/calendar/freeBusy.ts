import { type Busy, personBusy, roomBusy } from '../../calendar/freeBusy';
import { DEFAULT_ZONE } from '../../calendar/eventTimes';
import { requireBot } from '../../calendar/access';
import type { Range } from '../../calendar/occurrences';
import { refused } from '../../calendar/problem';
import { settleAllRooms } from '../../calendar/rooms';
import { DAY, written } from '../../calendar/zones';
import { flag, required, text, texts } from '../../platform/validate';
import { personNamed } from './people';
import { calendarRoute, ID_TYPE, SCOPES } from './calendarRoute';

const LONGEST_LIST = 90 * DAY;
const LONGEST_BATCH = 14 * DAY;
const MOST_PEOPLE = 10;
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
/** A moment all but its zone, which is no distance from UTC. */
const ZONELESS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[^\d.]/;

const ASKED = {
	time_min: required(text()),
	time_max: required(text()),
	include_external_calendar: flag(),
	only_busy: flag(),
	need_rsvp_status: flag(),
};

/** Moments as RFC 3339 has them, with their distance from UTC. */
export function rangeAsked(
	min: string,
	max: string,
	problem: Record<'format' | 'range', () => Error> & { zone?: () => Error },
): Range {
	if (problem.zone && [min, max].some((given) => ZONELESS.test(given) && !RFC3339.test(given))) throw problem.zone();
	const [from, to] = [min, max].map((given) => (RFC3339.test(given) ? Date.parse(given) / 1000 : Number.NaN));
	if (from === undefined || to === undefined || Number.isNaN(from + to)) throw problem.format();
	if (to <= from) throw problem.range();
	return { from, to };
}

const view = (
	busy: readonly Busy[],
	{ only_busy: only = true, need_rsvp_status: answers = false }: { only_busy?: boolean; need_rsvp_status?: boolean },
) =>
	busy
		.filter((each) => each.busy || !only)
		.map(({ from, to, answer }) => ({
			start_time: written(from, DEFAULT_ZONE),
			end_time: written(to, DEFAULT_ZONE),
			...(answers && { rsvp_status: answer }),
		}));

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/freebusy/list and its neighbor */
export const freeBusyRoutes = [
	calendarRoute({
		method: 'POST',
		path: '/open-apis/calendar/v4/freebusy/list',
		scopes: SCOPES.freeBusy,
		query: ID_TYPE,
		body: { ...ASKED, user_id: text(), room_id: text() },
		handle({ platform: { store }, by, query, body }) {
			requireBot(by);
			const problem = { format: () => refused.params('time_min'), range: () => refused.params('time_max') };
			const range = rangeAsked(body.time_min, body.time_max, problem);
			if (range.to - range.from > LONGEST_LIST) throw refused.params('more than 90 days');
			const { user_id: user = '', room_id: room = '' } = body;
			if (user === '' && room === '') throw refused.params('user_id and room_id are empty');
			if (user === '' && !store.calendars.rooms.all.has(room)) throw refused.params('room_id');
			settleAllRooms(store);
			const busy = user
				? personBusy(store, personNamed(store, by.app, query.user_id_type, user).open_id, range)
				: roomBusy(store, room, range);
			const found = view(busy, body);
			return { data: found.length === 0 ? {} : { freebusy_list: found } };
		},
	}),
	calendarRoute({
		method: 'POST',
		path: '/open-apis/calendar/v4/freebusy/batch',
		scopes: SCOPES.freeBusy,
		query: ID_TYPE,
		body: { ...ASKED, user_ids: required(texts({ min: 1 })) },
		handle({ platform: { store }, by, query, body }) {
			requireBot(by);
			if (body.user_ids.length > MOST_PEOPLE) throw refused.freebusyUsers();
			const range = rangeAsked(body.time_min, body.time_max, {
				...{ format: refused.timeFormat, range: refused.timeRange, zone: refused.timezone },
			});
			if (range.to - range.from > LONGEST_BATCH) throw refused.timeRange();
			const lists = body.user_ids.map((user_id) => {
				const { open_id } = personNamed(store, by.app, query.user_id_type, user_id);
				return { user_id, freebusy_items: view(personBusy(store, open_id, range), body) };
			});
			return { data: { freebusy_lists: lists } };
		},
	}),
];
