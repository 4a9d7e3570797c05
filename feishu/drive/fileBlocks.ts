/**
 * A stream of bytes in blocks of one size, of which the last one may be smaller. No more than one block is held.
 * @param blockSize bytes
 */
export async function* fileBlocks(
	chunks: AsyncIterable<Uint8Array>,
	blockSize: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	let block = new Uint8Array(blockSize);
	let filled = 0;
	for await (const chunk of chunks) {
		for (let at = 0; at < chunk.length; ) {
			const taken = chunk.subarray(at, at + blockSize - filled);
			block.set(taken, filled);
			filled += taken.length;
			at += taken.length;
			if (filled < blockSize) continue;
			yield block;
			block = new Uint8Array(blockSize);
			filled = 0;
		}
	}
	if (filled > 0) yield block.subarray(0, filled);
}
