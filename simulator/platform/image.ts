/** Formats by their first bytes. TIFF and HEIC are accepted and stored as JPG by the platform. */
const SIGNATURES: ReadonlyArray<{ type: string; extension: string; matches: (bytes: Buffer) => boolean }> = [
	{
		type: 'image/png',
		extension: 'png',
		matches: (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
	},
	{
		type: 'image/jpeg',
		extension: 'jpg',
		matches: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
	},
	{
		type: 'image/gif',
		extension: 'gif',
		matches: (bytes) => /^GIF8[79]a/.test(bytes.subarray(0, 6).toString('latin1')),
	},
	{
		type: 'image/webp',
		extension: 'webp',
		matches: (bytes) =>
			bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP',
	},
	{ type: 'image/bmp', extension: 'bmp', matches: (bytes) => bytes.subarray(0, 2).toString('latin1') === 'BM' },
	{
		type: 'image/x-icon',
		extension: 'ico',
		matches: (bytes) => bytes.subarray(0, 4).equals(Buffer.from([0, 0, 1, 0])),
	},
	{
		type: 'image/jpeg',
		extension: 'jpg',
		matches: (bytes) => ['II*\0', 'MM\0*'].includes(bytes.subarray(0, 4).toString('latin1')),
	},
	{
		type: 'image/jpeg',
		extension: 'jpg',
		matches: (bytes) => /^ftyp(heic|heix|hevc|mif1|msf1)/.test(bytes.subarray(4, 12).toString('latin1')),
	},
];

export interface ImageFormat {
	type: string;
	extension: string;
}

/** undefined when the bytes are not an image that the platform takes. */
export const imageFormat = (bytes: Buffer): ImageFormat | undefined =>
	SIGNATURES.find((candidate) => candidate.matches(bytes));

/** Width and height of PNG and GIF; other formats are not measured. */
export function imageSize(bytes: Buffer): { width: number; height: number } | undefined {
	const format = imageFormat(bytes)?.extension;
	if (format === 'png' && bytes.length >= 24) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
	if (format === 'gif' && bytes.length >= 10) return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
	return undefined;
}
