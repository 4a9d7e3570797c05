import type { IDataObject } from 'n8n-workflow';

import { collectionField } from '../../../shared/fields/nested';
import { numberField, textField } from '../../../shared/fields/plain';
import { outputOf } from '../../../shared/operation/output';
import type { SheetPath } from '../../../shared/sheets/contents';
import { shownRange } from '../../areas';

export const IMAGES = '/open-apis/sheets/v3/spreadsheets/:spreadsheet_token/sheets/:sheet_id/float_images';

/** Pixels. Source: …/sheets-v3/spreadsheet-sheet-float_image/create */
const SMALLEST = 20;

const size = { typeOptions: { minValue: SMALLEST }, default: 200 };
const offset = { typeOptions: { minValue: 0 }, default: 0 };

export const height = numberField({
	displayName: 'Height (Pixels)',
	name: 'height',
	description: 'From 20 on',
	...size,
});
export const width = numberField({ displayName: 'Width (Pixels)', name: 'width', description: 'From 20 on', ...size });
const offsetX = numberField({
	displayName: 'From the Left (Pixels)',
	name: 'offsetX',
	description: 'Of its cell; less than the cell is wide',
	...offset,
});
const offsetY = numberField({
	displayName: 'From the Top (Pixels)',
	name: 'offsetY',
	description: 'Of its cell; less than the cell is high',
	...offset,
});

export const places = [height, width, offsetX, offsetY] as const;

export const optionsField = collectionField(
	{ displayName: 'Options', name: 'floatOptions', placeholder: 'Add option' },
	places,
);

interface Place {
	height?: number;
	width?: number;
	offsetX?: number;
	offsetY?: number;
}

/** In the words of the platform. */
export const placeBody = ({ height: high, width: wide, offsetX: x, offsetY: y }: Place): IDataObject => ({
	...(high !== undefined && { height: high }),
	...(wide !== undefined && { width: wide }),
	...(x !== undefined && { offset_x: x }),
	...(y !== undefined && { offset_y: y }),
});

export const imageId = textField({
	displayName: 'Image ID',
	name: 'floatImageId',
	required: true,
	placeholder: 'e.g. ye06SS14ph',
	description: 'Of a floating image, as Get Many gives it',
});

/** Source: …/sheets-v3/spreadsheet-sheet-float_image/get */
export interface FloatImage {
	float_image_id: string;
	float_image_token: string;
	range?: string;
	width?: number;
	height?: number;
	offset_x?: number;
	offset_y?: number;
}

export const FLOATING = outputOf({
	spreadsheet_token: 'string',
	sheet_id: 'string',
	float_image_id: 'string',
	file_token: 'string',
	cell: 'string',
	'width?': 'number',
	'height?': 'number',
	'offset_x?': 'number',
	'offset_y?': 'number',
});

export const floatingItem = (
	{ spreadsheet_token, sheet_id }: SheetPath,
	{ float_image_id, float_image_token: file_token, range = '', ...place }: FloatImage,
): IDataObject => ({
	spreadsheet_token,
	sheet_id,
	float_image_id,
	file_token,
	cell: shownRange(range).split(':')[0] ?? '',
	...place,
});
