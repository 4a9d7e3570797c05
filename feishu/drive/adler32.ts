const MODULO = 65_521;

/** So many bytes can be added before a sum outgrows 32 bits, as zlib has found. */
const AT_ONCE = 5_552;

/**
 * The Adler-32 of some bytes in decimal digits, as `checksum` of the uploads has it.
 * @see https://open.feishu.cn/document/server-docs/docs/drive-v1/media/multipart-upload-media/upload_part
 */
export function adler32(bytes: Uint8Array): string {
	let low = 1;
	let high = 0;
	for (let start = 0; start < bytes.length; start += AT_ONCE) {
		for (const byte of bytes.subarray(start, start + AT_ONCE)) {
			low += byte;
			high += low;
		}
		low %= MODULO;
		high %= MODULO;
	}
	return String(high * 0x1_0000 + low);
}
