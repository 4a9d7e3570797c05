import { byId, type Platform } from '..';
import { ownFile, ownFolder } from '../driveFiles';
import { late, LIMIT, type Cases } from './common';
import { ANY } from './driveFile';

const WIKI = { __rl: true, mode: 'url', value: 'https://example.feishu.cn/wiki/abcdefghijkl' } as const;
const PARENT = [
	[{ parentFolder: byId(late('oc_1234567890')) }, 'Parent Folder'],
	[{ parentFolder: WIKI }, 'Parent Folder'],
] as const;

const where = (p: Platform) => ({ document: byId(ownFolder(p)), documentKind: 'folder' });

export const folder: Cases = {
	create: {
		parameters: () => ({ folderName: 'Reports' }),
		refused: [
			[{ folderName: late(' ') }, 'Name'],
			[{ folderName: late('报'.repeat(86)) }, 'Name'],
			...PARENT,
			[{ shareWith: { several: [{ list: late(' ') }] } }, 'Share With'],
		],
	},
	delete: { parameters: where, refused: [...ANY, [{ documentKind: 'wiki' }, 'Feishu Wiki']] },
	downloadAll: {
		parameters(p) {
			const above = ownFolder(p);
			ownFile(p, { folder: above });
			ownFile(p, { folder: ownFolder(p, { folder: above }) });
			return { folder: byId(above), returnAll: true };
		},
		records: () => 2,
		refused: [
			...LIMIT,
			[{ folder: byId(late('oc_1234567890')) }, 'Folder'],
			[{ folder: WIKI }, 'Folder'],
			[{ outputField: late(' ') }, 'Put Output File in Field'],
			[{ options: { levels: 0 } }, 'Levels'],
		],
	},
	ensurePath: {
		parameters: (p) => ({ folderPath: 'Reports/2026', parentFolder: byId(ownFolder(p)) }),
		refused: [
			...PARENT,
			[{ folderPath: late(' / ') }, 'Path'],
			[{ folderPath: Array.from({ length: 16 }, () => 'a').join('/') }, 'Path'],
			[{ folderPath: `a/${'报'.repeat(86)}` }, 'Path'],
		],
	},
	getRoot: { parameters: () => ({}), refused: [] },
	move: {
		parameters: (p) => ({ ...where(p), newFolder: byId(ownFolder(p)) }),
		refused: [...ANY, [{ newFolder: byId(late('')) }, 'New Folder'], [{ newFolder: WIKI }, 'New Folder']],
	},
	rename: {
		parameters: (p) => ({ ...where(p), newName: 'Archive' }),
		refused: [...ANY, [{ newName: late(' ') }, 'New Name']],
	},
};
