import { codeOf } from '../../../feishu/api/call';
import { adler32 } from '../../../feishu/drive/adler32';
import { fileBlocks } from '../../../feishu/drive/fileBlocks';
import { BLOCK_BYTES, refuseEmptyFile, uploadName, WHOLE_LIMIT_BYTES } from '../../../feishu/drive/uploadLimits';
import { bytesPart, type InputFile } from '../client/binary';
import type { CallRequest, FeishuClient } from '../client/client';
import { perChanger } from '../client/pacing';

/** Endpoints of one kind of upload. */
const uploadsOf = (files: 'medias' | 'files') =>
	({
		whole: `POST /open-apis/drive/v1/${files}/upload_all`,
		prepare: `POST /open-apis/drive/v1/${files}/upload_prepare`,
		part: `POST /open-apis/drive/v1/${files}/upload_part`,
		finish: `POST /open-apis/drive/v1/${files}/upload_finish`,
	}) as const;

const MEDIA = uploadsOf('medias');
const FILES = uploadsOf('files');

/** What whoever calls `uploadMedia` has to list among its calls. */
export const MEDIA_UPLOADS: readonly string[] = Object.values(MEDIA);

/** What whoever calls `uploadDriveFile` has to list among its calls. */
export const DRIVE_UPLOADS: readonly string[] = Object.values(FILES);

/** Where a file of a document lies. @see https://open.feishu.cn/document/server-docs/docs/drive-v1/media/introduction */
export type MediaParent =
	| 'bitable_file'
	| 'bitable_image'
	| 'calendar'
	| 'docx_file'
	| 'docx_image'
	| 'sheet_file'
	| 'sheet_image'
	| 'whiteboard'
	| 'ccm_import_open';

export interface MediaTarget {
	/** What complaints call the field that names the file. */
	label: string;
	parentType: MediaParent;
	/** Of a base its app_token, of a document the block_id, of a spreadsheet its token; empty for what is imported. A wiki's page has to be resolved first. */
	parentNode: string;
	/** More that the place asks for; the token of the document, where that is not the parent, as `{ drive_route_token }`. */
	extra?: Readonly<Record<string, string>>;
}

/** These parents are the documents themselves, so they say which document it is. */
const OWN_DOCUMENT = /^(?:bitable|sheet)_/;

/**
 * Puts a file into a document and gives its `file_token`, which is good in that document alone. Up to 20 MiB it goes in
 * one request, beyond that in blocks of 4 MiB, each read from the file's stream when its turn has come. A name of more
 * than 250 characters is shortened before its extension. Uploads of an app go one after the other, five a second at
 * most. Uploading twice does no harm, because nothing shows until it is put into a cell or a block; so it is repeated.
 * @throws InputError about an empty file, before any call; else as `feishu.call`
 * @see https://open.feishu.cn/document/server-docs/docs/drive-v1/media/upload_all
 */
export async function uploadMedia(feishu: FeishuClient, file: InputFile, target: MediaTarget): Promise<string> {
	const { label, parentType, parentNode } = target;
	const own = OWN_DOCUMENT.test(parentType) ? { drive_route_token: parentNode } : undefined;
	const extra = target.extra ?? own;
	const place = {
		parent_type: parentType,
		parent_node: parentNode,
		...(extra && { extra: JSON.stringify(extra) }),
	};
	return (await upload(feishu, file, { label, place, endpoints: MEDIA, repeatable: true })).file_token;
}

export interface DriveFileTarget {
	/** What complaints call the field that names the file. */
	label: string;
	/** Token of the folder; empty is the caller's own space. */
	folder: string;
	/** Another name than the file's own. */
	fileName?: string;
	/** Set where `folder` is a page of a wiki, below which the file is to lie. */
	inWiki?: true;
	/** The file whose new version this is to be. Not every organization has that: then it is a file beside it. */
	replaces?: string;
}

/** A file in a folder. */
export interface DriveFile {
	file_token: string;
	/** Of what took the place of an older one. */
	version?: string;
}

