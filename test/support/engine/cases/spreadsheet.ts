import { byId, list } from '..';
import { ownSpreadsheet } from '../sheetPlace';
import type { Platform } from '..';
import { late, LIMIT, type Cases, type OperationCase } from './common';

const at = (value: string) => ({ __rl: true, mode: 'url', value }) as const;

/** What no operation on a spreadsheet takes for one. */
export const SPREADSHEET = [
	[{ spreadsheet: list(late('')) }, 'Spreadsheet'],
	[{ spreadsheet: byId(late('tbl123456')) }, 'Spreadsheet'],
	[{ spreadsheet: at(late('https://example.feishu.cn/docx/abcdefghijkl')) }, 'Spreadsheet'],
] as const;

/** The same for one with a sheet. */
export const SHEET = [
	...SPREADSHEET,
	[{ sheet: byId(late('https://example.feishu.cn/sheets/Iow7sNNEphp3WbtnbCscPqabcef')) }, 'Sheet'],
] as const;

const where = (p: Platform) => ({ spreadsheet: byId(ownSpreadsheet(p).token) });

const WIKI = 'https://example.feishu.cn/wiki/abcdefghijkl';
const TITLE = [
	[{ spreadsheetTitle: late(' ') }, 'Title'],
	[{ spreadsheetTitle: late('x'.repeat(256)) }, 'Title'],
] as const;
const FOLDER = [[{ folder: byId(late('oc_1234567890')) }, 'Folder']] as const;
const SHARE: OperationCase['refused'] = [[{ shareWith: { several: [{ list: late(' ') }] } }, 'Share With']];

export const spreadsheet: Cases = {
	copy: {
		parameters: (p) => ({ ...where(p), newTitle: 'Second' }),
		refused: [
			...SPREADSHEET,
			[{ newTitle: late('x'.repeat(256)) }, 'New Title'],
			...FOLDER,
			[{ folder: at(WIKI) }, 'Folder'],
			...SHARE,
		],
	},
	create: { parameters: () => ({ spreadsheetTitle: 'Sales' }), refused: [...TITLE, ...FOLDER, ...SHARE] },
	delete: { parameters: where, refused: [...SPREADSHEET, [{ spreadsheet: at(WIKI) }, 'Spreadsheet']] },
	get: { parameters: where, refused: SPREADSHEET },
	getAll: {
		parameters: (p) => (ownSpreadsheet(p), { seenIn: ['folders', 'wikis'], returnAll: false, limit: 1 }),
		refused: [...LIMIT, [{ seenIn: [] }, 'In'], [{ seenIn: late('mails') }, 'In']],
	},
	update: { parameters: (p) => ({ ...where(p), spreadsheetTitle: 'New' }), refused: [...SPREADSHEET, ...TITLE] },
};
