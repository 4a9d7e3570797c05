import { aclId, calendarOf, calendarView, reachCalendar, requireBot, roleOn } from '../../calendar/access';
import { refused } from '../../calendar/problem';
import { pushAclChange, pushCalendarChange } from '../../events/calendarEvents';
import { page } from '../../platform/paging';
import { integer, nested, oneOf, required, text, withDefault } from '../../platform/validate';
import type { CalendarAcl } from '../../state/calendars';
import type { Operator } from '../../state/operator';
import { openIdOf } from '../../state/operator';
import type { Store } from '../../state/store';
import type { UserIdType } from '../../platform/ids';
import { personNamed } from './people';
import { CALENDARS, calendarRoute, ID_TYPE, ONE_CALENDAR, SCOPES } from './calendarRoute';

const MOST_FOLLOWED = 1000;
const ACLS = `${ONE_CALENDAR}/acls`;

const aclView = (store: Store, { app }: Operator, { acl_id, role, user }: CalendarAcl, idType: UserIdType) => ({
	...{ acl_id, role },
	scope: { type: 'user', user_id: store.directory.idFor(app, user, idType) },
});

/** Whom an access is for: a person, or the bot of an app. */
const holderOf = (store: Store, { app }: Operator, idType: UserIdType, id: string): string =>
	(idType === 'open_id' ? store.directory.bot(app, id)?.bot_open_id : undefined) ??
	personNamed(store, app, idType, id).open_id;

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/search and its neighbors */
const followRoutes = [
	calendarRoute({
		method: 'POST',
		path: `${CALENDARS}/search`,
		scopes: SCOPES.readCalendar,
		query: { page_size: withDefault(integer({ min: 1, max: 50 }), 20), page_token: text() },
		body: { query: required(text({ max: 200 })) },
		handle({ platform: { store }, by, query, body }) {
			requireBot(by);
			const words = body.query.toLowerCase();
			const found = [...store.calendars.all.values()].filter((calendar) => {
				const isOfPerson = calendar.type === 'primary' && store.contact.users.has(calendar.owner);
				// An app never finds the calendars of people.
				if (calendar.is_deleted || !roleOn(store, calendar, by) || (isOfPerson && !by.user)) return false;
				return calendar.summary.toLowerCase().includes(words);
			});
			const { items, page_token } = page(found, {
				...{ size: query.page_size, token: query.page_token, scope: words },
				invalidToken: () => refused.params('page_token'),
			});
			return { data: { items: items.map((each) => calendarView(store, each, by)), page_token: page_token ?? '' } };
		},
	}),
	calendarRoute({
		method: 'POST',
		path: `${ONE_CALENDAR}/subscribe`,
		scopes: SCOPES.subscribe,
		handle({ platform, by, params }) {
			const { store } = platform;
			const calendar = calendarOf(store, by, params.calendar_id ?? '');
			const ofBot = calendar.type === 'primary' && !store.contact.users.has(calendar.owner);
			if (ofBot || !roleOn(store, calendar, by)) throw refused.subscribe();
			const follows = store.calendars.follows(openIdOf(by));
			if (follows.size >= MOST_FOLLOWED) throw refused.manySubscriptions();
			follows.add(calendar.calendar_id);
			pushCalendarChange(platform, calendar);
			return { data: { calendar: calendarView(store, calendar, by) } };
		},
	}),
	calendarRoute({
		method: 'POST',
		path: `${ONE_CALENDAR}/unsubscribe`,
		scopes: SCOPES.subscribe,
		handle({ platform, by, params }) {
			const { store } = platform;
			const calendar = calendarOf(store, by, params.calendar_id ?? '');
			if (calendar.type === 'primary' && calendar.owner === openIdOf(by)) throw refused.primaryStays();
			const isOwn = calendar.owner === openIdOf(by);
			if (!store.calendars.follows(openIdOf(by)).delete(calendar.calendar_id) && !isOwn) throw refused.notSubscribed();
			pushCalendarChange(platform, calendar);
			return { data: {} };
		},
	}),
];

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar-acl/create and its neighbors */
const aclRoutes = [
	calendarRoute({
		method: 'GET',
		path: ACLS,
		scopes: SCOPES.readAcl,
		query: { ...ID_TYPE, page_size: withDefault(integer({ min: 1, max: 50 }), 20), page_token: text() },
		handle(call) {
			const { platform, by, query } = call;
			const calendar = reachCalendar(call, 'owner');
			const { items, has_more, page_token } = page(calendar.acls, {
				...{ size: query.page_size, token: query.page_token, scope: `acls ${calendar.calendar_id}` },
				invalidToken: () => refused.params('page_token'),
			});
			const acls = items.map((acl) => aclView(platform.store, by, acl, query.user_id_type));
			return { data: { acls, has_more, page_token: page_token ?? '' } };
		},
	}),
	calendarRoute({
		method: 'POST',
		path: ACLS,
		scopes: SCOPES.createAcl,
		query: ID_TYPE,
		body: {
			role: required(oneOf(['unknown', 'free_busy_reader', 'reader', 'writer', 'owner'])),
			scope: required(nested({ type: required(oneOf(['user'])), user_id: text() })),
		},
		handle(call) {
			const { platform, by, query, body } = call;
			const { store } = platform;
			const calendar = reachCalendar(call, 'owner');
			const { role } = body;
			if (role === 'unknown') throw refused.params('role');
			const user = holderOf(store, by, query.user_id_type, body.scope.user_id ?? '');
			const found = calendar.acls.find((each) => each.user === user);
			const acl = found ?? { acl_id: aclId(), role, user };
			acl.role = role;
			if (!found) calendar.acls.push(acl);
			if (role !== 'free_busy_reader') store.calendars.follows(user).add(calendar.calendar_id);
			if (!found) pushAclChange(platform, calendar, acl, 'created');
			pushCalendarChange(platform, calendar);
			return { data: aclView(store, by, acl, query.user_id_type) };
		},
	}),
	calendarRoute({
		method: 'DELETE',
		path: `${ACLS}/:acl_id`,
		scopes: SCOPES.deleteAcl,
		handle(call) {
			const { platform, params } = call;
			const calendar = reachCalendar(call, 'owner');
			const acl = calendar.acls.find(({ acl_id: id }) => id === params.acl_id);
			if (!acl) throw refused.acl();
			if (acl.user === calendar.owner) throw refused.role('the owner stays');
			calendar.acls = calendar.acls.filter((each) => each !== acl);
			platform.store.calendars.follows(acl.user).delete(calendar.calendar_id);
			pushAclChange(platform, calendar, acl, 'deleted');
			pushCalendarChange(platform, calendar);
			return { data: {} };
		},
	}),
];

export const calendarFollowRoutes = [...followRoutes, ...aclRoutes];
