import { fileNameOf } from '../../../../../nodes/shared/client/fileNameOf';

/** As node gives the bytes of a header. */
const asBytes = (name: string) => Buffer.from(name, 'utf8').toString('latin1');

it.each<[string, string, string | undefined]>([
	['UTF-8 bytes', `attachment; filename="${asBytes('报告.pdf')}"`, '报告.pdf'],
	['UTF-8 bytes without quotes', `attachment; filename=${asBytes('报告.pdf')}`, '报告.pdf'],
	['UTF-8 bytes of Western letters', `attachment; filename="${asBytes('café.pdf')}"`, 'café.pdf'],
	['true Latin-1', 'attachment; filename="caf\xe9.pdf"', 'café.pdf'],
	['quoted pairs', 'attachment; filename="a \\"b\\" \\\\ c.txt"', 'a "b" \\ c.txt'],
	['a semicolon in quotes', 'attachment; filename="a;b.txt"; size=3', 'a;b.txt'],
	['no quotes', 'attachment; filename=a b.txt ; size=3', 'a b.txt'],
	['an encoding with a language', "attachment; filename*=utf-8'zh-CN'%E6%8A%A5%E5%91%8A.pdf", '报告.pdf'],
	['Latin-1 by name', "attachment; filename*=ISO-8859-1''caf%E9.pdf", 'café.pdf'],
	['both forms, in either order', `attachment; filename="x.pdf"; filename*=UTF-8''%E6%8A%A5.pdf`, '报.pdf'],
	['both forms, in either order', `attachment; filename*=UTF-8''%E6%8A%A5.pdf; filename="x.pdf"`, '报.pdf'],
	['a broken encoding beside a plain name', `attachment; filename*=UTF-8''%E6%8; filename="x.pdf"`, 'x.pdf'],
	['an unknown encoding beside a plain name', `attachment; filename*=klingon''%B1%A8; filename="x.pdf"`, 'x.pdf'],
	['an older encoding of Chinese', `attachment; filename*=GBK''%B1%A8%B8%E6.pdf; filename="x.pdf"`, '报告.pdf'],
	['bytes that their encoding does not have', `attachment; filename*=UTF-8''%B1%A8; filename="x.pdf"`, 'x.pdf'],
	['a name in pieces', 'attachment; filename*0="100%"; filename*1=" b.pdf"', '100% b.pdf'],
	['an encoded name in pieces', `attachment; filename*0*=UTF-8''%E6%8A; filename*1*=%A5.pdf`, '报.pdf'],
	['words of e-mails', 'attachment; filename="=?UTF-8?B?5oql5ZGKLnBkZg==?="', '报告.pdf'],
	['quoted words of e-mails', 'attachment; filename="=?utf-8?Q?=E6=8A=A5_?= =?utf-8?Q?a.pdf?="', '报 a.pdf'],
	['no path', 'attachment; filename="../../etc/报.pdf"', '报.pdf'],
	['no path of Windows', 'attachment; filename="C:\\\\dir\\\\a.pdf"', 'a.pdf'],
	['capitals', 'Attachment; FileName="x.pdf"', 'x.pdf'],
	['a parameter that ends alike', 'attachment; xfilename="y"; filename="x.pdf"', 'x.pdf'],
	['percent signs', 'attachment; filename="100%.txt"', '100%.txt'],
	['a percent-encoded plain name', 'attachment; filename="%E6%8A%A5.pdf"', '报.pdf'],
	['an empty name', 'attachment; filename=""', undefined],
	['no name', 'attachment', undefined],
])('reads %s', (_what, disposition, name) => {
	expect(fileNameOf({ headers: { 'content-disposition': disposition } })).toBe(name);
});

it('bears an answer without the header', () => {
	expect(fileNameOf({ headers: {} })).toBeUndefined();
});
