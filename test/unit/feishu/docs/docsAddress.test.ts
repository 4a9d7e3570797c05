import { docsAddress } from '../../../../feishu/docs/docsAddress';
import { linkedDocument } from '../../../../feishu/docs/documentMentions';
import { thrownBy } from '../../../support/feishuCalls';

const TOKEN = 'UXEAd6cRUoj5pexJZr0cdwaFnpd';
const BLOCK = 'doxcnAJ9VRRJqVMYZ1MyKnavXWe';

it.each([
	[`https://a.feishu.cn/docx/${TOKEN}`, { type: 'docx', token: TOKEN }],
	[` https://a.larksuite.com/docx/${TOKEN}?from=copy#${BLOCK} `, { type: 'docx', token: TOKEN, block: BLOCK }],
	[`https://a.feishu.cn/docx/${TOKEN}#part-${BLOCK}`, { type: 'docx', token: TOKEN, block: BLOCK }],
	[`https://a.feishu.cn/docx/${TOKEN}#share-${BLOCK}`, { type: 'docx', token: TOKEN, block: BLOCK }],
	[`https://a.larkoffice.com/docx/${TOKEN}#comments`, { type: 'docx', token: TOKEN }],
	[`https://docs.example.com/wiki/${TOKEN}/`, { type: 'wiki', token: TOKEN }],
	['https://a.feishu.cn/docs/doccnULnB44EMMPSYa3rIb4eJCf#', { type: 'doc', token: 'doccnULnB44EMMPSYa3rIb4eJCf' }],
	['https://a.feishu.cn/doc/doccnULnB44EMMPSYa3rIb4eJCf', { type: 'doc', token: 'doccnULnB44EMMPSYa3rIb4eJCf' }],
	[TOKEN, { type: 'docx', token: TOKEN }],
	['Wm4wdLvHgoPvQhx2', { type: 'docx', token: 'Wm4wdLvHgoPvQhx2' }],
	['doccnULnB44EMMPSYa3rIb4eJCf', { type: 'doc', token: 'doccnULnB44EMMPSYa3rIb4eJCf' }],
	['wikcnKQ1k3pcuo5uSK4t8Vabcef', { type: 'wiki', token: 'wikcnKQ1k3pcuo5uSK4t8Vabcef' }],
])('%s leads to a document', (entered, expected) => {
	expect(docsAddress('Document', entered)).toEqual(expected);
});

it.each([
	['', "The field 'Document' is empty"],
	['https://a.feishu.cn/sheets/shtcnAbc', 'of a spreadsheet, not of a document'],
	['https://a.feishu.cn/base/bascnAbc?table=tblA', 'of a base, not of a document'],
	['https://a.feishu.cn/drive/folder/fldcnAbc', 'of a folder, not of a document'],
	['https://a.feishu.cn/file/boxcnAbc', 'of a file in Drive, not of a document'],
	['https://a.feishu.cn/wiki/settings/7034502641455497244', 'of a wiki itself'],
	['https://example.com/', 'without a document'],
	['https://', 'without a document'],
	['shtcnmBA1234567890123456789', 'holds no document'],
	['My document', 'holds no document'],
])('%p names none: %s', (entered, message) => {
	expect(thrownBy(() => docsAddress('Document', entered)).message).toContain(message);
});

it.each([
	[`https://a.feishu.cn/docx/${TOKEN}?x=1`, { token: TOKEN, obj_type: 22 }],
	[`https://a.larksuite.com/sheets/${TOKEN}`, { token: TOKEN, obj_type: 3 }],
	[`https://a.feishu.cn/wiki/${TOKEN}`, { token: TOKEN, obj_type: 16 }],
	[`https://a.example.com/docx/${TOKEN}`, undefined],
	[`https://a.feishu.cn/docx/${TOKEN}/more`, undefined],
	['https://a.feishu.cn/drive/home', undefined],
	['no address', undefined],
])('Which document %s mentions', (url, expected) => {
	expect(linkedDocument(url)).toEqual(expected);
});
