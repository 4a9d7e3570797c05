import type { IDataObject } from 'n8n-workflow';

import { codeOf } from '../../../../feishu/api/call';
import { object, text } from '../../../../feishu/json';
import type { FeishuClient } from '../../../shared/client/client';
import { choiceField } from '../../../shared/fields/plain';
import { namesOf } from '../../../shared/contact/namesOf';
import type { People } from '../../../shared/contact/people';
import { isNotThere, refusedField } from '../../event/refusedField';

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

/** Who has the right now, and who is not there. */
interface Shared {
	given: IDataObject[];
	problem?: Error;
}

/** Gives each of them the right; who has another one gets this. Who is not there is left out. @param label of the field that names them @throws CallError about anything else */
export async function shareCalendar(
	feishu: FeishuClient,
	calendar_id: string,
	{ ids, type }: People,
	role: string,
	label: string,
): Promise<Shared> {
	const given: IDataObject[] = [];
	const missing: Array<{ user_id: string; error: unknown }> = [];
	for (const user_id of ids)
		await feishu
			.call(SHARE_CALENDAR, {
				path: { calendar_id },
				query: { user_id_type: type },
				body: { role, scope: { type: 'user', user_id } },
				idempotent: true,
			})
			.then(
				(right) => given.push(right),
				(error: unknown) => {
					if (!isNotThere(error)) throw error;
					missing.push({ user_id, error });
				},
			);
	const shared = await withNames(feishu, given, type);
	if (missing.length === 0) return { given: shared };
	const unknown = missing.map(({ user_id }) => user_id).join(', ');
	const rest = given.length > 0 ? '. Everybody else has the right' : '';
	const advice = `Choose the person from the list: an open_id is good for the one app that gave it${rest}`;
	const what = `has somebody whom Feishu does not find: ${unknown}`;
	return { given: shared, problem: refusedField(missing[0]?.error, label, what, advice) };
}

/** All rights of a calendar. */
export async function sharesOf(feishu: FeishuClient, calendar_id: string, type: string, limit = Infinity) {
	const query = { user_id_type: type };
	return await feishu.list(GET_SHARES, { path: { calendar_id }, query, limit, pageSize: 50, itemsKey: 'acls' });
}

/** The same rights with the names of whom they are for, as far as they may be read; by open_ids alone. */
export async function withNames(
	feishu: FeishuClient,
	rights: readonly IDataObject[],
	type: string,
): Promise<IDataObject[]> {
	const idIn = ({ scope }: IDataObject) => text(object(scope).user_id);
	const names =
		type === 'open_id' && rights.length > 0 ? await namesOf(feishu, rights.map(idIn)) : new Map<string, string>();
	return rights.map((one) => ({ ...one, ...(names.has(idIn(one)) && { name: names.get(idIn(one)) }) }));
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
