import { byId, report, type Platform } from '..';
import { addBase } from '../../../../simulator/base/make';
import { makeDocument } from '../../../../simulator/drive/make';
import { fileOf } from '../files';
import { ownFile, ownFolder, ownMedia } from '../driveFiles';
import { bot } from '../ownBase';
import { late, LIMIT, type Cases, type OperationCase } from './common';

const at = (value: string) => ({ __rl: true, mode: 'url', value }) as const;
const WIKI = at('https://example.feishu.cn/wiki/abcdefghijkl');

/** What no operation takes for something in Drive. */
export const anyOf = (label: string) =>
	[
		[{ document: byId(late('')) }, label],
		[{ document: byId('abcdefghijklmno'), documentKind: 'address' }, 'Kind'],
		[{ document: at(late('https://example.feishu.cn/calendar/abcdefghijkl')) }, label],
	] as const;

export const ANY = anyOf('File');

const FOLDER = [
	[{ folder: byId(late('oc_1234567890')) }, 'Folder'],
	[{ folder: WIKI }, 'Folder'],
] as const;
const SHARE: OperationCase['refused'] = [[{ shareWith: { several: [{ list: late(' ') }] } }, 'Share With']];
const OUTPUT = [{ outputField: late(' ') }, 'Put Output File in Field'] as const;
const NAME = [{ newName: late('报'.repeat(86)) }, 'New Name'] as const;
const EMPTY = { bytes: Buffer.alloc(0), fileName: 'empty.txt', mimeType: 'text/plain' };

const file = (p: Platform) => ({ document: byId(ownFile(p)), documentKind: 'file' });
const online = (p: Platform) => ({
	document: byId(makeDocument(p.store, 'docx', { title: 'Plan', owner: bot(p) }).token),
	documentKind: 'docx',
});
const folder = (p: Platform) => byId(ownFolder(p));
const NO_FOLDER = [{ documentKind: 'folder' }, 'File or Document'] as const;

