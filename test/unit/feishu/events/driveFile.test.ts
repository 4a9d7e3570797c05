import { readDriveFile } from '../../../../feishu/events/driveFile';

const TOKEN = 'AbcdEfghIjklMnopQrstUvwx';

it.each<[string, string | undefined]>([
	[`https://example.feishu.cn/base/${TOKEN}?table=tbl1&view=vew1`, 'bitable'],
	[`https://example.feishu.cn/docx/${TOKEN}`, 'docx'],
	[`https://example.feishu.cn/docs/${TOKEN}`, 'doc'],
	[`https://example.larksuite.com/sheets/${TOKEN}#gid`, 'sheet'],
	[`https://example.feishu.cn/file/${TOKEN}`, 'file'],
	[`https://example.feishu.cn/drive/folder/${TOKEN}`, 'folder'],
	[`https://example.feishu.cn/slides/${TOKEN}`, 'slides'],
	[`https://example.feishu.cn/wiki/${TOKEN}`, 'wiki'],
	[`https://example.feishu.cn/space/base/${TOKEN}`, 'bitable'],
	[` ${TOKEN} `, undefined],
])('%s', (entered, type) => expect(readDriveFile(entered)).toEqual({ token: TOKEN, ...(type && { type }) }));

it.each(['', 'short', 'https://example.com/', `https://example.feishu.cn/mindnotes/${TOKEN}`, 'not a token at all'])(
	'%s is no file',
	(entered) => expect(readDriveFile(entered)).toBeUndefined(),
);
