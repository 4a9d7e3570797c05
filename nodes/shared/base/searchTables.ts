import { listSearch } from '../fields/listSearch';
import { chosenBase, keyOfBase } from './chosen';
import { askingFor } from '../fields/panel';
import { tablesOf } from './contents';

/** Tables of the base that is chosen in the same panel. */
export const searchTables = listSearch({
	what: 'tables',
	scopes: ['base:table:read', 'bitable:app:readonly', 'bitable:app'],
	of: keyOfBase,
	async *entries(ask) {
		const asking = askingFor(ask);
		const tables = await tablesOf(asking, await chosenBase(ask).token(asking));
		for (const { table_id: value, name } of tables) yield { name, value };
	},
	nothing: { message: 'The base has no table that can be seen', advice: 'Give access to one in the base, or add one' },
});
