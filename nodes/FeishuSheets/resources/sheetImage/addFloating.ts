import { perSpreadsheet } from '../../../shared/client/pacing';
import { MEDIA_UPLOADS, uploadMedia } from '../../../shared/drive/mediaUpload';
import { fileField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeText } from '../../areas';
import { WRITE_SCOPES } from '../../scopes';
import { cellField } from './cell';
import { FLOATING, floatingItem, IMAGES, optionsField, placeBody, type FloatImage } from './floating';

/** Source: …/sheets-v3/spreadsheet-sheet-float_image/float-image-user-guide */
const MOST_BYTES = 20 * 1024 * 1024;

const file = fileField();

export const addFloating = defineOperation({
	value: 'addFloating',
	name: 'Add Floating',
	action: 'Add a floating image',
	description: 'Upload a picture of the input item and let it lie over the cells, from a cell on',
	endpoint: `POST ${IMAGES}`,
	alsoCalls: MEDIA_UPLOADS,
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, cellField, file, optionsField],
	output: FLOATING,
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, label, refuse, ...asking }) {
		const { feishu } = asking;
		const chosen = read(sheetField);
		const cell = read(cellField);
		const place = placeBody(read(optionsField));
		const picture = await read(file)();
		if (picture.size > MOST_BYTES)
			throw refuse(file, `holds '${picture.fileName}', which is too large`, 'Use up to 20 MB');
		const path = await chosen.path(asking);
		const { spreadsheet_token } = path;
		const range = await rangeText(asking, chosen, cell);
		const target = { label: label(file), parentType: 'sheet_image', parentNode: spreadsheet_token } as const;
		const float_image_token = await uploadMedia(feishu, picture, target);
		const { float_image } = await feishu.call<{ float_image: FloatImage }>(this.endpoint, {
			path,
			body: { float_image_token, range, ...place },
			paces: [perSpreadsheet(spreadsheet_token)],
		});
		return floatingItem(path, float_image);
	},
});
