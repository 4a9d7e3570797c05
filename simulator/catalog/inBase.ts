import { reachBase, tableIn } from '../base/access';
import { BaseProblem, refusal } from '../base/problem';
import type { Call } from '../gateway/route';
import type { Endpoint } from './endpoints';

/** What of a base is left to the catalog lies in one that has to be there, and that the caller may see. */
export function checkBase({ domain, method, path }: Endpoint, call: Call): void {
	const { params } = call;
	if (domain !== 'bitable' || params.app_token === undefined) return;
	const { store } = call.platform;
	try {
		const base = reachBase(store, call.by, params.app_token, method === 'GET' ? 'view' : 'edit');
		if (params.table_id !== undefined) tableIn(base, params.table_id);
	} catch (error) {
		if (!(error instanceof BaseProblem)) throw error;
		throw refusal(`${method} ${path.replace('/open-apis/bitable/v1/', '')}`, error, store.settings);
	}
}
