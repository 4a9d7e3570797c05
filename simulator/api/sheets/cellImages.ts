import { contentTypeOf } from '../../platform/mime';
import { newId } from '../../platform/ids';
import { anything } from '../../platform/validate';
import { textOf } from '../../sheets/given';
import { cellFor } from '../../sheets/grid';
import { problem } from '../../sheets/problem';
import { requireOpen } from '../../sheets/protect';
import { placeOf } from '../../sheets/range';
import { sheetRoute, V2, WRITE, writing } from './sheetRoute';

/** A request may have 10 MB. */
const MOST = 10 * 1024 * 1024;
const PICTURES = new Set(['png', 'jpg', 'jpeg', 'gif', 'bmp', 'jfif', 'exif', 'tiff', 'bpg', 'heic', 'webp']);

const isByte = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 255;

/** A list of bytes, or the same in base64. */
function bytesOf(given: unknown): Buffer {
	if (typeof given === 'string' && /^[A-Za-z0-9+/]+=*$/.test(given)) return Buffer.from(given, 'base64');
	if (Array.isArray(given) && given.every(isByte)) return Buffer.from(given as number[]);
	throw problem(204);
}

function nameOf(given: unknown): string {
	const name = textOf(given) ?? '';
	if (!PICTURES.has(name.split('.').at(-1)?.toLowerCase() ?? '')) throw problem(204);
	return name;
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDNxYjL1QTM24SN0EjN */
export const cellImageRoutes = [
	sheetRoute({
		method: 'POST',
		path: `${V2}/values_image`,
		scopes: WRITE,
		body: { range: anything(), image: anything(), name: anything() },
		handle: async (call) => {
			if (call.raw.length > MOST) throw problem(227);
			const data = await writing(call, (book) => {
				const range = textOf(call.body.range) ?? '';
				const { sheet, ...area } = placeOf(book, range);
				if (area.top !== area.bottom || area.left !== area.right) throw problem(202);
				requireOpen(book, sheet, area, call.by);
				const [name, bytes] = [nameOf(call.body.name), bytesOf(call.body.image)];
				if (bytes.length === 0) throw problem(216);
				const file_token = newId.media();
				call.platform.store.bases.medias.set(file_token, {
					file_token,
					parent_type: 'sheet_image',
					parent_node: book.token,
					name,
					content_type: contentTypeOf(name),
					bytes,
				});
				cellFor(sheet, area.top, area.left).content = {
					type: 'embed-image',
					fileToken: file_token,
					width: 100,
					height: 100,
					link: '',
					text: '',
				};
				return { revision: book.revision + 1, spreadsheetToken: book.token, updateRange: range };
			});
			return { data };
		},
	}),
];
