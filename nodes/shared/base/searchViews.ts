import { listSearch } from '../fields/listSearch';
import { chosenTable, keyOfTable } from './chosen';
import { askingFor } from '../fields/panel';
import { viewsOf } from './contents';

/** Views of the table that is chosen in the same panel. */
export const searchViews = listSearch({
	what: 'views',
	scopes: ['base:view:read', 'bitable:app:readonly', 'bitable:app'],
	of: keyOfTable,
	async *entries(ask) {
		const views = await viewsOf(askingFor(ask), await chosenTable(ask));
		for (const { view_id: value, view_name: name } of views) yield { name, value };
	},
	nothing: {
		message: 'The table has no view that can be seen',
		advice: 'Give access to one in the base, or make one: View: Create',
	},
});
