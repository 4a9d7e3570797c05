import { openSheetAt, sheetAddress } from '../../../../feishu/sheets/sheetAddress';
import { thrownBy } from '../../../support/feishuCalls';

const TOKEN = 'Iow7sNNEphp3WbtnbCscPqabcef';

it.each([
	[TOKEN, { spreadsheetToken: TOKEN }],
	[' shtcngNygNfuqhxTBf588jwgWbJ\n', { spreadsheetToken: 'shtcngNygNfuqhxTBf588jwgWbJ' }],
	['wikcnKQ1k3pcuo5uSK4t8VN6kVf', { wikiNode: 'wikcnKQ1k3pcuo5uSK4t8VN6kVf' }],
	[`https://a.feishu.cn/sheets/${TOKEN}`, { spreadsheetToken: TOKEN }],
	[`https://a.feishu.cn/sheets/${TOKEN}?sheet=Q7PlXT`, { spreadsheetToken: TOKEN, sheet: 'Q7PlXT' }],
	[`https://a.larksuite.com/spreadsheets/${TOKEN}/?x=1&sheet=Q7PlXT#a`, { spreadsheetToken: TOKEN, sheet: 'Q7PlXT' }],
	[`https://docs.example.com/space/sheets/${TOKEN}`, { spreadsheetToken: TOKEN }],
	[`HTTPS://a.feishu.cn/wiki/${TOKEN}?sheet=Q7PlXT&table=tbl1`, { wikiNode: TOKEN, sheet: 'Q7PlXT' }],
	[`https://a.feishu.cn/sheets/${TOKEN}?sheet=First%20sheet`, { spreadsheetToken: TOKEN }],
])('%s', (entered, expected) => {
	expect(sheetAddress('Spreadsheet', entered)).toEqual(expected);
});

it.each([
	[' ', "The field 'Spreadsheet' is empty", 'copy the address'],
	['Q7PlXT', 'holds no spreadsheet: Q7PlXT', 'the ID of a sheet'],
	['bascnCMII2ORej2RItqpZZUNMIe', 'holds no spreadsheet', 'Feishu Base'],
	['doxcnCMII2ORej2RItqpZZUNMIe', 'holds no spreadsheet', 'of a document'],
	['doccnCMII2ORej2RItqpZZUNMIe', 'holds no spreadsheet', 'of a document'],
	['boxcnCMII2ORej2RItqpZZUNMIe', 'holds no spreadsheet', 'of a file'],
	['fldcnCMII2ORej2RItqpZZUNMIe', 'holds no spreadsheet', 'of a folder'],
	['my sheet', 'holds no spreadsheet: my sheet', 'copy the address'],
	[`https://a.feishu.cn/base/${TOKEN}`, 'holds the address of a base', 'Feishu Base'],
	[`https://a.feishu.cn/docx/${TOKEN}?sheet=Q7PlXT`, 'holds the address of a document', 'a tab of its own'],
	[`https://a.feishu.cn/file/${TOKEN}`, 'holds the address of a file in Drive', 'import'],
	[`https://a.feishu.cn/drive/folder/${TOKEN}`, 'holds the address of a folder', 'in it'],
	['https://a.feishu.cn/share/base/form/shrcnabc', 'of something shared', 'copy the address'],
	['https://a.feishu.cn/wiki/settings/123', 'an address without a spreadsheet', 'copy the address'],
	['https://a.feishu.cn/wiki/space/123', 'an address without a spreadsheet', 'copy the address'],
	['https://example.com/', 'an address without a spreadsheet', 'copy the address'],
	['https://', 'an address without a spreadsheet', 'copy the address'],
])('%s is refused', (entered, message, advice) => {
	expect(thrownBy(() => sheetAddress('Spreadsheet', entered))).toMatchObject({
		field: 'Spreadsheet',
		message: expect.stringContaining(message) as string,
		advice: expect.stringContaining(advice) as string,
	});
});

it.each([
	[`https://a.feishu.cn/sheets/${TOKEN}?sheet=aaaaaa&x=1#b`, `https://a.feishu.cn/sheets/${TOKEN}?sheet=Q7PlXT`],
	[`https://a.feishu.cn/wiki/${TOKEN}`, `https://a.feishu.cn/wiki/${TOKEN}?sheet=Q7PlXT`],
	[TOKEN, undefined],
	['https://', undefined],
])('The address of a sheet in %s', (spreadsheet, expected) => {
	expect(openSheetAt(spreadsheet, 'Q7PlXT')).toBe(expected);
});
