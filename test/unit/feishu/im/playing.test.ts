import { isNotMp4, isNotOpus, isOpus, playingTime } from '../../../../feishu/im/playing';

/** A page of Ogg. @param samples until its end; -1 when no sound ends on it */
function page(samples: number, content: string): Buffer {
	const head = Buffer.alloc(27);
	head.write('OggS');
	head.writeBigInt64LE(BigInt(samples), 6);
	return Buffer.concat([head, Buffer.from(content, 'latin1')]);
}

function movie({ unit = 1000, length = 7000, long = false, mdat = 0, after = false } = {}): Buffer {
	const head = Buffer.alloc(long ? 44 : 32);
	head.write('mvhd', 4);
	head.writeUInt32BE(long ? 120 : 108, 0);
	head[8] = long ? 1 : 0;
	head.writeUInt32BE(unit, long ? 28 : 20);
	if (long) head.writeBigUInt64BE(BigInt(length), 32);
	else head.writeUInt32BE(length, 24);
	const moov = Buffer.concat([Buffer.from('\0\0\0\x80moov'), head]);
	const parts = [Buffer.alloc(mdat, 'mdat mvhd '), moov];
	return Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42'), ...(after ? parts : parts.reverse())]);
}

const whole = (bytes: Buffer) => ({ head: bytes, tail: bytes });

it.each<[string, number | undefined, Buffer]>([
	['of one page', 7000, page(48_000 * 7, 'OpusHead')],
	['of the last page', 2500, Buffer.concat([page(0, 'OpusHead'), page(48_000, 'x'), page(120_000, 'x')])],
	['of the last page on which a sound ends', 1000, Buffer.concat([page(48_000, 'OpusHead'), page(-1, 'x')])],
	['whose sound holds the mark of a page', 1000, Buffer.concat([page(48_000, 'OpusHead OggS\x07 and on and on')])],
	['that ends within a page', 1000, Buffer.concat([page(48_000, 'OpusHead'), Buffer.from('OggS\0')])],
	['without sound', undefined, page(0, 'OpusHead')],
	['of none', undefined, Buffer.from('OggS')],
])('finds the length of an Opus file %s', (_what, ms, bytes) => {
	expect(playingTime('opus', whole(bytes))).toBe(ms);
});

it.each<[string, number | undefined, Buffer]>([
	['at its beginning', 7000, movie()],
	['at its end', 7000, movie({ mdat: 5000, after: true })],
	['in long numbers', 3_600_000, movie({ long: true, unit: 90_000, length: 90_000 * 3600 })],
	['in other units', 1233, movie({ unit: 600, length: 740 })],
	['as unknown', undefined, movie({ length: 0xffffffff })],
	['as nothing', undefined, movie({ length: 0 })],
	['without a unit', undefined, movie({ unit: 0 })],
	['not at all', undefined, Buffer.from('....ftypmp42')],
])('finds the length that an mp4 has %s', (_what, ms, bytes) => {
	expect(playingTime('mp4', whole(bytes))).toBe(ms);
});

it('knows no length of what is not played', () => {
	expect(playingTime('pdf', whole(movie()))).toBeUndefined();
});

it.each<[string, boolean, string]>([
	['mp3', true, 'ID3'],
	['an empty file', true, ''],
	['Vorbis', true, page(0, '\x01vorbis').toString('latin1')],
	['FLAC', true, page(0, '\x7fFLAC').toString('latin1')],
	['Opus', false, page(0, 'OpusHead').toString('latin1')],
	['Ogg that does not say', false, 'OggS'],
])('tells whether %s can be no voice message: %s', (_what, not, bytes) => {
	expect(isNotOpus(Buffer.from(bytes, 'latin1'))).toBe(not);
});

it.each<[string, boolean, string]>([
	['MP4', false, movie().toString('latin1')],
	['QuickTime', false, '\0\0\0\x08wide\0\0'],
	['WebM', true, '\x1a\x45\xdf\xa3\0\0\0\0webm'],
	['AVI', true, 'RIFF\0\0\0\0AVI LIST'],
	['a page that says sorry', true, '<!DOCTYPE html>'],
	['an empty file', true, ''],
])('tells whether %s can be no video: %s', (_what, not, bytes) => {
	expect(isNotMp4(Buffer.from(bytes, 'latin1'))).toBe(not);
});

it('knows Opus by its first page alone', () => {
	expect(isOpus(page(0, 'OpusHead'))).toBe(true);
	expect(isOpus(page(0, '\x01vorbis'))).toBe(false);
	expect(isOpus(Buffer.from('OpusHead'))).toBe(false);
});
