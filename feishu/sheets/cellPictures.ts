import { isObject, text } from '../json';

/** A request may have 10 MB, and a list of bytes takes up to four characters for each. Source: …/sheets-v2/data-operation/write-images */
const AS_LIST_BYTES = 2_000_000;
const MOST_BYTES = 7_000_000;

/** Ends of names by which the platform knows a picture. */
const PICTURES = /\.(?:png|jpe?g|gif|bmp|jfif|exif|tiff|bpg|heic|webp)$/i;

/** What is wrong with a file for a picture in a cell, in words; undefined for one that is none too large and called as a picture is. */
export function pictureFault(fileName: string, size: number): string | undefined {
	if (size === 0) return 'is empty';
	if (size > MOST_BYTES) return `is larger than ${MOST_BYTES / 1_000_000} MB`;
	return PICTURES.test(fileName) ? undefined : 'is not called as a picture is: its name has to end in .png, .jpg or so';
}

/**
 * Bytes as the call takes them: the page says a list of bytes. What would be too large as one goes in base64, which the
 * platform is known to read as well.
 */
export const pictureBytes = (bytes: Buffer): number[] | string =>
	bytes.length > AS_LIST_BYTES ? bytes.toString('base64') : [...bytes];

/** A file in a cell. */
export interface CellFile {
	token: string;
	/** Where it has one. */
	name?: string;
	type?: string;
}

/** The pictures and attachments of a cell as values are read. */
export function filesInCell(value: unknown): CellFile[] {
	return (Array.isArray(value) ? value : [value])
		.filter(isObject)
		.filter(({ fileToken }) => text(fileToken) !== '')
		.map(({ fileToken, text: name, mimeType }) => ({
			token: text(fileToken),
			...(text(name) !== '' && { name: text(name) }),
			...(text(mimeType) !== '' && { type: text(mimeType) }),
		}));
}
