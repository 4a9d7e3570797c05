import { byId, picture, report } from '..';
import { late, MESSAGE, type Cases } from './common';

const FILE = [
	[{ binaryPropertyName: late('') }, 'Input Data Field Name'],
	[{ binaryPropertyName: late('nothing') }, 'Input Data Field Name'],
	[{ binaryPropertyName: late('empty') }, 'empty.txt'],
] as const;

const EMPTY = { bytes: Buffer.alloc(0), fileName: 'empty.txt', mimeType: 'text/plain' };

export const media: Cases = {
	uploadImage: {
		parameters: () => ({}),
		items: [{ files: { data: picture, empty: EMPTY } }],
		refused: FILE,
	},
	uploadFile: {
		parameters: () => ({}),
		items: [{ files: { data: report, empty: EMPTY } }],
		refused: FILE,
	},
	downloadImage: {
		parameters: (p) => ({ imageKey: p.image() }),
		needsNoScope: true,
		refused: [
			[{ imageKey: late('') }, 'Image Key'],
			[{ outputField: late(' ') }, 'Put Output File in Field'],
		],
	},
	downloadFile: {
		parameters: (p) => ({ fileKey: p.file() }),
		needsNoScope: true,
		refused: [
			[{ fileKey: late('') }, 'File Key'],
			[{ outputField: late(' ') }, 'Put Output File in Field'],
		],
	},
	downloadAttachment: {
		parameters: (p) => {
			const file_key = p.file();
			return {
				messageId: byId(p.userMessage({ file_key, file_name: '报告 Q3.pdf' }, 'file').message_id),
				fileKey: file_key,
			};
		},
		refused: [
			...MESSAGE,
			[{ fileKey: late('') }, 'Attachment Key'],
			[{ outputField: late(' ') }, 'Put Output File in Field'],
		],
	},
};
