import { lookup } from 'mime-types';

/** The upload's file_type, where the name says nothing. */
const BY_FILE_TYPE: Readonly<Record<string, string>> = {
	opus: 'audio/ogg',
	mp4: 'video/mp4',
	pdf: 'application/pdf',
	doc: 'application/msword',
	xls: 'application/vnd.ms-excel',
	ppt: 'application/vnd.ms-powerpoint',
};

/** What a download names as its type: from the name first, then from the upload's file_type. */
export const contentTypeOf = (name: string, fileType = ''): string =>
	lookup(name) || BY_FILE_TYPE[fileType] || 'application/octet-stream';
