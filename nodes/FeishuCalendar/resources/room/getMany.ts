import type { IDataObject } from 'n8n-workflow';

import { holdsAllWords } from '../../../../feishu/words';
import { object, text } from '../../../../feishu/json';
import { GET_LEVELS_BY_ID, GET_ROOMS, ROOM_SCOPES, SEARCH_ROOMS } from '../../../shared/calendar/endpoints';
import type { FeishuClient } from '../../../shared/client/client';
import { roomsSeen } from '../../../shared/calendar/searchRooms';
import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { momentField, numberField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { BUSY_CALLS, roomsBusy } from '../../busy/busyOf';
import { HOUR } from '../../../../feishu/zones';

const words = textField({
	displayName: 'Name Contains',
	name: 'roomName',
	placeholder: 'e.g. 3F',
	description: 'Only rooms whose name has all of these words',
});
const seats = numberField({
	displayName: 'Seats',
	name: 'seats',
	typeOptions: { minValue: 1 },
	default: 1,
	description: 'Only rooms for as many people',
});
const from = momentField({
	displayName: 'Free From',
	name: 'freeFrom',
	description: 'Only rooms that are free from then until Free Until; each takes a request',
});
const to = momentField({
	displayName: 'Free Until',
	name: 'freeUntil',
	description: 'An hour after Free From when empty',
});
const filters = collectionField({ displayName: 'Filters', name: 'roomFilters', placeholder: 'Add filter' }, [
	from,
	to,
	words,
	seats,
]);

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many meeting rooms',
	description: 'List meeting rooms, those that are free at a time if wanted',
	endpoint: GET_ROOMS,
	alsoCalls: [SEARCH_ROOMS, GET_LEVELS_BY_ID, ...BUSY_CALLS],
	scopes: ROOM_SCOPES,
	identity: 'either',
	fields: [filters, pagingFields],
	output: outputOf({
		room_id: 'string',
		'name?': 'string',
		'capacity?': 'number',
		'description?': 'string',
		'display_id?': 'string',
		'custom_room_id?': 'string',
		'room_level_id?': 'string',
		'path?': 'any',
		'path_names?': ['string'],
		'room_status?': 'any',
		'device?': 'any',
	}),
	async run({ read, refuse, panel, feishu }) {
		const { roomName = '', seats: wanted = 1, freeFrom, freeUntil } = read(filters);
		const limit = read(pagingFields);
		if (freeFrom === undefined && freeUntil !== undefined)
			throw refuse(filters, `needs '${from.label}' beside '${to.label}'`);
		const range = freeFrom === undefined ? undefined : { start: freeFrom, end: freeUntil ?? freeFrom + HOUR };
		if (range && range.end <= range.start)
			throw refuse(filters, `has a '${to.label}' that is no later than '${from.label}'`);
		const found: IDataObject[] = [];
		for await (const room of roomsSeen(feishu, roomName)) {
			if (found.length >= limit) break;
			if (!holdsAllWords(text(room.name), roomName) || Number(room.capacity ?? 0) < wanted) continue;
			const id = text(room.room_id);
			const taken = range && (await roomsBusy(feishu, [id], range, panel.timeZone)).get(id);
			if (!taken || taken.length === 0) found.push(room);
		}
		return await withLevels(feishu, found);
	},
});

/** Levels in one request; the page names no limit. Source: …/vc-v1/room_level/mget */
const MOST_LEVELS = 100;

const pathOf = ({ path }: IDataObject): string[] => (Array.isArray(path) ? path.map(text) : []);

/** The rooms with the names of city, building and floor beside `path`, as far as the caller may know them: an app alone. */
async function withLevels(feishu: FeishuClient, rooms: readonly IDataObject[]): Promise<IDataObject[]> {
	const ids = [...new Set(rooms.flatMap(pathOf))];
	const names = new Map<string, string>();
	if (ids.length === 0 || (await feishu.isPerson())) return [...rooms];
	try {
		for (let at = 0; at < ids.length; at += MOST_LEVELS) {
			const body = { level_ids: ids.slice(at, at + MOST_LEVELS) };
			const { items = [] } = await feishu.call<{ items?: unknown[] }>(GET_LEVELS_BY_ID, { body, idempotent: true });
			for (const level of items.map(object)) names.set(text(level.room_level_id), text(level.name));
		}
	} catch {
		// The rooms are what was asked for.
		return [...rooms];
	}
	return rooms.map((room) => ({ ...room, path_names: pathOf(room).map((id) => names.get(id) ?? id) }));
}
