import { InputError } from '../../../../feishu/input';
import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeTexts, shownRange } from '../../areas';
import { DROPDOWNS, ranges } from './rule';

/** Ranges in one request. Source: …/sheets-v2/datavalidation/delete-datavalidation */
const MOST_RANGES = 100;

interface Result {
	range: string;
	success?: boolean;
	msg?: string;
	updatedCells?: number;
}

export const deleteDropdowns = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete dropdowns',
	description: 'Take the dropdowns out of cells; what the cells hold stays',
	endpoint: `DELETE ${DROPDOWNS}`,
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, ranges],
	output: outputOf({
		deleted: 'boolean',
		spreadsheet_token: 'string',
		sheet_id: 'string',
		ranges: ['string'],
		cells: 'number',
	}),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, label, ...asking }) {
		const chosen = read(sheetField);
		const wanted = read(ranges);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const texts = await rangeTexts(asking, chosen, wanted);
		const results: Result[] = [];
		for (let at = 0; at < texts.length; at += MOST_RANGES) {
			const dataValidationRanges = texts.slice(at, at + MOST_RANGES).map((range) => ({ range }));
			const { rangeResults = [] } = await asking.feishu.call<{ rangeResults?: Result[] }>(this.endpoint, {
				path: { spreadsheetToken: spreadsheet_token },
				body: { dataValidationRanges },
				idempotent: true,
				paces: [perSpreadsheet(spreadsheet_token)],
			});
			results.push(...rangeResults);
		}
		// The request succeeds where some of its ranges fail.
		const failed = results.filter(({ success }) => success === false);
		if (failed.length > 0)
			throw new InputError(
				label(ranges),
				`Feishu left the dropdowns in ${failed.map(({ range }) => shownRange(range)).join(', ')}: ${failed[0]?.msg ?? ''}`,
				failed.length < results.length ? 'Those in the other ranges are deleted' : 'Check the ranges',
			);
		const cells = results.reduce((sum, { updatedCells = 0 }) => sum + updatedCells, 0);
		return { deleted: true, spreadsheet_token, sheet_id, ranges: texts.map(shownRange), cells };
	},
});
