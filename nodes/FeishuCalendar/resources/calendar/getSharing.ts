import { managedCalendarField } from '../../../shared/calendar/calendar';
import { NAMES_CALL } from '../../../shared/contact/namesOf';
import { userIdTypeField } from '../../../shared/contact/userIdType';
import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { ACCESS_SHAPE } from './output';
import { GET_SHARES, READ_SHARE_SCOPES, sharesOf, withNames } from './sharing';

const calendar = managedCalendarField();

export const getSharing = defineOperation({
	value: 'getSharing',
	name: 'Get Sharing',
	action: 'Get with whom a calendar is shared',
	description: 'List who has which right on a calendar that the caller manages',
	endpoint: GET_SHARES,
	alsoCalls: [NAMES_CALL],
	scopes: READ_SHARE_SCOPES,
	identity: 'either',
	fields: [calendar, pagingFields, userIdTypeField],
	output: outputOf(ACCESS_SHAPE),
	async run({ read, ...asking }) {
		const [place, limit, type] = [read(calendar), read(pagingFields), read(userIdTypeField)];
		const rights = await sharesOf(asking.feishu, await place.id(asking), type, limit);
		return await withNames(asking.feishu, rights, type);
	},
});
