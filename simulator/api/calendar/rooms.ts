import { defineRoute, type Route } from '../../gateway/route';
import { page } from '../../platform/paging';
import { PlatformError } from '../../platform/envelope';
import { flag, integer, nested, objects, required, text, texts, withDefault } from '../../platform/validate';
import { addLevel, addRoom } from '../../calendar/rooms';
import type { Room, RoomLevel } from '../../state/rooms';
import type { Store } from '../../state/store';
import { ID_TYPE } from './calendarRoute';

const ROOMS = '/open-apis/vc/v1/rooms';
const LEVELS = '/open-apis/vc/v1/room_levels';
const ROOM_SCOPES = ['vc:room', 'vc:room:readonly', 'vc:rooms.room.basicinfo:read'];
const LEVEL_SCOPES = ['vc:room', 'vc:room:readonly', 'vc:rooms.roomlevel:read'];
const PAGE = { page_size: withDefault(integer({ min: 1, max: 100 }), 10), page_token: text() };

const paramError = () => new PlatformError(121003, 'param error');
const notThere = () => new PlatformError(121004, 'data not exist', { http: 404 });

const roomView = (store: Store, room: Room) => ({
	room_id: room.room_id,
	name: room.name,
	capacity: room.capacity,
	description: room.description,
	display_id: room.display_id,
	custom_room_id: room.custom_room_id,
	room_level_id: room.room_level_id,
	path: store.calendars.rooms.pathOf(room.room_level_id).map(({ room_level_id: id }) => id),
	room_status: { status: room.status, schedule_status: room.schedule_status },
	device: room.devices.map((name) => ({ name })),
});

function levelView(store: Store, level: RoomLevel): object {
	const { room_level_id, name, parent_id, custom_group_id } = level;
	const { rooms } = store.calendars;
	const path = rooms.pathOf(room_level_id).map(({ room_level_id: id }) => id);
	const has_child = [...rooms.levels.values()].some((each) => each.parent_id === room_level_id);
	return { room_level_id, name, parent_id, path, has_child, custom_group_id };
}

const paged = <T>(store: Store, all: readonly T[], query: { page_size: number; page_token?: string }, scope: string) =>
	page(all, {
		...{ size: query.page_size, token: query.page_token, scope, invalidToken: paramError },
		uneven: store.settings.pages === 'uneven',
	});

/** As the pages call what is above all levels. */
const isTop = (id: string) => id === '' || id === '0';

const LEVEL_BODY = { name: required(text()), parent_id: required(text()), custom_group_id: text() };
const ROOM_BODY = {
	...{ name: text(), description: text(), custom_room_id: text(), room_level_id: text() },
	capacity: integer({ min: 1, max: 10_000_000 }),
	room_status: nested({ status: required(flag()), schedule_status: flag() }),
	device: objects({ name: text() }),
};