/**
 * Puts a file into a folder of Drive, as `uploadMedia` does into a document, and gives its token. What has the same name
 * stays beside it unless it is named, so an upload whose answer was lost is not repeated.
 * @see https://open.feishu.cn/document/server-docs/docs/drive-v1/upload/upload_all
 */
export async function uploadDriveFile(
	feishu: FeishuClient,
	file: InputFile,
	target: DriveFileTarget,
): Promise<DriveFile> {
	const { label, folder, fileName, inWiki, replaces } = target;
	const place = {
		parent_type: inWiki ? 'wiki' : 'explorer',
		parent_node: folder,
		...(replaces !== undefined && { file_token: replaces }),
	};
	const { file_token, version, data_version } = await upload(feishu, file, {
		label,
		place,
		fileName,
		endpoints: FILES,
		repeatable: false,
	});
	return { file_token, version: version ?? data_version };
}

/** What an upload answers; which of both names a version has depends on the organization. */
interface Uploaded extends DriveFile {
	data_version?: string;
}

interface Upload {
	label: string;
	fileName?: string;
	/** The fields that say where the file goes. */
	place: Readonly<Record<string, string>>;
	endpoints: ReturnType<typeof uploadsOf>;
	/** Whether it may be sent twice. */
	repeatable: boolean;
}

/** An upload in blocks was begun more than a day ago, or is over. Nothing of it was kept. */
const EXPIRED = 1061021;

async function upload(feishu: FeishuClient, file: InputFile, { label, place, ...rest }: Upload): Promise<Uploaded> {
	refuseEmptyFile(label, file.fileName, file.size);
	const named = { file_name: uploadName(rest.fileName || file.fileName), ...place };
	const paces = [perChanger(await feishu.sender())];
	if (file.size <= WHOLE_LIMIT_BYTES) {
		const whole = {
			paces,
			idempotent: rest.repeatable,
			form: formOf({ ...named, size: file.size }, () => file.part()),
		};
		return await feishu.call<Uploaded>(rest.endpoints.whole, whole);
	}
	const blocks = async () => await inBlocks(feishu, file, named, { ...rest, paces });
	// Begun anew once: whatever has ended it would end it again.
	return await blocks().catch(async (error: unknown) => {
		if (codeOf(error) === EXPIRED) return await blocks();
		throw error;
	});
}

interface Prepared {
	upload_id: string;
	/** Bytes of each block but the last. */
	block_size?: number;
	block_num: number;
}

async function inBlocks(
	feishu: FeishuClient,
	file: InputFile,
	named: Readonly<Record<string, string>>,
	{ endpoints, repeatable, paces }: Pick<Upload, 'endpoints' | 'repeatable'> & Pick<CallRequest, 'paces'>,
): Promise<Uploaded> {
	// What was prepared and is never finished is forgotten after a day, so that may be repeated in any case.
	const { upload_id, block_num, block_size } = await feishu.call<Prepared>(endpoints.prepare, {
		paces,
		idempotent: true,
		body: { ...named, size: file.size },
	});
	const bytes = (await file.part()).stream() as unknown as AsyncIterable<Uint8Array>;
	let seq = 0;
	for await (const block of fileBlocks(bytes, block_size || BLOCK_BYTES)) {
		const fields = { upload_id, seq: seq++, size: block.length, checksum: adler32(block) };
		const form = formOf(fields, async () => await Promise.resolve(bytesPart(block, named.file_name ?? '')));
		await feishu.call(endpoints.part, { paces, idempotent: true, form });
	}
	const finish = { paces, idempotent: repeatable, body: { upload_id, block_num } };
	return await feishu.call<Uploaded>(endpoints.finish, finish);
}

/** The file comes last: whoever reads it as a stream knows all about it by then. */
function formOf(fields: Readonly<Record<string, string | number>>, part: () => Promise<Blob>) {
	return async (): Promise<FormData> => {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
		form.append('file', await part());
		return form;
	};
}
