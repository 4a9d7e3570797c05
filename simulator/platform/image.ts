import { imageSize } from 'image-size';

/** How the formats that the platform takes are kept. TIFF and HEIC become JPG. */
const KEPT_AS: Readonly<Record<string, string>> = {
	png: 'png',
	jpg: 'jpg',
	gif: 'gif',
	webp: 'webp',
	bmp: 'bmp',
	ico: 'ico',
	tiff: 'jpg',
	heif: 'jpg',
};

export interface Image {
	/** Of its name, without the dot. */
	extension: string;
	/** Pixels. */
	width: number;
	height: number;
}

/** undefined when the bytes are not an image that the platform takes. */
export function readImage(bytes: Buffer): Image | undefined {
	try {
		const { type = '', width, height } = imageSize(bytes);
		const extension = Object.hasOwn(KEPT_AS, type) ? KEPT_AS[type] : undefined;
		return extension === undefined ? undefined : { extension, width, height };
	} catch {
		return undefined;
	}
}