/** Meeting rooms and their levels. Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/vc-v1/room/list and its neighbors */
export const roomRoutes: readonly Route[] = [
	defineRoute({
		method: 'GET',
		path: ROOMS,
		scopes: ROOM_SCOPES,
		query: { ...ID_TYPE, ...PAGE, room_level_id: text() },
		handle({ platform: { store }, query }) {
			const { rooms } = store.calendars;
			const { room_level_id: level = '' } = query;
			if (level !== '' && !rooms.levels.has(level)) throw notThere();
			const all = [...rooms.all.values()].filter((room) => level === '' || room.room_level_id === level);
			const { items, has_more, page_token } = paged(store, all, query, `rooms ${level}`);
			return { data: { rooms: items.map((room) => roomView(store, room)), has_more, page_token: page_token ?? '' } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${ROOMS}/mget`,
		scopes: ROOM_SCOPES,
		query: ID_TYPE,
		body: { room_ids: required(texts()) },
		handle({ platform: { store }, body }) {
			const found = body.room_ids.flatMap((id) => store.calendars.rooms.all.get(id) ?? []);
			return { data: { items: found.map((room) => roomView(store, room)) } };
		},
	}),
	/** For people alone, and only what may be booked. */
	defineRoute({
		method: 'POST',
		path: `${ROOMS}/search`,
		tokens: ['user'],
		scopes: ROOM_SCOPES,
		query: ID_TYPE,
		body: {
			...{ custom_room_ids: texts(), keyword: text(), room_level_id: text(), search_level_name: flag() },
			...PAGE,
		},
		handle({ platform: { store }, body }) {
			const { rooms } = store.calendars;
			const { keyword = '', custom_room_ids: custom = [], room_level_id: level = '' } = body;
			const within = level === '' ? [...rooms.all.values()] : rooms.below(level);
			const named = (room: Room) => {
				const around = body.search_level_name ? rooms.pathOf(room.room_level_id).map(({ name }) => name) : [];
				return [room.name, ...around].some((name) => name.toLowerCase().includes(keyword.toLowerCase()));
			};
			const open = ({ status, schedule_status: bookable }: Room) => status && bookable;
			// Their own ids count alone.
			const all =
				custom.length > 0
					? [...rooms.all.values()].filter((room) => open(room) && custom.includes(room.custom_room_id))
					: within.filter((room) => open(room) && named(room));
			const { items, has_more, page_token } = paged(store, all, body, `found ${custom.join()} ${keyword} ${level}`);
			return { data: { rooms: items.map((room) => roomView(store, room)), has_more, page_token: page_token ?? '' } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: `${ROOMS}/:room_id`,
		scopes: ROOM_SCOPES,
		query: ID_TYPE,
		handle({ platform: { store }, params }) {
			const room = store.calendars.rooms.all.get(params.room_id ?? '');
			if (!room) throw notThere();
			return { data: { room: roomView(store, room) } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: ROOMS,
		scopes: ['vc:room', 'vc:rooms.room:create'],
		tier: 2,
		query: ID_TYPE,
		body: {
			...ROOM_BODY,
			name: required(text()),
			room_level_id: required(text()),
			capacity: required(ROOM_BODY.capacity),
		},
		handle({ platform: { store }, body }) {
			const { name, capacity, description = '', custom_room_id = '', room_level_id, device = [], room_status } = body;
			if (!store.calendars.rooms.levels.has(room_level_id)) throw notThere();
			const { status = true, schedule_status = true } = room_status ?? {};
			const devices = device.map(({ name: each = '' }) => each);
			const room = addRoom(store, { name, capacity, description, custom_room_id, room_level_id, devices });
			Object.assign(room, { status, schedule_status });
			return { data: { room: roomView(store, room) } };
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: `${ROOMS}/:room_id`,
		scopes: ['vc:room', 'vc:rooms.room:delete'],
		tier: 2,
		handle({ platform: { store }, params }) {
			if (!store.calendars.rooms.all.delete(params.room_id ?? '')) throw notThere();
			store.changed();
			return { data: {} };
		},
	}),
	defineRoute({
		method: 'POST',
		path: LEVELS,
		scopes: ['vc:room', 'vc:rooms.roomlevel:create'],
		tier: 2,
		body: LEVEL_BODY,
		handle({ platform: { store }, body }) {
			const { name, parent_id, custom_group_id = '' } = body;
			if (!isTop(parent_id) && !store.calendars.rooms.levels.has(parent_id)) throw notThere();
			return { data: { room_level: levelView(store, addLevel(store, { name, parent_id, custom_group_id })) } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: LEVELS,
		scopes: LEVEL_SCOPES,
		query: { ...PAGE, room_level_id: text() },
		handle({ platform: { store }, query }) {
			const { levels } = store.calendars.rooms;
			const { room_level_id: parent = '' } = query;
			if (!isTop(parent) && !levels.has(parent)) throw notThere();
			const all = [...levels.values()].filter(({ parent_id: id }) => id === parent || (isTop(id) && isTop(parent)));
			const { items, has_more, page_token } = paged(store, all, query, `levels ${parent}`);
			return { data: { items: items.map((level) => levelView(store, level)), has_more, page_token: page_token ?? '' } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: `${LEVELS}/:room_level_id`,
		scopes: LEVEL_SCOPES,
		handle({ platform: { store }, params }) {
			const level = store.calendars.rooms.levels.get(params.room_level_id ?? '');
			if (!level) throw notThere();
			return { data: { room_level: levelView(store, level) } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${LEVELS}/mget`,
		scopes: LEVEL_SCOPES,
		body: { level_ids: required(texts()) },
		handle({ platform: { store }, body }) {
			const found = body.level_ids.flatMap((id) => store.calendars.rooms.levels.get(id) ?? []);
			return { data: { items: found.map((level) => levelView(store, level)) } };
		},
	}),
];
