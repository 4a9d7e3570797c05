import type { FileSpec } from './source';

/** A valid 1 × 1 PNG. */
export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

export const picture: FileSpec = { bytes: PNG, fileName: '图 1.png', mimeType: 'image/png' };
export const report: FileSpec = {
	bytes: Buffer.from('%PDF-1.4 not a real one'),
	fileName: '报告 Q3.pdf',
	mimeType: 'application/pdf',
};
export const voice: FileSpec = { bytes: Buffer.from('OggS opus'), fileName: 'voice.opus', mimeType: 'audio/opus' };
export const clip: FileSpec = { bytes: Buffer.from('....ftypmp42'), fileName: 'clip.mp4', mimeType: 'video/mp4' };

/** A file of that many bytes. */
export function fileOf(size: number, fileName = 'big.bin'): FileSpec {
	return { bytes: Buffer.alloc(size, 7), fileName, mimeType: 'application/octet-stream' };
}

/** An image of that many bytes by its first ones. */
export function imageOf(size: number): FileSpec {
	return { bytes: Buffer.concat([PNG, Buffer.alloc(size - PNG.length)]), fileName: 'big.png', mimeType: 'image/png' };
}
