import type { IDataObject } from 'n8n-workflow';

import { object, text } from '../../../feishu/json';
import type { FeishuClient } from '../../shared/client/client';
import { CREATE_EVENT } from '../../shared/calendar/endpoints';

export interface NewEvent {
	calendar_id: string;
	body: IDataObject;
	/** For the platform to make it once, however often it is sent. */
	uuid: string;
}

/** Makes an event, once. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar-event/create */
export async function createEvent(
	feishu: FeishuClient,
	{ calendar_id, body, uuid }: NewEvent,
): Promise<{ event: IDataObject; path: { calendar_id: string; event_id: string } }> {
	const answer = await feishu.call<{ event?: IDataObject }>(CREATE_EVENT, {
		path: { calendar_id },
		query: { idempotency_key: uuid, user_id_type: 'open_id' },
		body,
		idempotent: true,
	});
	const event = object(answer.event) as IDataObject;
	return { event, path: { calendar_id, event_id: text(event.event_id) } };
}
