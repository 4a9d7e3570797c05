import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeTexts } from '../../areas';
import { FORMAT, formatItem, FORMATS, ranges, ruleField, styleField } from './form';
import { done } from './oneByOne';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a conditional format',
	description: 'Let cells look otherwise while what they hold fits a rule; a sheet has up to 20 such formats',
	endpoint: `POST ${FORMATS}/batch_create`,
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, ranges, ruleField, styleField],
	output: FORMAT,
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, label, ...asking }) {
		const chosen = read(sheetField);
		const wanted = read(ranges);
		const rule = read(ruleField);
		const style = read(styleField);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const condition_format = { ranges: await rangeTexts(asking, chosen, wanted), ...rule, style };
		const { responses } = await asking.feishu.call<{ responses?: object[] }>(this.endpoint, {
			path: { spreadsheet_token },
			body: { sheet_condition_formats: [{ sheet_id, condition_format }] },
			paces: [perSpreadsheet(spreadsheet_token)],
		});
		const cf_id = done(label(ranges), responses);
		return formatItem(spreadsheet_token, { sheet_id, condition_format: { cf_id, ...condition_format } });
	},
});
