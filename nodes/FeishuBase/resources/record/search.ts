import { fitsGroup, isAboutDays, splitFilter, type SplitFilter } from '../../../../feishu/base/filterHere';
import { groupFilter } from '../../../../feishu/base/recordFilter';
import { calendarOf } from '../../../shared/base/calendar';
import { fieldsOf, GET_BASE } from '../../../shared/base/contents';
import { SEARCH_RECORDS } from '../../../shared/base/searching';
import { tableField } from '../../../shared/base/table';
import { PEOPLE_CALLS } from '../../../shared/contact/people';
import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { flagField } from '../../../shared/fields/plain';
import { parseMoment } from '../../../shared/fields/values';
import { defineOperation } from '../../../shared/operation/operation';
import { filterField } from './filterFields';
import { LIST_CALLS, LIST_OPTIONS, listingOf, listRecords } from './listing';
import { RECORD } from './output';
import { resolvedFilter } from './resolvedFilter';

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	...LIST_OPTIONS,
	flagField({
		displayName: 'Filter the Rest Here',
		name: 'filterHere',
		default: false,
		description:
			'Whether conditions that Feishu has no filter for (formulas, lookups) are looked at in n8n: records are fetched that do not fit. Dates are days of the base’s time zone there as well.',
	}),
]);

export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search records',
	description: 'Find the records whose cells fit conditions; 500 come with one request',
	endpoint: SEARCH_RECORDS,
	alsoCalls: [GET_BASE, ...LIST_CALLS, ...PEOPLE_CALLS],
	scopes: ['base:record:retrieve', 'bitable:app:readonly', 'bitable:app'],
	identity: 'either',
	fields: [tableField, filterField, pagingFields, simplifyField, options],
	output: RECORD,
	async run(turn) {
		const { read, panel } = turn;
		const table = read(tableField);
		const given = read(filterField);
		const limit = read(pagingFields);
		const simple = read(simplifyField);
		const { filterHere = false, ...chosen } = read(options);
		const path = await table.path(turn);
		const fields = await fieldsOf(turn, path);
		const listing = listingOf(chosen, fields);
		if (given.choice === 'json')
			return await listRecords(turn, path, withFilter(listing, given.value), { limit, simple });
		const moment = (label: string, value: unknown) => parseMoment(label, value, panel.timeZone);
		const resolved = await resolvedFilter(turn, path, given.value, fields);
		const whole: SplitFilter = { there: resolved, here: { conjunction: 'and', rows: [] } };
		const { there, here } = filterHere ? splitFilter(resolved, fields) : whole;
		const filter = groupFilter(there, fields, moment);
		// What is looked at here has to come along.
		const isPart = here.rows.length > 0 || (here.groups ?? []).length > 0;
		const calendar = isAboutDays(here, fields) ? await calendarOf(turn, path.app_token) : undefined;
		const fits = isPart ? fitsGroup(here, fields, moment, calendar) : undefined;
		const field_names = isPart ? undefined : listing.search.field_names;
		const searched = { ...listing, search: { ...listing.search, field_names } };
		return await listRecords(turn, path, withFilter(searched, filter), { limit, simple, fits });
	},
});

const withFilter = <L extends { search: object }>(listing: L, filter: object | undefined): L => ({
	...listing,
	search: { ...listing.search, ...(filter && { filter }) },
});
