import { fileBlocks } from '../../../../feishu/drive/fileBlocks';

async function* chunks(...sizes: number[]) {
	let value = 0;
	for (const size of sizes) yield Uint8Array.from({ length: size }, () => value++ % 251);
}

async function blocksOf(blockSize: number, ...sizes: number[]): Promise<Uint8Array[]> {
	const blocks: Uint8Array[] = [];
	for await (const block of fileBlocks(chunks(...sizes), blockSize)) blocks.push(block);
	return blocks;
}

it.each([
	['nothing', [], []],
	['empty chunks', [0, 0], []],
	['one block exactly', [4, 6], [10]],
	['less than a block', [3], [3]],
	['a block and a byte', [11], [10, 1]],
	['many blocks in one chunk', [35], [10, 10, 10, 5]],
	['chunks over the ends of blocks', [7, 7, 7, 7], [10, 10, 8]],
])('%s', async (_what, sizes, expected) => {
	const blocks = await blocksOf(10, ...sizes);
	expect(blocks.map(({ length }) => length)).toEqual(expected);
	const total = sizes.reduce((sum, size) => sum + size, 0);
	expect([...Buffer.concat(blocks)]).toEqual(Array.from({ length: total }, (_, index) => index % 251));
});

it('ends the stream when nobody wants the rest', async () => {
	let ended = false;
	async function* endless() {
		try {
			for (;;) yield new Uint8Array(10);
		} finally {
			ended = true;
		}
	}
	for await (const block of fileBlocks(endless(), 10)) {
		expect(block).toHaveLength(10);
		break;
	}
	expect(ended).toBe(true);
});
