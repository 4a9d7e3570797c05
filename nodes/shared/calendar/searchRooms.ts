import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';
import { listSearch } from '../fields/listSearch';
import { GET_ROOMS, ROOM_SCOPES, SEARCH_ROOMS } from './endpoints';

/** Most rooms that a list shows of a person's. */
const MOST = 1000;

/** Meeting rooms: an app lists all of the organization, a person those that may be booked. */
export const searchRooms = listSearch({
	what: 'meeting rooms',
	scopes: ROOM_SCOPES,
	keepMs: 60_000,
	foundBy: 'the name and the description',
	async *entries({ feishu }) {
		for await (const room of roomsSeen(feishu)) {
			const capacity = Number(room.capacity) > 0 ? ` (${Number(room.capacity)} seats)` : '';
			const words = `${text(room.description)} ${text(room.custom_room_id)}`;
			yield { name: `${text(room.name) || 'Unnamed room'}${capacity}`, value: text(room.room_id), words };
		}
	},
	nothing: { message: 'No meeting room that can be seen', advice: 'An administrator adds rooms. Or enter an ID.' },
});

/** @param keyword for a person's own search */
export async function* roomsSeen(feishu: FeishuClient, keyword = ''): AsyncGenerator<IDataObject> {
	if (await feishu.isPerson()) {
		const body = keyword === '' ? {} : { keyword };
		yield* await feishu.list(SEARCH_ROOMS, {
			body,
			idempotent: true,
			limit: MOST,
			pageSize: 100,
			pagingIn: 'body',
			itemsKey: 'rooms',
		});
	} else yield* feishu.records(GET_ROOMS, { pageSize: 100, itemsKey: 'rooms' });
}
