import {
	attachmentTypeOf,
	checkFileSize,
	FILE_LIMIT_BYTES,
	fileTypeOf,
	IMAGE_LIMIT_BYTES,
} from '../../../../feishu/im/files';
import { thrownBy } from '../../../support/feishuCalls';

it.each([
	['a.opus', 'opus', 'stream'],
	['a.mp4', 'mp4', 'stream'],
	['a.pdf', 'pdf', 'pdf'],
	['a.doc', 'doc', 'doc'],
	['a.docx', 'doc', 'doc'],
	['a.xls', 'xls', 'xls'],
	['a.xlsx', 'xls', 'xls'],
	['a.csv', 'xls', 'xls'],
	['a.ppt', 'ppt', 'ppt'],
	['a.pptx', 'ppt', 'ppt'],
	['Bericht.Ende.PDF', 'pdf', 'pdf'],
	['报告.pdf', 'pdf', 'pdf'],
	['a.zip', 'stream', 'stream'],
	['pdf', 'stream', 'stream'],
	['a.', 'stream', 'stream'],
	['a.constructor', 'stream', 'stream'],
	['', 'stream', 'stream'],
])('%s is uploaded as %s, and as an attachment as %s', (name, type, attachment) => {
	expect(fileTypeOf(name)).toBe(type);
	expect(attachmentTypeOf(name)).toBe(attachment);
});

describe.each([
	['image', IMAGE_LIMIT_BYTES, 10],
	['file', FILE_LIMIT_BYTES, 30],
])('the limit of an %s', (_what, limit, megabytes) => {
	it('is taken to the byte', () => {
		expect(limit).toBe(megabytes * 1024 * 1024);
		expect(() => checkFileSize('Field', 'a.bin', limit, limit)).not.toThrow();
		expect(() => checkFileSize('Field', 'a.bin', 1, limit)).not.toThrow();
		const error = thrownBy(() => checkFileSize('Field', 'a.bin', limit + 1, limit));
		expect(error).toMatchObject({ name: 'InputError', field: 'Field', advice: expect.any(String) });
		expect(error.message).toContain(`the limit is ${megabytes} MB`);
	});
});

it('tells an empty file', () => {
	const error = thrownBy(() => checkFileSize('Field', 'a.bin', 0, 10));
	expect(error).toMatchObject({ name: 'InputError', field: 'Field', message: "The file 'a.bin' is empty" });
});

it('tells a size that is more than the limit', () => {
	const { message } = thrownBy(() => checkFileSize('F', 'a', 31.5 * 1024 * 1024, FILE_LIMIT_BYTES));
	expect(message).toBe("The file 'a' has 31.5 MB; the limit is 30 MB");
});
