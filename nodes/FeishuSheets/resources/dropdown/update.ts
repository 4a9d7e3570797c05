import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeTexts, shownRange } from '../../areas';
import { DROPDOWNS, ranges, ruleField } from './rule';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update dropdowns',
	description: 'Give the dropdowns in several ranges other values, colors and rules in one request',
	endpoint: `PUT ${DROPDOWNS}/:sheetId`,
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, ranges, ruleField],
	output: outputOf({
		updated: 'boolean',
		spreadsheet_token: 'string',
		sheet_id: 'string',
		ranges: ['string'],
		values: ['string'],
	}),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const wanted = read(ranges);
		const rule = read(ruleField);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const texts = await rangeTexts(asking, chosen, wanted);
		await asking.feishu.call(this.endpoint, {
			path: { spreadsheetToken: spreadsheet_token, sheetId: sheet_id },
			body: { ranges: texts, ...rule },
			idempotent: true,
			paces: [perSpreadsheet(spreadsheet_token)],
		});
		const { conditionValues: values } = rule.dataValidation;
		return { updated: true, spreadsheet_token, sheet_id, ranges: texts.map(shownRange), values };
	},
});
