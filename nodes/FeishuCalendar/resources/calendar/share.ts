import { managedCalendarField } from '../../../shared/calendar/calendar';
import { NAMES_CALL } from '../../../shared/contact/namesOf';
import { peopleField } from '../../../shared/contact/severalPeople';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { ACCESS_SHAPE } from './output';
import { rightField, SHARE_CALENDAR, SHARE_SCOPES, shareCalendar } from './sharing';

const calendar = managedCalendarField();
const people = peopleField();

export const share = defineOperation({
	value: 'share',
	name: 'Share',
	action: 'Share a calendar',
	description: 'Give people a right on a calendar that the caller manages',
	endpoint: SHARE_CALENDAR,
	alsoCalls: [NAMES_CALL],
	scopes: SHARE_SCOPES,
	identity: 'either',
	fields: [calendar, people, rightField],
	output: outputOf({ calendar_id: 'string', shared_with: [ACCESS_SHAPE] }),
	orderBy: ({ read }) => read(calendar).written,
	async run({ read, ...asking }) {
		const [place, whom, role] = [read(calendar), read(people), read(rightField)];
		const found = await whom.resolve(asking.feishu);
		const calendar_id = await place.id(asking);
		const { given, problem } = await shareCalendar(asking.feishu, calendar_id, found, role, people.label);
		if (problem) throw problem;
		return { calendar_id, shared_with: given };
	},
});
