import { CALENDAR_SCOPES, SEARCH_CALENDARS } from '../../../shared/calendar/endpoints';
import { pagingFields } from '../../../shared/fields/common';
import { textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { CALENDAR, calendarItem } from './output';

const MAX_QUERY = 200;
const query = mappedField(
	textField({
		displayName: 'Search For',
		name: 'calendarWords',
		required: true,
		placeholder: 'e.g. Team events',
		description: 'Words of the name of a calendar; of people only a person finds calendars so',
	}),
	(words, label) => {
		if (words.length <= MAX_QUERY) return words;
		throw complaint(label, 'is too long', `Use up to ${MAX_QUERY} characters`);
	},
);

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/search */
export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search calendars',
	description: 'Find public calendars by their names; Get finds that of a person by the e-mail address',
	endpoint: SEARCH_CALENDARS,
	scopes: CALENDAR_SCOPES,
	identity: 'either',
	fields: [query, pagingFields],
	output: CALENDAR,
	async run({ read, feishu }) {
		const body = { query: read(query) };
		const limit = read(pagingFields);
		const found = await feishu.list(this.endpoint, { body, idempotent: true, limit, pageSize: 50, itemsKey: 'items' });
		return found.map(calendarItem);
	},
});
