import { tableAddress } from '../../../../feishu/base/tableAddress';

describe('the address of a table', () => {
	it.each<[base: string, address: string | undefined]>([
		[
			'https://acme.feishu.cn/base/basToken12345?table=tbl0&view=vew0',
			'https://acme.feishu.cn/base/basToken12345?table=tbl1',
		],
		['https://acme.larksuite.com/wiki/wikNode12345#x', 'https://acme.larksuite.com/wiki/wikNode12345?table=tbl1'],
		['basToken12345', undefined],
		['https://', undefined],
		['', undefined],
	])('of %s', (base, address) => {
		expect(tableAddress(base, { table_id: 'tbl1' })).toBe(address);
	});

	it('opens a view', () => {
		const base = 'https://www.feishu.cn/base/basToken12345';
		expect(tableAddress(base, { table_id: 'tbl1', view_id: 'vew1' })).toBe(`${base}?table=tbl1&view=vew1`);
	});
});
