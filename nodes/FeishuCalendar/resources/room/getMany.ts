import { holdsAllWords } from '../../../../feishu/words';
import { text } from '../../../../feishu/json';
import type { IDataObject } from 'n8n-workflow';
import { GET_ROOMS, ROOM_SCOPES, SEARCH_ROOMS } from '../../../shared/calendar/endpoints';
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
	alsoCalls: [SEARCH_ROOMS, ...BUSY_CALLS],
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
		return found;
	},
});
