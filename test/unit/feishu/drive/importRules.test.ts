import { extensionOf, importProblem } from '../../../../feishu/drive/importRules';

const MB = 1024 * 1024;

test.each([
	['报告.XLSX', 'xlsx'],
	['archive.tar.gz', 'gz'],
	['notes', ''],
	['notes.', ''],
])('the extension of %s is %p', (name, extension) => {
	expect(extensionOf(name)).toBe(extension);
});

test.each([
	['docx', 'md', 20 * MB],
	['sheet', 'xlsx', 800 * MB],
	['bitable', 'csv', 100 * MB],
] as const)('%s is made of .%s files up to a size', (type, extension, most) => {
	expect(importProblem(type, extension, most)).toBeUndefined();
	expect(importProblem(type, extension)).toBeUndefined();
	expect(importProblem(type, extension, most + 1)?.what).toBe(`is larger than ${most / MB} MB`);
});

test('what something is not made of is told, with what it is made of', () => {
	expect(importProblem('bitable', 'xls')).toEqual({
		what: 'is a .xls file',
		advice: expect.stringContaining('A base is made of: xlsx, csv') as string,
	});
	expect(importProblem('docx', '')?.what).toBe('has no extension');
});
