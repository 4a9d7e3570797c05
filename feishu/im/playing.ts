/** What the bytes of audio and video tell, whatever the file is called. */
import type { FileType } from './files';

/** The beginning and the end of a file, which may overlap. */
export interface FileEnds {
	head: Uint8Array;
	tail: Uint8Array;
}

/** Bytes of a file's beginning and end in which its length is found. */
export const ENDS = { head: 64 * 1024, tail: 1024 * 1024 } as const;

/** What else goes into Ogg. Its first page says what is in it. */
const OTHER_CODECS = ['\x01vorbis', 'Speex   ', '\x7fFLAC', 'fLaC', '\x80theora', 'fishead\0'];

/** Whether a file can't be a voice message: no Ogg, or with something else than Opus in it. */
export function isNotOpus(head: Uint8Array): boolean {
	const start = Buffer.from(head.subarray(0, 512)).toString('latin1');
	if (!start.startsWith('OggS')) return true;
	return !start.includes('OpusHead') && OTHER_CODECS.some((codec) => start.includes(codec));
}

/** Whether it is a voice message, whatever it is called: Telegram names its `.oga`, WhatsApp `.ogg`. */
export function isOpus(head: Uint8Array): boolean {
	const start = Buffer.from(head.subarray(0, 512)).toString('latin1');
	return start.startsWith('OggS') && start.includes('OpusHead');
}

/** What MP4 and its forerunner QuickTime begin with, behind four bytes of length. */
const MP4_BOXES: ReadonlySet<string> = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pnot']);

/** Whether a file can't be a video of the kind that clients play. */
export function isNotMp4(head: Uint8Array): boolean {
	return !MP4_BOXES.has(Buffer.from(head.subarray(4, 8)).toString('latin1'));
}

/**
 * Milliseconds that it plays; undefined where the bytes do not tell. Without them the clients show no length.
 * @see https://open.feishu.cn/document/server-docs/im-v1/file/create
 */
export function playingTime(type: FileType, { head, tail }: FileEnds): number | undefined {
	const found =
		type === 'opus' ? oggSeconds(tail) : type === 'mp4' ? (mp4Seconds(head) ?? mp4Seconds(tail)) : undefined;
	return found === undefined || found <= 0 || !Number.isFinite(found) ? undefined : Math.round(found * 1000);
}

/** Opus counts 48,000 samples a second, whatever was recorded. */
const OPUS_RATE = 48_000;

/** The last page on which a sound ends says how many samples there are until then. */
function oggSeconds(bytes: Uint8Array): number | undefined {
	const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	for (let at = data.lastIndexOf('OggS'); at >= 0; at = at === 0 ? -1 : data.lastIndexOf('OggS', at - 1)) {
		// A page has 27 bytes before its content, and version 0.
		if (at + 14 > data.length || data[at + 4] !== 0) continue;
		const samples = data.readBigInt64LE(at + 6);
		if (samples >= 0n) return Number(samples) / OPUS_RATE;
	}
	return undefined;
}

/** The header of the whole movie has its length, in units that it names. */
function mp4Seconds(bytes: Uint8Array): number | undefined {
	const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	for (let at = data.indexOf('mvhd'); at >= 0; at = data.indexOf('mvhd', at + 1)) {
		if (
			at < 8 ||
			!(data.toString('latin1', at - 8, at - 4) === 'moov' || [108, 120].includes(data.readUInt32BE(at - 4)))
		)
			continue;
		const long = data[at + 4] === 1;
		if (at + (long ? 36 : 24) > data.length) continue;
		const unit = data.readUInt32BE(at + (long ? 24 : 16));
		const length = long ? Number(data.readBigUInt64BE(at + 28)) : data.readUInt32BE(at + 20);
		// All ones stand for a length that is not known.
		const unknown = long ? length >= 2 ** 64 : length === 0xffffffff;
		return unit === 0 || unknown ? undefined : length / unit;
	}
	return undefined;
}