export const driveFile: Cases = {
	copy: {
		parameters: (p) => ({ ...file(p), newName: 'Copy', folder: folder(p) }),
		refused: [...ANY, ...FOLDER, ...SHARE, NAME, NO_FOLDER],
	},
	createShortcut: {
		parameters: (p) => ({ ...file(p), folder: folder(p) }),
		refused: [...ANY, ...FOLDER, NO_FOLDER, [{ folder: byId(late('')) }, 'Folder']],
	},
	delete: { parameters: file, refused: [...ANY, [{ documentKind: 'wiki' }, 'Feishu Wiki']] },
	download: {
		parameters: file,
		refused: [
			...ANY,
			OUTPUT,
			[{ documentKind: 'docx' }, 'Export'],
			[{ options: { firstByte: 5, lastByte: 3 } }, 'Last Byte'],
			[{ options: { firstByte: -1 } }, 'First Byte'],
		],
	},
	downloadMedia: {
		parameters: (p) => ({ mediaFile: ownMedia(p) }),
		refused: [[{ mediaFile: late(' ') }, 'File Token'], [{ mediaFile: 'a file' }, 'File Token'], OUTPUT],
	},
	export: {
		parameters: (p) => ({ ...online(p), exportFormat: 'pdf' }),
		refused: [
			...anyOf('Document'),
			OUTPUT,
			[{ documentKind: 'file' }, 'Download'],
			[{ exportFormat: 'xlsx' }, 'Format'],
			[{ exportFormat: late('odt') }, 'Format'],
			[{ documentKind: 'sheet', exportFormat: 'csv' }, 'Sheet or Table ID'],
			[{ options: { waitMinutes: 0 } }, 'Wait at Most'],
		],
	},
	get: { parameters: file, refused: ANY },
	getLink: {
		parameters: (p) => ({ mediaFile: ownMedia(p) }),
		refused: [
			[{ mediaFile: late(' ') }, 'File Token'],
			[{ mediaFile: late('https://example.feishu.cn/file/abc') }, 'File Token'],
		],
	},
	getAll: {
		parameters(p) {
			const above = ownFolder(p);
			ownFile(p, { folder: ownFolder(p, { folder: above }) });
			return { folder: byId(above), returnAll: true, options: { allLevels: true } };
		},
		records: () => 2,
		refused: [
			...FOLDER,
			...LIMIT,
			[{ options: { levels: 0 } }, 'Levels'],
			[{ options: { kinds: late('mail') } }, 'Kinds'],
		],
	},
	getStatistics: { parameters: online, refused: [...ANY, NO_FOLDER] },
	getViewRecords: {
		parameters(p) {
			const { token } = makeDocument(p.store, 'docx', { title: 'Plan', owner: bot(p) });
			p.store.drive.views.set(token, new Map([[p.user.open_id, p.store.tick()]]));
			return { document: byId(token), documentKind: 'docx' };
		},
		refused: [...ANY, NO_FOLDER, ...LIMIT],
	},
	import: {
		parameters: () => ({ importFrom: 'input', importAs: 'docx' }),
		items: [
			{
				files: {
					data: { bytes: Buffer.from('# Plan'), fileName: 'plan.md', mimeType: 'text/markdown' },
					empty: EMPTY,
					report,
					large: fileOf(21 * 1024 * 1024, 'large.md'),
				},
			},
		],
		refused: [
			[{ binaryPropertyName: late('nothing') }, 'Input Data Field Name'],
			[{ binaryPropertyName: 'empty' }, 'empty.txt'],
			[{ binaryPropertyName: 'report' }, '报告 Q3.pdf'],
			[{ binaryPropertyName: 'large' }, 'large.md'],
			[{ importAs: 'sheet' }, 'plan.md'],
			[{ importTitle: late('报'.repeat(86)) }, 'Title'],
			[{ importFrom: 'drive', document: byId(late('')) }, 'File'],
			...FOLDER,
			...SHARE,
		],
	},
	move: {
		parameters: (p) => ({ ...file(p), newFolder: folder(p) }),
		refused: [
			...ANY,
			[{ newFolder: byId(late('')) }, 'New Folder'],
			[{ newFolder: WIKI }, 'New Folder'],
			[{ documentKind: 'wiki' }, 'Feishu Wiki'],
		],
	},
	rename: {
		parameters: (p) => ({ ...file(p), newName: 'report.txt' }),
		refused: [...ANY, NAME, [{ newName: late(' ') }, 'New Name'], [{ documentKind: 'mindnote' }, 'rename']],
	},
	search: {
		parameters(p) {
			p.store.settings.driveTenantSearch = 'answered';
			makeDocument(p.store, 'docx', { title: 'Travel expenses', owner: bot(p) });
			return { searchFor: 'Travel expenses', returnAll: false, limit: 1 };
		},
		refused: [
			...LIMIT,
			[{ searchFor: late(' ') }, 'Search For'],
			[{ searchFor: 'x'.repeat(51) }, 'Search For'],
			[{ options: { inFolder: byId('oc_1234567890') } }, 'In Folder'],
		],
	},
	upload: {
		parameters: (p) => ({ folder: folder(p) }),
		items: [{ files: { data: report, empty: EMPTY } }],
		refused: [
			[{ binaryPropertyName: late('nothing') }, 'Input Data Field Name'],
			[{ binaryPropertyName: 'empty' }, 'empty.txt'],
			[{ fileFrom: 'url', fileUrl: late('ftp://example.com/a.pdf') }, 'File URL'],
			[{ folder: byId(late('oc_1234567890')) }, 'Folder'],
			[{ folder: WIKI, ifTaken: 'skip' }, 'Folder'],
			[{ ifTaken: late('ask') }, 'If the Name Is Taken'],
			...SHARE,
		],
	},
	uploadMedia: {
		parameters: (p) => ({
			document: byId(addBase(p.store, { name: 'Own', owner: bot(p) }).base.app_token),
			documentKind: 'bitable',
		}),
		items: [{ files: { data: report, empty: EMPTY } }],
		refused: [
			...anyOf('Document'),
			[{ binaryPropertyName: 'empty' }, 'empty.txt'],
			[{ documentKind: 'docx' }, 'Block ID'],
			[{ documentKind: 'file' }, 'Upload'],
			[{ mediaAs: late('film') }, 'As'],
		],
	},
};
