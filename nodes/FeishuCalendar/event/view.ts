import type { IDataObject } from 'n8n-workflow';

import { codeOf } from '../../../feishu/api/call';
import { text } from '../../../feishu/json';
import type { FeishuClient } from '../../shared/client/client';
import { GET_VIEW } from '../../shared/calendar/endpoints';
import { DAY_S } from '../../../feishu/zones';

/** Less than 40 days in one request, which has no pages. Source: …/calendar-event/instance_view */
const WINDOW_S = 39 * DAY_S;

/** More than 1,000 in the range. */
const TOO_MANY = 193104;

/** Nothing shorter than this is asked for in halves. */
const SHORTEST_S = 60;

/**
 * The events of a range, each occurrence of a series by itself, in the order of their beginnings within each request; what
 * was removed from a series is left out, and nothing comes twice.
 * @param from seconds since 1970 @param to the same, not included
 */
export async function* eventsBetween(
	feishu: FeishuClient,
	calendar_id: string,
	{ from, to, type }: { from: number; to: number; type: string },
): AsyncGenerator<IDataObject> {
	const seen = new Set<string>();
	for (let start = from; start < to; start += WINDOW_S) {
		for (const event of await viewOf(feishu, calendar_id, start, Math.min(start + WINDOW_S, to), type)) {
			const key = JSON.stringify([event.event_id, event.start_time, event.end_time]);
			if (event.status === 'cancelled' || seen.has(key)) continue;
			seen.add(key);
			yield event;
		}
	}
}

async function viewOf(
	feishu: FeishuClient,
	calendar_id: string,
	start: number,
	end: number,
	user_id_type: string,
): Promise<IDataObject[]> {
	const query = { start_time: String(start), end_time: String(end), user_id_type };
	const answer = await feishu
		.call<{ items?: IDataObject[] }>(GET_VIEW, { path: { calendar_id }, query })
		.catch((error: unknown) => {
			if (codeOf(error) === TOO_MANY && end - start > SHORTEST_S) return undefined;
			throw error;
		});
	if (answer) return [...(answer.items ?? [])].sort((a, b) => beginOf(a) - beginOf(b));
	const middle = Math.floor((start + end) / 2);
	const halves = [
		await viewOf(feishu, calendar_id, start, middle, user_id_type),
		await viewOf(feishu, calendar_id, middle, end, user_id_type),
	];
	return halves.flat();
}

/** Seconds at which an event begins; of whole days those of the date in UTC, for their order only. */
function beginOf({ start_time }: IDataObject): number {
	const { timestamp, date } = (start_time ?? {}) as IDataObject;
	return timestamp !== undefined ? Number(timestamp) : Date.parse(text(date)) / 1000;
}
