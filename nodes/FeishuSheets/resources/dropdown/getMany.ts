import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeField, rangeText, shownRange } from '../../areas';
import { DROPDOWNS } from './rule';

const range = rangeField({
	displayName: 'Range',
	name: 'dropdownRange',
	description: 'Where to look, as C2:C100. Empty for the whole sheet.',
});

/** Source: …/sheets-v2/datavalidation/query-datavalidation */
interface Dropdown {
	ranges?: string[];
	conditionValues?: string[];
	options?: { multipleValues?: boolean; colorValueMap?: Record<string, string> };
}

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many dropdowns',
	description: 'List the dropdowns in a range with their values and colors',
	endpoint: `GET ${DROPDOWNS}`,
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, range],
	output: outputOf({
		spreadsheet_token: 'string',
		sheet_id: 'string',
		ranges: ['string'],
		values: ['string'],
		multiple: 'boolean',
		colors: 'any',
	}),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const where = read(range);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const { dataValidations = [] } = await asking.feishu.call<{ dataValidations?: Dropdown[] }>(this.endpoint, {
			path: { spreadsheetToken: spreadsheet_token },
			query: { range: await rangeText(asking, chosen, where), dataValidationType: 'list' },
			idempotent: true,
		});
		return dataValidations.map(({ ranges = [], conditionValues: values = [], options = {} }) => ({
			spreadsheet_token,
			sheet_id,
			ranges: ranges.map(shownRange),
			values,
			multiple: options.multipleValues ?? false,
			colors: options.colorValueMap ?? {},
		}));
	},
});
