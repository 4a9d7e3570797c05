import { perSpreadsheet } from '../../../shared/client/pacing';
import { collectionField } from '../../../shared/fields/nested';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeText } from '../../areas';
import { WRITE_SCOPES } from '../../scopes';
import { newCell } from './cell';
import { FLOATING, floatingItem, imageId, IMAGES, placeBody, places, type FloatImage } from './floating';

const changes = mappedField(
	collectionField(
		{
			displayName: 'Update Fields',
			name: 'floatFields',
			placeholder: 'Add field',
			description: 'All else stays as it is',
		},
		[newCell, ...places],
	),
	(given, label) => {
		if (Object.keys(given).length === 0) throw complaint(label, 'is empty', 'Add what is to be changed');
		return given;
	},
);

export const update = defineOperation({
	value: 'update',
	name: 'Update Floating',
	action: 'Update a floating image',
	description: 'Move a picture that lies over the cells, or make it larger or smaller',
	endpoint: `PATCH ${IMAGES}/:float_image_id`,
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, imageId, changes],
	output: FLOATING,
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const float_image_id = read(imageId);
		const { cell, ...place } = read(changes);
		const path = await chosen.path(asking);
		const range = cell && (await rangeText(asking, chosen, cell));
		const { float_image } = await asking.feishu.call<{ float_image: FloatImage }>(this.endpoint, {
			path: { ...path, float_image_id },
			body: { ...(range !== undefined && { range }), ...placeBody(place) },
			idempotent: true,
			paces: [perSpreadsheet(path.spreadsheet_token)],
		});
		return floatingItem(path, float_image);
	},
});
