import type { IDataObject } from 'n8n-workflow';

import { codeOf } from '../../../../feishu/api/call';
import { object, text } from '../../../../feishu/json';
import type { FeishuClient } from '../../../shared/client/client';
import { choiceField } from '../../../shared/fields/plain';
import type { People } from '../../../shared/contact/people';

export const SHARE_CALENDAR = 'POST /open-apis/calendar/v4/calendars/:calendar_id/acls';
export const GET_SHARES = 'GET /open-apis/calendar/v4/calendars/:calendar_id/acls';
export const END_SHARE = 'DELETE /open-apis/calendar/v4/calendars/:calendar_id/acls/:acl_id';
/** For reading and for giving rights; of each one suffices. */
export const SHARE_SCOPES = ['calendar:calendar.acl:create', 'calendar:calendar'];
export const READ_SHARE_SCOPES = ['calendar:calendar.acl:read', 'calendar:calendar:readonly', 'calendar:calendar'];

export const rightField = choiceField({
	displayName: 'Right',
	name: 'calendarRight',
	options: [
		{ name: 'Can Edit', value: 'writer', description: 'Makes and changes events' },
		{ name: 'Can Manage', value: 'owner', description: 'Shares it as well' },
		{ name: 'Can See Details', value: 'reader' },
		{ name: 'Can See Free or Busy', value: 'free_busy_reader' },
	],
	default: 'reader',
	description: 'What they may do with the calendar',
});

/** Gives each of them the right; who has another one gets this. */
export async function shareCalendar(
	feishu: FeishuClient,
	calendar_id: string,
	{ ids, type }: People,
	role: string,
): Promise<IDataObject[]> {
	const given: IDataObject[] = [];
	for (const user_id of ids)
		given.push(
			await feishu.call(SHARE_CALENDAR, {
				path: { calendar_id },
				query: { user_id_type: type },
				body: { role, scope: { type: 'user', user_id } },
				idempotent: true,
			}),
		);
	return given;
}

/** All rights of a calendar. */
export async function sharesOf(feishu: FeishuClient, calendar_id: string, type: string, limit = Infinity) {
	const query = { user_id_type: type };
	return await feishu.list(GET_SHARES, { path: { calendar_id }, query, limit, pageSize: 50, itemsKey: 'acls' });
}

/** The right is gone already. Source: …/calendar-acl/delete */
const NO_ACL = 192000;

/** Takes their rights from these people. @returns those that are gone */
export async function endShares(
	feishu: FeishuClient,
	calendar_id: string,
	{ ids, type }: People,
): Promise<IDataObject[]> {
	const theirs = (await sharesOf(feishu, calendar_id, type)).filter(({ scope }) =>
		ids.includes(text(object(scope).user_id)),
	);
	for (const { acl_id } of theirs)
		await feishu
			.call(END_SHARE, { path: { calendar_id, acl_id: text(acl_id) }, idempotent: true })
			.catch((error: unknown) => {
				if (codeOf(error) !== NO_ACL) throw error;
			});
	return theirs;
}
