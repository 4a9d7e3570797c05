import { text } from '../../../feishu/json';
import type { FeishuClient } from '../../shared/client/client';
import type { IDataObject } from 'n8n-workflow';
import { listSearch, type ListSpec } from '../../shared/fields/listSearch';
import type { Entry } from '../../shared/fields/listWalks';

export const SEARCH_DEFINITIONS = 'POST /open-apis/approval/v4/approvals/search_launchable';

/** The largest page. Source: the platform's own command line tool */
const PAGE = 100;

/** The approvals that a person may start, whose names have these words. @param limit Infinity for all */
export async function definitionsFor(feishu: FeishuClient, keyword: string, limit: number): Promise<IDataObject[]> {
	return await feishu.list(SEARCH_DEFINITIONS, {
		body: { ...(keyword !== '' && { keyword }) },
		pagingIn: 'body',
		pageSize: PAGE,
		itemsKey: 'approvals',
		idempotent: true,
		limit,
	});
}

/** As many as somebody scrolls through. */
const MOST = 500;

const entries: ListSpec['entries'] = async function* ({ feishu, filter }): AsyncGenerator<Entry> {
	// The platform tells an app of no definition.
	if (!(await feishu.isPerson())) return;
	for (const found of await definitionsFor(feishu, filter, MOST)) {
		if (found.is_external === true) continue;
		const value = text(found.approval_code);
		yield { name: text(found.approval_name) || value, value, words: text(found.description) };
	}
};

export const searchDefinitions = listSearch({
	what: 'approvals',
	scopes: ['approval:approval:read'],
	entries,
	searched: true,
	nothing: {
		message: 'There is no approval to choose from',
		advice:
			'Feishu lists approvals for persons only, those that they may start. As an app choose By URL and paste the address of the approval in the admin console.',
	},
	otherwise: 'Or choose By URL and paste the address of the approval in the admin console.',
});
