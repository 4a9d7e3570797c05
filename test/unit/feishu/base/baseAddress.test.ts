import { baseAddress, tableIn } from '../../../../feishu/base/baseAddress';
import { thrownBy } from '../../../support/feishuCalls';

const TOKEN = 'UyfIbAtgIa5dF1sxxxxxcxxxnyb';

it.each([
	[TOKEN, { appToken: TOKEN }],
	[` bascnCMII2ORej2RItqpZZUNMIe\n`, { appToken: 'bascnCMII2ORej2RItqpZZUNMIe' }],
	[`https://a.feishu.cn/base/${TOKEN}`, { appToken: TOKEN }],
	[`https://a.larksuite.com/base/${TOKEN}?table=tbl1&view=vew1`, { appToken: TOKEN, table: 'tbl1', view: 'vew1' }],
	[
		`https://a.sg.larkoffice.com/base/${TOKEN}?view=vew1&table=tbl1&record=rec1#x`,
		{ appToken: TOKEN, table: 'tbl1', view: 'vew1', record: 'rec1' },
	],
	[`https://docs.example.com/base/${TOKEN}/`, { appToken: TOKEN }],
	[`https://a.feishu.cn/wiki/${TOKEN}?sheet=x&table=tbl1`, { wikiNode: TOKEN, table: 'tbl1' }],
	[`https://a.feishu.cn/base/${TOKEN}?table=&view=rec1`, { appToken: TOKEN }],
	[`https://a.feishu.cn/base/${TOKEN}?table=blk1`, { appToken: TOKEN, other: 'blk1' }],
])('%s', (entered, expected) => {
	expect(baseAddress('Base', entered)).toEqual(expected);
});

it.each([
	['', "The field 'Base' is empty", 'copy the address'],
	['tblsRc9GRRXKqhvW', 'holds no base: tblsRc9GRRXKqhvW', 'the ID of a table'],
	['vewTpR1urY', 'holds no base', 'the ID of a view'],
	['recxyz', 'holds no base', 'the ID of a record'],
	['fldxyz', 'holds no base', 'the ID of a field'],
	['oc_abc', 'holds no base', 'copy the address'],
	['my base', 'holds no base: my base', 'copy the address'],
	['https://a.feishu.cn/docx/abc', 'an address without a base', 'copy the address'],
	['https://a.feishu.cn/wiki/settings/123', 'an address without a base', 'copy the address'],
	['https://', 'an address without a base', 'copy the address'],
	['https://a.feishu.cn/share/base/form/shrcnabc', 'something shared', 'it has /base/ or /wiki/ in it'],
	['https://a.feishu.cn/record/Hx1', 'something shared', 'it has /base/ or /wiki/ in it'],
])('%s is refused', (entered, message, advice) => {
	expect(thrownBy(() => baseAddress('Base', entered))).toMatchObject({
		field: 'Base',
		message: expect.stringContaining(message) as string,
		advice: expect.stringContaining(advice) as string,
	});
});

it('The table of an address is the one that was open', () => {
	expect(tableIn('Base', baseAddress('Base', `https://a.feishu.cn/base/${TOKEN}?table=tbl1`))).toBe('tbl1');
	expect(tableIn('Base', baseAddress('Base', TOKEN))).toBeUndefined();
});

it.each([
	[`https://a.feishu.cn/base/${TOKEN}?table=blk1`, 'the address of a dashboard', '?table=tbl'],
	[`https://a.feishu.cn/base/${TOKEN}?table=wkf1`, 'the address of an automation', '?table=tbl'],
	[`https://a.feishu.cn/base/${TOKEN}?table=ldx1`, 'the address of a document inside', '?table=tbl'],
])('%s names no table', (entered, message, advice) => {
	expect(thrownBy(() => tableIn('Base', baseAddress('Base', entered)))).toMatchObject({
		field: 'Base',
		message: expect.stringContaining(message) as string,
		advice: expect.stringContaining(advice) as string,
	});
});
