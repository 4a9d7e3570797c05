import type { IDataObject } from 'n8n-workflow';

import { object, text } from '../../../../feishu/json';
import { cancelSignalOf } from '../../../shared/client/context';
import { failureData, toNodeError } from '../../../shared/client/errors';
import { throwIfCancelled } from '../../../shared/client/httpAnswer';
import { authenticationOf } from '../../../shared/client/sessions';
import { NAMES_CALL } from '../../../shared/contact/namesOf';
import { optionalPeopleField } from '../../../shared/contact/severalPeople';
import { collectionField } from '../../../shared/fields/nested';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { tell } from '../../../shared/operation/tell';
import { LOOKS, looksBody, nameField } from './fields';
import { ACCESS_SHAPE, CALENDAR_SHAPE, calendarItem } from './output';
import { rightField, SHARE_CALENDAR, SHARE_SCOPES, shareCalendar } from './sharing';

const people = optionalPeopleField({
	displayName: 'Share With',
	name: 'shareCalendarWith',
	placeholder: 'Add Share',
	description: 'A calendar of an app is seen by nobody until it is shared',
});
const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, LOOKS);

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/create */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a calendar',
	description: 'Make a shared calendar, and share it with people in the same step',
	endpoint: 'POST /open-apis/calendar/v4/calendars',
	alsoCalls: [SHARE_CALENDAR, NAMES_CALL],
	scopes: ['calendar:calendar:create', 'calendar:calendar'],
	identity: 'either',
	fields: [nameField, people, rightField, options],
	output: outputOf({
		...CALENDAR_SHAPE,
		'shared_with?': [ACCESS_SHAPE],
		'sharing_error?': 'string',
		'sharing_error_details?': { advice: 'string', 'code?': 'number', 'log_id?': 'string' },
	}),
	async run({ read, feishu, context }) {
		const summary = read(nameField);
		const chosen = read(people);
		const role = read(rightField);
		const body = { summary, ...looksBody(read(options)) };
		const whom = await chosen.resolve(feishu);
		const made = await feishu.call<{ calendar?: IDataObject }>(this.endpoint, { body });
		const calendar = calendarItem(object(made.calendar));
		if (whom.ids.length === 0) return calendar;
		// Whoever ran the step again would make a second one.
		const { given = [], problem } = await shareCalendar(
			feishu,
			text(calendar.calendar_id),
			whom,
			role,
			people.label,
		).catch((reason: unknown): { given?: IDataObject[]; problem: unknown } => ({ problem: reason }));
		const shared = { ...calendar, ...(given.length > 0 && { shared_with: given }) };
		if (problem === undefined) return shared;
		throwIfCancelled(problem, cancelSignalOf(context));
		const words = { scopes: SHARE_SCOPES, caller: authenticationOf(context), consoleUrl: await feishu.consoleUrl() };
		const { error, details } = failureData(toNodeError(context.getNode(), problem, words));
		tell(
			context,
			[
				`The calendar is there, but not shared with ${given.length > 0 ? 'everybody' : 'anybody'}: ${error}. See sharing_error in the output`,
			],
			'warning',
		);
		return { ...shared, sharing_error: error, sharing_error_details: details };
	},
});
