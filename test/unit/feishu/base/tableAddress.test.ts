import { tableAddress } from '../../../../feishu/base/tableAddress';

const PLACE = { app_token: 'basToken12345', table_id: 'tbl1' };

describe('the address of a table', () => {
	it.each<[entered: string, web: string | undefined, address: string | undefined]>([
		[
			'https://acme.feishu.cn/base/basToken12345?table=tbl0&view=vew0',
			'https://www.feishu.cn',
			'https://acme.feishu.cn/base/basToken12345?table=tbl1',
		],
		[
			'https://acme.larksuite.com/wiki/wikNode12345#x',
			undefined,
			'https://acme.larksuite.com/wiki/wikNode12345?table=tbl1',
		],
		['basToken12345', 'https://www.larksuite.com', 'https://www.larksuite.com/base/basToken12345?table=tbl1'],
		['basToken12345', undefined, undefined],
	])('of %s with %s', (entered, web, address) => {
		expect(tableAddress(entered, web, PLACE)).toBe(address);
	});

	it('opens a view', () => {
		expect(tableAddress('', 'https://www.feishu.cn', { ...PLACE, view_id: 'vew1' })).toMatch(/\?table=tbl1&view=vew1$/);
	});
});
