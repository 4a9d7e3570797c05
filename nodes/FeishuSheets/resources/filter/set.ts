import { perSpreadsheet } from '../../../shared/client/pacing';
import { mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeField, rangeText } from '../../areas';
import { conditionsField } from '../../filterFields';
import { WRITE_SCOPES } from '../../scopes';
import { FILTER, FILTER_STATE, filterState, GET_FILTER } from './state';

const UPDATE_FILTER = `PUT ${FILTER}`;

export const range = rangeField({
	displayName: 'Range',
	name: 'filteredRange',
	placeholder: 'e.g. A1:F200',
	description: 'Its first row is the header, which always stays. Empty for the whole sheet.',
});

/** The platform makes no filter without a condition. */
export const conditions = mappedField(conditionsField, (all) => {
	if (all.length > 0) return all;
	throw conditionsField.refuse('is empty', 'Add at least one');
});

export const set = defineOperation({
	value: 'set',
	name: 'Set',
	action: 'Set the filter of a sheet',
	description: 'Show people only the rows that fit; a sheet has one filter, for all who see it',
	endpoint: `POST ${FILTER}`,
	alsoCalls: [UPDATE_FILTER, GET_FILTER],
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, range, conditions],
	output: FILTER_STATE,
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const where = read(range);
		const [first, ...others] = read(conditions);
		const path = await chosen.path(asking);
		const paces = [perSpreadsheet(path.spreadsheet_token)];
		const text = await rangeText(asking, chosen, where);
		const { column: col = '', condition = {} } = first ?? {};
		await asking.feishu.call(this.endpoint, { path, body: { range: text, col, condition }, paces });
		for (const more of others) {
			const body = { col: more.column, condition: more.condition };
			await asking.feishu.call(UPDATE_FILTER, { path, body, paces, idempotent: true });
		}
		return await filterState(asking.feishu, path);
	},
});
