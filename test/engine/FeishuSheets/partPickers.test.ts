/** The lists from which the parts of a sheet are chosen. */
import { FeishuSheets } from '../../../nodes/FeishuSheets/FeishuSheets.node';
import { listWalks } from '../../../nodes/shared/fields/listWalks';
import type { ListSearch } from '../../../nodes/shared/operation/field';
import { listContext, usePlatform } from '../../support/engine';
import { ownSheet } from '../../support/engine/sheetPlace';

const platform = usePlatform();
const node = new FeishuSheets();

beforeEach(() => listWalks.forgetAll());

test('every list that a field names is there, and no other', () => {
	const named = JSON.stringify(node.description.properties).matchAll(/"searchListMethod":"(\w+)"/g);
	expect([...new Set([...named].map(([, name]) => name))].sort()).toEqual(Object.keys(node.methods.listSearch).sort());
});

test('filter views are those of the sheet that is chosen', async () => {
	const { sheet, book, where } = ownSheet(platform);
	const area = { top: 0, left: 0, bottom: 9, right: 3, conditions: new Map() };
	sheet.filterViews.push({ filter_view_id: 'pH9hbVcCXA', filter_view_name: 'Open', ...area });
	book.sheets[1]?.filterViews.push({ filter_view_id: 'aaaaaaaaaa', filter_view_name: 'Other', ...area });
	const find = (node.methods.listSearch as Record<string, ListSearch | undefined>).searchFilterViews;
	const found = await find?.call(listContext('feishuSheets', platform.credential, where));
	expect(found?.results).toEqual([{ name: 'Open', value: 'pH9hbVcCXA' }]);
});
