import { folderAddress } from '../../../../feishu/drive/folderAddress';
import { thrownBy } from '../../../support/feishuCalls';

const TOKEN = 'fldcnqquW1svRIYVT2Np6IuLCKd';

it.each([
	[` ${TOKEN}\n`, { folder_token: TOKEN }],
	[`https://a.feishu.cn/drive/folder/${TOKEN}?from=space`, { folder_token: TOKEN }],
	[`https://a.larksuite.com/drive/shared/folder/${TOKEN}`, { folder_token: TOKEN }],
	['https://docs.example.com/wiki/wikcnAbc#x', { wikiNode: 'wikcnAbc', origin: 'https://docs.example.com' }],
])('%s', (entered, expected) => {
	expect(folderAddress('Folder', entered)).toEqual(expected);
});

it.each([
	['oc_a0553eda9014c201', 'holds no folder', 'the ID of a group chat'],
	['my folder', 'holds no folder: my folder', ''],
	['', 'holds no folder', 'copy the address'],
	['https://a.feishu.cn/docx/abc', 'an address without a folder', 'copy the address'],
	['https://a.feishu.cn/wiki/settings/123', 'an address without a folder', 'copy the address'],
	['https://', 'an address without a folder', 'copy the address'],
])('%s is refused', (entered, message, advice) => {
	expect(thrownBy(() => folderAddress('Folder', entered))).toMatchObject({
		field: 'Folder',
		message: expect.stringContaining(message) as string,
		advice: expect.stringContaining(advice) as string,
	});
});
