import type { IDataObject } from 'n8n-workflow';

import { refuseEmptyFile, uploadName } from '../../../../feishu/drive/uploadLimits';
import { text } from '../../../../feishu/json';
import { addressOf, METADATA } from '../../../shared/drive/addressOf';
import { LIST_FILES } from '../../../shared/drive/filesIn';
import { fileSourceField, type FileSource } from '../../../shared/drive/fileSource';
import { optionalFolderField } from '../../../shared/drive/folder';
import { DRIVE_UPLOADS, uploadDriveFile } from '../../../shared/drive/mediaUpload';
import { share, SHARED_SHAPE } from '../../../shared/drive/share';
import { shareField } from '../../../shared/drive/shareField';
import { collectionField } from '../../../shared/fields/nested';
import { textField } from '../../../shared/fields/plain';
import { alone } from '../../../shared/operation/alone';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { DELETE_FILE, fileCalled, ifTakenField, takeAway, type IfTaken } from './nameTaken';

const folder = optionalFolderField();

const fileName = textField({
	displayName: 'File Name',
	name: 'fileName',
	placeholder: 'e.g. report.pdf',
	description: 'Another name than the file has, with its extension',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [fileName]);

export const upload = defineOperation({
	value: 'upload',
	name: 'Upload',
	action: 'Upload a file',
	description: 'Put a file of any size into a folder, share it, and get the address that opens it',
	endpoint: DRIVE_UPLOADS[0] ?? '',
	alsoCalls: [...DRIVE_UPLOADS, LIST_FILES, DELETE_FILE, METADATA],
	scopes: ['drive:file:upload', 'drive:file', 'drive:drive'],
	identity: 'either',
	fields: [fileSourceField, folder, ifTakenField, shareField, options],
	output: outputOf({
		token: 'string',
		type: 'string',
		name: 'string',
		'size?': 'number',
		'url?': 'string',
		uploaded: 'boolean',
		'replaced?': 'string',
		'version?': 'string',
		...SHARED_SHAPE,
	}),
	// An app uploads one file at a time.
	orderBy: () => 'drive',
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const source = read(fileSourceField);
		const place = read(folder) ?? { folder_token: '' };
		const ifTaken = read(ifTakenField);
		const chosen = read(shareField);
		const given = await openedFile(asking, source, read(options).fileName);
		const inWiki = 'wikiNode' in place;
		if (inWiki && ifTaken !== 'keep')
			throw folder.refuse('holds a page of a wiki', 'There every file is kept: choose Keep Both');
		const sharing = await chosen.resolve(feishu);
		const { name, size } = given;
		const where = inWiki ? place.wikiNode : place.folder_token;
		const put = async (replaces?: string) =>
			await uploadDriveFile(feishu, given.file, {
				...{ label: source.label, folder: where, fileName: name, replaces },
				...(inWiki && { inWiki: true }),
			});
		const work = async () => await placed(asking, { name, folder: where, ifTaken, put });
		const done = ifTaken === 'keep' ? await work() : await alone(`folder ${where}`, work);
		const document = { type: 'file', token: text(done.token) } as const;
		const url = await addressOf(feishu, document, text(done.url));
		const item = { ...document, name, size, ...done, ...(url && { url }) };
		return done.uploaded === true ? { ...item, ...(await share(asking, document, sharing)) } : item;
	},
});

async function openedFile(asking: Parameters<FileSource['open']>[0], { label, open }: FileSource, wanted = '') {
	const given = await open(asking);
	const name = uploadName(wanted || given.fileName);
	refuseEmptyFile(label, name, given.size);
	return { file: given, name, size: given.size };
}

interface Placing {
	name: string;
	folder: string;
	ifTaken: IfTaken;
	put(replaces?: string): Promise<{ file_token: string; version?: string }>;
}

/** The file in its folder, or the one that has its name. */
async function placed(
	tools: Parameters<typeof takeAway>[0],
	{ name, folder: where, ifTaken, put }: Placing,
): Promise<IDataObject> {
	const older = ifTaken === 'keep' ? undefined : await fileCalled(tools.feishu, where, name);
	if (older && ifTaken === 'skip') return { token: older.token, url: older.url, uploaded: false };
	const { file_token, version } = await put(older?.token);
	const made = { token: file_token, uploaded: true, ...(version && { version }) };
	if (!older) return made;
	const isVersion = file_token === older.token || version !== undefined;
	return { ...made, replaced: isVersion ? 'version' : await takeAway(tools, older.token) };
}
