import type { IDataObject } from 'n8n-workflow';

import { eventTimes } from '../../../feishu/calendar/eventTimes';
import { UPDATE_EVENT } from '../../shared/calendar/endpoints';
import type { FeishuClient } from '../../shared/client/client';
import type { EventPath } from '../invite/attendeesOf';
import { changeAll, movedWhen, splitSeries, type EventChange, type NewSeries } from './changeSeries';
import { readEvent, type Target } from './series';

/** The event as it is then. */
interface Applied {
	path: EventPath;
	event: IDataObject;
	/** How many events that were changed by themselves went. */
	exceptions?: number;
	/** Why not everybody of the old series was invited to the new one. */
	problem?: unknown;
}

/** Changes an event, this and those that follow, or the series, as its target says. @param change false for none */
export async function applyChange(
	feishu: FeishuClient,
	target: Target,
	change: EventChange | false,
	{ uuid, notify }: NewSeries,
): Promise<Applied> {
	const { path, event, scope, series, when: before } = target;
	const patch = async (at: EventPath, fields: IDataObject) =>
		await feishu.call(UPDATE_EVENT, {
			path: at,
			query: { user_id_type: 'open_id' },
			body: { ...fields, need_notification: notify },
			idempotent: true,
		});
	if (scope !== 'this' && series) {
		if (!change) return { path: series.path, event: series.event };
		if (scope === 'following' && before)
			return await splitSeries(feishu, { ...target, series, when: before }, change, { uuid, notify });
		const all = { ...change, ...(change.when && { when: movedWhen(target, change.when) }) };
		return { path: series.path, ...(await changeAll(feishu, series, patch, all)) };
	}
	if (!change) return { path, event };
	const { body, when, recurrence } = change;
	await patch(path, { ...body, ...(when && eventTimes(when)), ...(recurrence !== undefined && { recurrence }) });
	return { path, event: await readEvent(feishu, path) };
}
