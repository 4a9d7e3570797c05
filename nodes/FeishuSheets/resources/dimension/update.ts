import { perSpreadsheet } from '../../../shared/client/pacing';
import { collectionField } from '../../../shared/fields/nested';
import { flagField, numberField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { linesField, partsFromEnd } from './lines';
import { linesItem, linesOutput } from './output';

const changes = mappedField(
	collectionField(
		{
			displayName: 'Update Fields',
			name: 'lineFields',
			placeholder: 'Add field',
			description: 'All else stays as it is',
		},
		[
			flagField({
				displayName: 'Hidden',
				name: 'hidden',
				default: true,
				description: 'Whether people do not see them',
			}),
			numberField({
				displayName: 'Size (Pixels)',
				name: 'size',
				typeOptions: { minValue: 0 },
				default: 100,
				description: 'How high each row is, or how wide each column',
			}),
		],
	),
	({ hidden, size }, label) => {
		if (hidden === undefined && size === undefined) throw complaint(label, 'is empty', 'Add what is to be changed');
		return {
			...(hidden !== undefined && { visible: !hidden }),
			...(size !== undefined && { fixedSize: Math.round(size) }),
		};
	},
);

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update rows or columns',
	description: 'Hide or show rows or columns, or change their size',
	endpoint: 'PUT /open-apis/sheets/v2/spreadsheets/:spreadsheetToken/dimension_range',
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, linesField, changes],
	output: linesOutput('updated'),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const lines = read(linesField);
		const dimensionProperties = read(changes);
		const path = await chosen.path(asking);
		const { spreadsheet_token: spreadsheetToken, sheet_id: sheetId } = path;
		for (const { major, first, last } of partsFromEnd(lines)) {
			// Counted from 1, both ends included.
			const dimension = { sheetId, majorDimension: major, startIndex: first, endIndex: last };
			await asking.feishu.call(this.endpoint, {
				path: { spreadsheetToken },
				body: { dimension, dimensionProperties },
				idempotent: true,
				paces: [perSpreadsheet(spreadsheetToken)],
			});
		}
		return linesItem('updated', path, lines);
	},
});
