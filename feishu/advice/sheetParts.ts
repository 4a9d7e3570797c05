import { notFound, say, type AdviceRows } from './words';

const noFilterView = notFound('The filter view', 'It may have been deleted: choose it from the list, or by its name');
const noImage = notFound('The floating image', 'It may have been deleted: take its ID from Image → Get Many');

/**
 * What lies over the cells of a sheet: filters, conditional formats, pictures.
 * @see https://open.feishu.cn/document/ukTMukTMukTM/uATMzUjLwEzM14CMxMTN/overview
 */
export const SHEET_PARTS: AdviceRows = [
	[90230, say('Feishu does not know the rule of the conditional format', 'Choose another rule')],
	[1310223, notFound('The column, or its condition,', 'Use the letter of a column that belongs to the range')],
	[1310232, say('Feishu refused the style', 'Check colors, font size and number format')],
	[
		1310236,
		say(
			'Feishu refused the filter',
			'A sheet has one filter: update it, or remove it first. Otherwise the values do not fit the comparison',
		),
	],
	[1310237, noFilterView],
	[1310238, say('Another filter view has this ID', 'Leave the ID to Feishu')],
	[1310239, say('Feishu refused the name of the filter view', 'Use up to 100 characters')],
	[1310240, say('Another filter view of the sheet has this name', 'Use another name')],
	[1310241, say('The sheet has as many filter views as it may, 150', 'Delete those that nobody needs')],
	[1310243, noImage],
	[1310244, say('Another floating image has this ID', 'Leave the ID to Feishu')],
	[
		1310245,
		say(
			'Feishu refused the file of the floating image',
			'It has to be a picture that was uploaded into this spreadsheet, which Add Floating does; a file of Drive is none',
		),
	],
	[
		1310246,
		say(
			'Feishu refused the size or the place of the floating image',
			'It is at least 20 pixels high and wide, and begins within its cell: the distances are smaller than the cell',
		),
	],
	[1310247, say('The spreadsheet has as many floating images as it may, 4000', 'Delete those that nobody needs')],
	[
		1310248,
		say(
			'Feishu does not understand the regular expression',
			'Check its brackets, and \\ before signs that mean themselves',
		),
	],
];
