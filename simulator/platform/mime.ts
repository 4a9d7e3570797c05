const BY_FILE_TYPE: Record<string, string> = {
	opus: 'audio/ogg',
	mp4: 'video/mp4',
	pdf: 'application/pdf',
	doc: 'application/msword',
	xls: 'application/vnd.ms-excel',
	ppt: 'application/vnd.ms-powerpoint',
};
const BY_EXTENSION: Record<string, string> = {
	txt: 'text/plain',
	csv: 'text/csv',
	json: 'application/json',
	zip: 'application/zip',
	png: 'image/png',
	jpg: 'image/jpeg',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** What a download names as its type: from the name first, then from the upload's file_type. */
export function contentTypeOf(name: string, fileType: string): string {
	const extension = name.toLowerCase().split('.').pop() ?? '';
	return BY_EXTENSION[extension] ?? BY_FILE_TYPE[fileType] ?? 'application/octet-stream';
}
