import { byId } from '..';
import { late, type Cases } from './common';

export const folder: Cases = {
	create: {
		parameters: () => ({ folderName: 'Reports' }),
		refused: [
			[{ folderName: late(' ') }, 'Name'],
			[{ folderName: late('报'.repeat(86)) }, 'Name'],
			[{ parentFolder: byId(late('oc_1234567890')) }, 'Parent Folder'],
			[
				{ parentFolder: { __rl: true, mode: 'url', value: 'https://example.feishu.cn/wiki/abcdefghijkl' } },
				'Parent Folder',
			],
			[{ shareWith: { several: [{ list: late(' ') }] } }, 'Share With'],
		],
	},
};
