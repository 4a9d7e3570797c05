import { newId } from '../../platform/ids';
import { text } from '../../platform/validate';
import { anything } from '../../platform/validate';
import { sheetIn } from '../../sheets/access';
import { problem } from '../../sheets/problem';
import { placeOf, rangeOf } from '../../sheets/range';
import type { FloatImage } from '../../state/sheetParts';
import type { Sheet, Spreadsheet } from '../../state/sheets';
import type { Store } from '../../state/store';
import { bookOf, READ_CELLS, sheetRoute, SHEETS_V3, WRITE, writing } from './sheetRoute';

const PATH = `${SHEETS_V3}/:sheet_id/float_images`;
const ONE = `${PATH}/:float_image_id`;
const WRITE_CELLS = [...WRITE, 'sheets:spreadsheet:write_only'];
const MOST = 4000;
const SMALLEST = 20;
/** Of a cell that nobody has made wider or higher. */
const CELL = { width: 105, height: 27 };
const MAX_BYTES = 20 * 1024 * 1024;

const BODY = {
	float_image_token: text(),
	range: text(),
	width: anything(),
	height: anything(),
	offset_x: anything(),
	offset_y: anything(),
};

const shown = (sheet: Sheet, { row, column, ...image }: FloatImage) => ({
	...image,
	range: rangeOf({ sheet, top: row, bottom: row, left: column, right: column }),
});

function imageIn(
	book: Spreadsheet,
	{ sheet_id = '', float_image_id = '' }: Readonly<Record<string, string | undefined>>,
): { sheet: Sheet; image: FloatImage } {
	const sheet = sheetIn(book, sheet_id);
	const image = sheet.floatImages.find((each) => each.float_image_id === float_image_id);
	if (!image) throw problem(243);
	return { sheet, image };
}

function idOf({ floatImages }: Sheet, given: string | undefined): string {
	if (given === undefined) return newId.sheetPart();
	if (!/^[A-Za-z0-9]{10}$/.test(given)) throw problem(243);
	if (floatImages.some(({ float_image_id: id }) => id === given)) throw problem(244);
	return given;
}

/** A picture that was uploaded into this spreadsheet as one; a file of Drive is none. */
function requirePicture(store: Store, book: Spreadsheet, token: string): void {
	const media = store.bases.medias.get(token);
	if (media?.parent_node !== book.token || media.parent_type !== 'sheet_image') throw problem(245);
	if (media.bytes.length > MAX_BYTES) throw problem(226);
}

function sizeOf(given: unknown, least: number, below = Infinity): number | undefined {
	if (given === undefined || given === null) return undefined;
	if (typeof given !== 'number' || given < least || given >= below) throw problem(246);
	return given;
}

type Body = Readonly<{ [K in keyof typeof BODY]?: unknown }>;

/** What a request says of a picture; the offset lies within its cell. */
function changeOf(book: Spreadsheet, sheet: Sheet, { range, ...given }: Body, image: FloatImage): FloatImage {
	const at = range === undefined ? undefined : placeOf(book, String(range));
	if (at && (at.sheet !== sheet || at.top !== at.bottom || at.left !== at.right)) throw problem(202);
	const { row, column } = at ? { row: at.top, column: at.left } : image;
	const offset_x = sizeOf(given.offset_x, 0, sheet.columns[column]?.size ?? CELL.width) ?? image.offset_x;
	const offset_y = sizeOf(given.offset_y, 0, sheet.rows[row]?.size ?? CELL.height) ?? image.offset_y;
	const width = sizeOf(given.width, SMALLEST) ?? image.width;
	const height = sizeOf(given.height, SMALLEST) ?? image.height;
	return { ...image, row, column, width, height, offset_x, offset_y };
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/sheets-v3/spreadsheet-sheet-float_image/create and its neighbors */
export const floatImageRoutes = [
	sheetRoute({
		method: 'POST',
		path: PATH,
		scopes: WRITE_CELLS,
		tier: 3,
		body: { float_image_id: text(), ...BODY },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const sheet = sheetIn(book, call.params.sheet_id ?? '');
				const { float_image_id, float_image_token = '', ...body } = call.body;
				if (book.sheets.flatMap(({ floatImages }) => floatImages).length >= MOST) throw problem(247);
				requirePicture(call.platform.store, book, float_image_token);
				if (body.range === undefined) throw problem(202);
				const fresh: FloatImage = {
					float_image_id: idOf(sheet, float_image_id),
					float_image_token,
					...{ row: 0, column: 0, width: 100, height: 100, offset_x: 0, offset_y: 0 },
				};
				const image = changeOf(book, sheet, body, fresh);
				sheet.floatImages.push(image);
				return { float_image: shown(sheet, image) };
			}),
		}),
	}),
	sheetRoute({
		method: 'GET',
		path: `${PATH}/query`,
		scopes: READ_CELLS,
		tier: 3,
		handle(call) {
			const sheet = sheetIn(bookOf(call, 'view'), call.params.sheet_id ?? '');
			return { data: { items: sheet.floatImages.map((image) => shown(sheet, image)) } };
		},
	}),
	sheetRoute({
		method: 'GET',
		path: ONE,
		scopes: READ_CELLS,
		tier: 3,
		handle(call) {
			const { sheet, image } = imageIn(bookOf(call, 'view'), call.params);
			return { data: { float_image: shown(sheet, image) } };
		},
	}),
	sheetRoute({
		method: 'PATCH',
		path: ONE,
		scopes: WRITE_CELLS,
		tier: 3,
		body: BODY,
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const { sheet, image } = imageIn(book, call.params);
				const { float_image_token: token, ...body } = call.body;
				if (token !== undefined) requirePicture(call.platform.store, book, token);
				Object.assign(
					image,
					changeOf(book, sheet, body, image),
					token === undefined ? {} : { float_image_token: token },
				);
				return { float_image: shown(sheet, image) };
			}),
		}),
	}),
	sheetRoute({
		method: 'DELETE',
		path: ONE,
		scopes: WRITE_CELLS,
		tier: 3,
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const { sheet, image } = imageIn(book, call.params);
				sheet.floatImages.splice(sheet.floatImages.indexOf(image), 1);
				return {};
			}),
		}),
	}),
];
