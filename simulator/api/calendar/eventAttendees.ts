import { attendeeView, chatMemberViews } from '../../calendar/attendees';
import { toChange, touch } from '../../calendar/events';
import { ATTENDEE_TYPES, type GivenAttendee, invite, namedBy } from '../../calendar/invite';
import { refused } from '../../calendar/problem';
import { may, reachEvent } from '../../calendar/rights';
import { settleRooms } from '../../calendar/rooms';
import { pushEventChange } from '../../events/calendarEvents';
import type { Asking } from '../../calendar/access';
import type { UserIdType } from '../../platform/ids';
import { page } from '../../platform/paging';
import { flag, integer, objects, oneOf, text, texts, withDefault } from '../../platform/validate';
import { isIn } from '../../state/operator';
import { invalidId } from '../lookUp';
import { personNamed } from './people';
import { ATTENDEES, calendarRoute, ID_TYPE, SCOPES } from './calendarRoute';

const MOST_ROOMS = 100;
const MOST_DELETED = 500;
const NAMES = { user_id: text(), chat_id: text(), room_id: text(), third_party_email: text() };
const PAGE = { page_size: withDefault(integer({ min: 1, max: 100 }), 20), page_token: text() };

/** How the caller names people and groups. */
const invitingAs = ({ platform: { store }, by }: Asking, idType: UserIdType) => ({
	...{ store, by, noChat: () => invalidId('chat_id') },
	person: (id: string) => personNamed(store, by.app, idType, id).open_id,
});

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar-event-attendee/list and its neighbors */
export const eventAttendeeRoutes = [
	calendarRoute({
		method: 'GET',
		path: ATTENDEES,
		scopes: SCOPES.readEvent,
		query: { ...ID_TYPE, ...PAGE, need_resource_customization: flag() },
		handle(call) {
			const { platform, by, query } = call;
			const { store } = platform;
			const reached = reachEvent(call, query.user_id_type);
			if (!may(call, reached, 'can_see_others')) throw refused.listAttendees();
			settleRooms(store, reached.event, true);
			const { items, has_more, page_token } = page(reached.event.attendees, {
				...{ size: query.page_size, token: query.page_token, scope: `attendees ${reached.event.event_id}` },
				invalidToken: () => refused.params('page_token'),
				uneven: store.settings.pages === 'uneven',
			});
			const shown = { idType: query.user_id_type, customization: query.need_resource_customization };
			const views = items.map((attendee) => attendeeView(store, by, attendee, shown));
			return { data: { items: views, has_more, page_token: page_token ?? '' } };
		},
	}),
	calendarRoute({
		method: 'POST',
		path: ATTENDEES,
		scopes: SCOPES.updateEvent,
		query: ID_TYPE,
		body: {
			attendees: objects(
				{
					...{
						type: oneOf(ATTENDEE_TYPES),
						is_optional: flag(),
						...NAMES,
						operate_id: text(),
						approval_reason: text(),
					},
					resource_customization: objects({
						index_key: text(),
						input_content: text(),
						options: objects({ option_key: text(), others_content: text() }),
					}),
				},
				{ max: 1000 },
			),
			need_notification: flag(),
			instance_start_time_admin: text(),
			is_enable_admin: flag(),
			add_operator_to_attendee: flag(),
		},
		handle(call) {
			const { platform, by, query, body } = call;
			const { store } = platform;
			const idType = query.user_id_type;
			const reached = reachEvent(call, idType);
			if (!may(call, reached, 'can_invite_others')) throw refused.addAttendees();
			const given = (body.attendees ?? []) as GivenAttendee[];
			if (given.filter(({ type }) => type === 'resource').length > MOST_ROOMS)
				throw refused.params('more than 100 rooms');
			const adds = store.settings.operatorAttends === 'added';
			const withOperator = body.add_operator_to_attendee ?? adds;
			const inviting = invitingAs(call, idType);
			for (const each of given) namedBy(each, inviting);
			const event = toChange(store, reached);
			const added = invite(event, given, { ...inviting, withOperator });
			touch(store, event);
			pushEventChange(platform, event, { change_type: 'update' });
			const views = added.map((attendee) => attendeeView(store, by, attendee, { idType, customization: true }));
			return { data: { attendees: views } };
		},
	}),
	calendarRoute({
		method: 'POST',
		path: `${ATTENDEES}/batch_delete`,
		scopes: SCOPES.removeAttendees,
		query: ID_TYPE,
		body: {
			attendee_ids: texts(),
			delete_ids: objects({ type: oneOf(ATTENDEE_TYPES), ...NAMES }),
			need_notification: flag(),
			instance_start_time_admin: text(),
			is_enable_admin: flag(),
		},
		handle(call) {
			const { platform, query, body } = call;
			const { store } = platform;
			const { attendee_ids: ids = [], delete_ids: named = [] } = body;
			if (ids.length + named.length > MOST_DELETED) throw refused.params('more than 500 attendees');
			const reached = reachEvent(call, query.user_id_type);
			if (!may(call, reached, 'can_modify_event')) throw refused.removeAttendees();
			const inviting = invitingAs(call, query.user_id_type);
			const gone = (named as GivenAttendee[]).map((each) => namedBy(each, inviting));
			const event = toChange(store, reached);
			// Those of a group leave with it alone.
			const leaves = ({ attendee_id, type, named: id }: (typeof event.attendees)[number]) =>
				ids.includes(attendee_id) || gone.some((each) => each.type === type && each.named === id);
			if (!event.attendees.some(leaves)) throw refused.attendee();
			// For those who are out it is an event that is gone.
			pushEventChange(platform, event, { change_type: 'update' });
			event.attendees = event.attendees.filter((attendee) => !leaves(attendee));
			touch(store, event);
			return { data: {} };
		},
	}),
	calendarRoute({
		method: 'GET',
		path: `${ATTENDEES}/:attendee_id/chat_members`,
		scopes: SCOPES.readEvent,
		query: { ...ID_TYPE, ...PAGE },
		handle(call) {
			const { platform, by, params, query } = call;
			const { store } = platform;
			const { event } = reachEvent(call, query.user_id_type);
			const attendee = event.attendees.find(({ attendee_id: id }) => id === params.attendee_id);
			if (!attendee) throw refused.attendee();
			const chat = attendee.type === 'chat' ? store.im.chats.get(attendee.named) : undefined;
			if (!chat) throw refused.attendeeType();
			if (!isIn(chat, by)) throw refused.listAttendees('the caller is not in the chat');
			const { items, has_more, page_token } = page(chatMemberViews(store, by, attendee), {
				...{ size: query.page_size, token: query.page_token, scope: `members ${attendee.attendee_id}` },
				invalidToken: () => refused.params('page_token'),
			});
			return { data: { items, has_more, page_token: page_token ?? '' } };
		},
	}),
];
