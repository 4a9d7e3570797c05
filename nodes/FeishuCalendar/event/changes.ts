import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../feishu/json';
import type { FeishuClient } from '../../shared/client/client';

export const GET_EVENTS = 'GET /open-apis/calendar/v4/calendars/:calendar_id/events';

interface Listed {
	items?: IDataObject[];
	has_more?: boolean;
	page_token?: string;
	sync_token?: string;
}

/**
 * All pages. How changes go on that are too many for one no page tells: with a page token, which stands alone as no other
 * token goes with a mark (190009), or with the next mark.
 * @param since undefined for all events
 */
export async function changes(feishu: FeishuClient, calendar_id: string, since: string | undefined) {
	const [events, seen] = [[] as IDataObject[], new Set<string>()];
	let [position, mark]: [Position | undefined, string] = [{ sync_token: since }, since ?? ''];
	while (position !== undefined) {
		seen.add(JSON.stringify(position));
		const query = { page_size: 500, ...position };
		const page: Listed = await feishu.call<Listed>(GET_EVENTS, { path: { calendar_id }, query });
		events.push(...(page.items ?? []));
		mark = text(page.sync_token) || mark;
		const next = following(page);
		position = next && !seen.has(JSON.stringify(next)) ? next : undefined;
	}
	return { events, mark };
}

type Position = { page_token: string } | { sync_token?: string };

function following({ has_more, page_token, sync_token }: Listed): Position | undefined {
	if (has_more !== true) return undefined;
	if (text(page_token) !== '') return { page_token: text(page_token) };
	return text(sync_token) === '' ? undefined : { sync_token: text(sync_token) };
}
