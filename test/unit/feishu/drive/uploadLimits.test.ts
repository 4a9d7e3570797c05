import { refuseEmptyFile, uploadName, WHOLE_LIMIT_BYTES } from '../../../../feishu/drive/uploadLimits';

it('20 MiB go in one request', () => {
	expect(WHOLE_LIMIT_BYTES).toBe(20_971_520);
});

it.each([
	['as it is', '报告 Q3.pdf', '报告 Q3.pdf'],
	['blanks around it', ' a.txt \n', 'a.txt'],
	['nothing', '  ', 'file'],
	['250 characters', `${'a'.repeat(246)}.txt`, `${'a'.repeat(246)}.txt`],
	['more', `${'a'.repeat(400)}.txt`, `${'a'.repeat(246)}.txt`],
	['more, without an extension', 'b'.repeat(251), 'b'.repeat(250)],
	['a sentence with a full stop', `${'c'.repeat(251)}. The end of it`, 'c'.repeat(250)],
	['an emoji at the end is left out whole', `${'d'.repeat(245)}👨‍👩‍👧‍👦.png`, `${'d'.repeat(245)}.png`],
	['no blank before the extension', `${'e'.repeat(245)} ${'f'.repeat(9)}.png`, `${'e'.repeat(245)}.png`],
])('a name: %s', (_what, given, name) => {
	expect(uploadName(given)).toBe(name);
});

it('refuses an empty file, by the field and its name', () => {
	expect(() => refuseEmptyFile('File', 'a.txt', 0)).toThrow("The file 'a.txt' is empty");
	expect(() => refuseEmptyFile('File', 'a.txt', 1)).not.toThrow();
});
