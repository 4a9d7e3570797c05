import { byId, list, type Platform } from '..';
import { addSpreadsheet } from '../../../../simulator/sheets/make';
import { bot } from '../ownBase';
import { late, type Cases } from './common';

const at = (value: string) => ({ __rl: true, mode: 'url', value }) as const;

/** What no operation on a spreadsheet takes for one. */
export const SPREADSHEET = [
	[{ spreadsheet: list(late('')) }, 'Spreadsheet'],
	[{ spreadsheet: byId(late('tbl123456')) }, 'Spreadsheet'],
	[{ spreadsheet: at(late('https://example.feishu.cn/docx/abcdefghijkl')) }, 'Spreadsheet'],
] as const;

/** A fresh spreadsheet that the app made. */
export const ownSpreadsheet = (p: Platform, title = 'Own') => addSpreadsheet(p.store, { title, owner: bot(p) });

const where = (p: Platform) => ({ spreadsheet: byId(ownSpreadsheet(p).token) });

export const spreadsheet: Cases = {
	create: {
		parameters: () => ({ spreadsheetTitle: 'Sales' }),
		refused: [
			[{ spreadsheetTitle: late(' ') }, 'Title'],
			[{ spreadsheetTitle: late('x'.repeat(256)) }, 'Title'],
			[{ folder: byId(late('oc_1234567890')) }, 'Folder'],
			[{ shareWith: { several: [{ list: late(' ') }] } }, 'Share With'],
		],
	},
	get: { parameters: where, refused: SPREADSHEET },
};
