import type { INodeParameters } from 'n8n-workflow';

import { picture, type Platform } from '..';
import { cellFor } from '../../../../simulator/sheets/grid';
import { ownSheet } from '../sheetPlace';
import { late, LIMIT, type Cases } from './common';
import { SHEET } from './spreadsheet';

const IMAGE_ID = 'ye06SS14ph';
const TOKEN = 'boxcnPictureOfTheTestCases0';
const EMPTY = { bytes: Buffer.alloc(0), fileName: 'empty.png', mimeType: 'image/png' };

const items = [{ files: { data: picture, empty: EMPTY } }];

/** A sheet with a picture over its cells, and one in C2. */
function pictured(p: Platform): INodeParameters {
	const { book, sheet, where } = ownSheet(p);
	const place = { row: 1, column: 1, width: 100, height: 80, offset_x: 0, offset_y: 0 };
	sheet.floatImages.push({ float_image_id: IMAGE_ID, float_image_token: TOKEN, ...place });
	p.store.bases.medias.set(TOKEN, {
		file_token: TOKEN,
		parent_type: 'sheet_image',
		parent_node: book.token,
		name: 'picture.png',
		content_type: 'image/png',
		bytes: picture.bytes,
	});
	cellFor(sheet, 1, 2).content = { type: 'embed-image', fileToken: TOKEN, width: 1, height: 1, link: '', text: '' };
	return { ...where, floatImageId: IMAGE_ID, imageCell: 'C2' };
}

const CELL = [
	[{ imageCell: late('') }, 'Cell'],
	[{ imageCell: late('A1:B2') }, 'Cell'],
	[{ imageCell: 'C:C' }, 'Cell'],
] as const;
const FILE = [
	[{ binaryPropertyName: late('') }, 'Input Data Field Name'],
	[{ binaryPropertyName: late('nothing') }, 'Input Data Field Name'],
] as const;
const ID = [[{ floatImageId: late('') }, 'Image ID']] as const;

export const sheetImage: Cases = {
	addFloating: {
		parameters: (p) => ({ ...ownSheet(p).where, imageCell: 'B2' }),
		items,
		refused: [...SHEET, ...CELL, ...FILE, [{ floatOptions: { width: 10 } }, 'Width']],
	},
	delete: { parameters: pictured, refused: [...SHEET, ...ID] },
	download: {
		parameters: pictured,
		refused: [...SHEET, ...CELL, [{ outputField: late(' ') }, 'Put Output File in Field']],
	},
	getAll: { parameters: pictured, refused: [...SHEET, ...LIMIT] },
	insert: {
		parameters: (p) => ({ ...ownSheet(p).where, imageCell: 'C2' }),
		items,
		refused: [...SHEET, ...CELL, ...FILE, [{ binaryPropertyName: 'empty' }, 'empty.png']],
	},
	update: {
		parameters: (p) => ({ ...pictured(p), floatFields: { width: 300, cell: 'D4' } }),
		refused: [
			...SHEET,
			...ID,
			[{ floatFields: {} }, 'Update Fields'],
			[{ floatFields: { height: 1 } }, 'Height'],
			[{ floatFields: { cell: 'A:A' } }, 'Cell'],
		],
	},
};
