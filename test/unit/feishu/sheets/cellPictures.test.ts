import { filesInCell, pictureBytes, pictureFault } from '../../../../feishu/sheets/cellPictures';

it('sends a list of bytes, and base64 where that would be too large for a request', () => {
	expect(pictureBytes(Buffer.from([1, 255]))).toEqual([1, 255]);
	const large = Buffer.alloc(2_000_001, 7);
	expect(pictureBytes(large)).toBe(large.toString('base64'));
});

it.each([
	['a.png', 5, undefined],
	['A.JPEG', 7_000_000, undefined],
	['a.png', 0, 'is empty'],
	['a.png', 7_000_001, 'is larger than 7 MB'],
	['a.pdf', 5, expect.stringContaining('is not called as a picture is')],
	['png', 5, expect.stringContaining('.png')],
])('%s of %i bytes', (name, size, fault) => {
	expect(pictureFault(name, size)).toEqual(fault);
});

it('finds pictures and attachments among all that a cell may hold', () => {
	const image = { type: 'embed-image', fileToken: 'boxA', width: 1, text: '' };
	const file = { type: 'attachment', fileToken: 'boxB', mimeType: 'text/csv', text: 'a.csv' };
	expect(filesInCell(image)).toEqual([{ token: 'boxA' }]);
	expect(filesInCell([file, image, { type: 'text', text: 'x' }])).toEqual([
		{ token: 'boxB', name: 'a.csv', type: 'text/csv' },
		{ token: 'boxA' },
	]);
	for (const other of [null, 'x', 5, [], [{ type: 'url', text: 'x' }]]) expect(filesInCell(other)).toEqual([]);
});
