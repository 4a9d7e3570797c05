import { byId, list, type Platform } from '..';
import { addBase } from '../../../../simulator/base/make';
import { bot } from '../ownBase';
import { late, LIMIT, type Cases, type OperationCase } from './common';

const at = (value: string) => ({ __rl: true, mode: 'url', value }) as const;

/** What no operation on a base takes for one. */
export const BASE = [
	[{ base: list(late('')) }, 'Base'],
	[{ base: byId(late('tbl123456')) }, 'Base'],
	[{ base: at(late('https://example.feishu.cn/docx/abcdefghijkl')) }, 'Base'],
] as const;

/** A fresh base that the app made. */
export const ownBase = (p: Platform, name = 'Own') => addBase(p.store, { name, owner: bot(p) }).base;

const where = (p: Platform) => ({ base: byId(ownBase(p).app_token) });

const WIKI = 'https://example.feishu.cn/wiki/abcdefghijkl';
const FOLDER = [
	[{ folder: byId(late('oc_1234567890')) }, 'Folder'],
	[{ folder: at(late('https://example.feishu.cn/docx/abcdefghijkl')) }, 'Folder'],
] as const;
const SHARE: OperationCase['refused'] = [[{ shareWith: { several: [{ list: late(' ') }] } }, 'Share With']];

export const base: Cases = {
	create: {
		parameters: () => ({ baseName: 'Projects' }),
		refused: [
			[{ baseName: late(' ') }, 'Name'],
			[{ baseName: late('a/b') }, 'Name'],
			...FOLDER,
			...SHARE,
			[{ options: { timeZone: late('Mars/Olympus') } }, 'Time Zone'],
			[{ folder: at(WIKI), options: { timeZone: 'Asia/Shanghai' } }, 'Options'],
		],
	},
	get: { parameters: where, refused: BASE },
	getAll: {
		parameters: (p) => (ownBase(p), { seenIn: ['folders', 'wikis'], returnAll: false, limit: 1 }),
		refused: [...LIMIT, [{ seenIn: [] }, 'In'], [{ seenIn: late('mails') }, 'In']],
	},
	update: {
		parameters: (p) => ({ ...where(p), baseFields: { name: 'New', advanced: true } }),
		refused: [
			...BASE,
			[{ baseFields: {} }, 'Update Fields'],
			[{ baseFields: { name: late('') } }, 'Name'],
			[{ baseFields: { name: 'a:b' } }, 'Name'],
			[{ base: at(WIKI), baseFields: { advanced: true } }, 'Update Fields'],
		],
	},
	copy: {
		parameters: (p) => ({ ...where(p), newName: 'Second' }),
		refused: [...BASE, [{ newName: 'a*b' }, 'New Name'], ...FOLDER, [{ folder: at(WIKI) }, 'Folder'], ...SHARE],
	},
	delete: { parameters: where, refused: [...BASE, [{ base: at(WIKI) }, 'Base']] },
};
