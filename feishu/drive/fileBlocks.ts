/**
 * A stream of bytes in blocks of one size, of which the last one may be smaller. No more than one block and what came
 * over it is held.
 * @param blockSize bytes
 */
export async function* fileBlocks(
	chunks: AsyncIterable<Uint8Array>,
	blockSize: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	let held: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of chunks) {
		held.push(chunk);
		size += chunk.length;
		while (size >= blockSize) {
			const all = Buffer.concat(held);
			yield new Uint8Array(all.subarray(0, blockSize));
			held = [all.subarray(blockSize)];
			size -= blockSize;
		}
	}
	if (size > 0) yield new Uint8Array(Buffer.concat(held));
}
