import { managedCalendarField } from '../../../shared/calendar/calendar';
import { peopleField } from '../../../shared/contact/severalPeople';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { ACCESS_SHAPE } from './output';
import { END_SHARE, endShares, GET_SHARES } from './sharing';

const calendar = managedCalendarField();
const people = peopleField();

export const stopSharing = defineOperation({
	value: 'stopSharing',
	name: 'Stop Sharing',
	action: 'Stop sharing a calendar',
	description: 'Take the rights on a calendar from people',
	endpoint: END_SHARE,
	alsoCalls: [GET_SHARES],
	scopes: ['calendar:calendar.acl:delete', 'calendar:calendar'],
	identity: 'either',
	fields: [calendar, people],
	output: outputOf({ calendar_id: 'string', removed: [ACCESS_SHAPE] }),
	orderBy: ({ read }) => read(calendar).written,
	async run({ read, ...asking }) {
		const [place, whom] = [read(calendar), read(people)];
		const found = await whom.resolve(asking.feishu);
		const calendar_id = await place.id(asking);
		return { calendar_id, removed: await endShares(asking.feishu, calendar_id, found) };
	},
});
