import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeTexts } from '../../areas';
import { FORMAT, formatId, formatItem, FORMATS, ranges, ruleField, styleField } from './form';
import { done } from './oneByOne';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a conditional format',
	description: 'Give a conditional format other ranges, another rule and another style: all of it is set anew',
	endpoint: `POST ${FORMATS}/batch_update`,
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, formatId, ranges, ruleField, styleField],
	output: FORMAT,
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, label, ...asking }) {
		const chosen = read(sheetField);
		const cf_id = read(formatId);
		const wanted = read(ranges);
		const rule = read(ruleField);
		const style = read(styleField);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const condition_format = { cf_id, ranges: await rangeTexts(asking, chosen, wanted), ...rule, style };
		const { responses } = await asking.feishu.call<{ responses?: object[] }>(this.endpoint, {
			path: { spreadsheet_token },
			body: { sheet_condition_formats: [{ sheet_id, condition_format }] },
			idempotent: true,
			paces: [perSpreadsheet(spreadsheet_token)],
		});
		done(label(formatId), responses);
		return formatItem(spreadsheet_token, { sheet_id, condition_format });
	},
});
