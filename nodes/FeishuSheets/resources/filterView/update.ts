import { perSpreadsheet } from '../../../shared/client/pacing';
import { collectionField } from '../../../shared/fields/nested';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeField, rangeText } from '../../areas';
import { conditionsField, shownCondition } from '../../filterFields';
import { WRITE_SCOPES } from '../../scopes';
import { CONDITION_CALLS, conditionsOf, setConditions } from './conditions';
import { viewNameField } from './names';
import { viewItem, WHOLE_FILTER_VIEW } from './output';
import { viewField, VIEWS, type ViewEntry } from './views';

const changes = mappedField(
	collectionField(
		{
			displayName: 'Update Fields',
			name: 'filterViewFields',
			placeholder: 'Add field',
			description: 'All else stays as it is',
		},
		[
			viewNameField({ displayName: 'Name', name: 'name', description: 'Each name once in a sheet' }),
			rangeField({
				displayName: 'Range',
				name: 'range',
				placeholder: 'e.g. A1:F200',
				description: 'Its first row is the header',
			}),
		],
	),
	(given, label) => {
		if (given.name === '') throw complaint(label, "has an empty 'Name'", 'Enter a name, or remove the field');
		return given;
	},
);

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a filter view',
	description: 'Rename a filter view, change its range, or what the rows have to be in some columns',
	endpoint: `PATCH ${VIEWS}/:filter_view_id`,
	alsoCalls: CONDITION_CALLS,
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, viewField, changes, conditionsField],
	output: WHOLE_FILTER_VIEW,
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const view = read(viewField);
		const { name, range } = read(changes);
		const wanted = read(conditionsField);
		if (name === undefined && range === undefined && wanted.length === 0)
			throw changes.refuse('is empty', 'Add what is to be changed, or a condition');
		const path = await chosen.path(asking);
		let entry = await view.entry(asking, path);
		const one = { ...path, filter_view_id: entry.filter_view_id };
		if (name !== undefined || range !== undefined) {
			const body = {
				...(name !== undefined && { filter_view_name: name }),
				...(range && { range: await rangeText(asking, chosen, range) }),
			};
			const paces = [perSpreadsheet(path.spreadsheet_token)];
			const request = { path: one, body, paces, idempotent: true };
			entry = (await asking.feishu.call<{ filter_view: ViewEntry }>(this.endpoint, request)).filter_view;
		}
		const had = await conditionsOf(asking.feishu, one);
		if (wanted.length > 0)
			await setConditions(
				asking.feishu,
				one,
				wanted,
				had.map(({ condition_id }) => condition_id),
			);
		const now = wanted.length > 0 ? await conditionsOf(asking.feishu, one) : had;
		return {
			...viewItem(path, entry),
			conditions: now.map(({ condition_id, ...condition }) => shownCondition(condition_id, condition)),
		};
	},
});
