import { crc32 } from 'node:zlib';

const NOTHING = 0;
const VERSION = 20;

/** Little-endian numbers of 2 or 4 bytes each. */
function numbers(all: ReadonlyArray<readonly [bytes: 2 | 4, value: number]>): Buffer {
	return Buffer.concat(
		all.map(([bytes, value]) => {
			const buffer = Buffer.alloc(bytes);
			buffer.writeUIntLE(value, 0, bytes);
			return buffer;
		}),
	);
}

/** A ZIP archive whose files are stored as they are. Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function zip(files: Readonly<Record<string, string>>): Buffer {
	const locals: Buffer[] = [];
	const entries: Buffer[] = [];
	let at = 0;
	for (const [path, text] of Object.entries(files)) {
		const [name, bytes] = [Buffer.from(path), Buffer.from(text)];
		const common = [
			...([
				[2, VERSION],
				[2, NOTHING],
				[2, NOTHING],
				[4, NOTHING],
				[4, crc32(bytes)],
			] as const),
			...([
				[4, bytes.length],
				[4, bytes.length],
				[2, name.length],
				[2, NOTHING],
			] as const),
		];
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), numbers(common), name, bytes]);
		const more = numbers([
			[2, NOTHING],
			[2, NOTHING],
			[2, NOTHING],
			[4, NOTHING],
			[4, at],
		]);
		entries.push(Buffer.concat([Buffer.from('PK\x01\x02'), numbers([[2, VERSION], ...common]), more, name]));
		locals.push(local);
		at += local.length;
	}
	const directory = Buffer.concat(entries);
	const count = entries.length;
	const end = numbers([
		[2, NOTHING],
		[2, NOTHING],
		[2, count],
		[2, count],
		[4, directory.length],
		[4, at],
		[2, NOTHING],
	]);
	return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}
