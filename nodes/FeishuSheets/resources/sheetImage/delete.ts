import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { WRITE_SCOPES } from '../../scopes';
import { imageId, IMAGES } from './floating';

export const deleteImage = defineOperation({
	value: 'delete',
	name: 'Delete Floating',
	action: 'Delete a floating image',
	description: 'Take a picture away that lies over the cells',
	endpoint: `DELETE ${IMAGES}/:float_image_id`,
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, imageId],
	output: doneOutput('deleted', 'spreadsheet_token', 'sheet_id', 'float_image_id'),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const float_image_id = read(imageId);
		const path = await chosen.path(asking);
		await asking.feishu.call(this.endpoint, {
			path: { ...path, float_image_id },
			paces: [perSpreadsheet(path.spreadsheet_token)],
		});
		const { spreadsheet_token, sheet_id } = path;
		return { deleted: true, spreadsheet_token, sheet_id, float_image_id };
	},
});
