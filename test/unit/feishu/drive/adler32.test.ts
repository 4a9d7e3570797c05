import { adler32 } from '../../../../feishu/drive/adler32';

/** The sums as RFC 1950 writes them, one byte after the other. */
function bySteps(bytes: Uint8Array): string {
	let [low, high] = [1n, 0n];
	for (const byte of bytes) {
		low = (low + BigInt(byte)) % 65_521n;
		high = (high + low) % 65_521n;
	}
	return String((high << 16n) | low);
}

it.each([
	['', '1'],
	['a', '6422626'],
	['Wikipedia', '300286872'],
])('%j', (text, sum) => {
	expect(adler32(Buffer.from(text))).toBe(sum);
});

it.each([5_551, 5_552, 5_553, 70_000, 300_001])('%d bytes of the largest value', (size) => {
	const bytes = new Uint8Array(size).fill(255);
	expect(adler32(bytes)).toBe(bySteps(bytes));
});
