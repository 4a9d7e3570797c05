import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeTexts, shownRange } from '../../areas';
import { DROPDOWNS, ranges, ruleField } from './rule';

export const set = defineOperation({
	value: 'set',
	name: 'Set',
	action: 'Set a dropdown',
	description: 'Let people choose from a list in cells, in place of a dropdown that is there',
	endpoint: `POST ${DROPDOWNS}`,
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, ranges, ruleField],
	output: outputOf({
		set: 'boolean',
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
		for (const range of texts)
			await asking.feishu.call(this.endpoint, {
				path: { spreadsheetToken: spreadsheet_token },
				body: { range, ...rule },
				idempotent: true,
				paces: [perSpreadsheet(spreadsheet_token)],
			});
		const { conditionValues: values } = rule.dataValidation;
		return { set: true, spreadsheet_token, sheet_id, ranges: texts.map(shownRange), values };
	},
});
