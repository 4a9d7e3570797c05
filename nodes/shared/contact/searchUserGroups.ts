import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { FeishuClient } from '../client/client';
import { listSearchError } from '../fields/listSearchError';

interface GroupPage {
	grouplist?: Array<{ id: string; name?: string }>;
	has_more?: boolean;
	page_token?: string;
}

/** Kinds of user groups: the platform lists one at a time. */
const ORDINARY = 1;
const DYNAMIC = 2;

/** User groups, ordinary ones first. The platform has no search for them, so the filter works on each page. */
export async function searchUserGroups(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const feishu = new FeishuClient(this);
	const [type, page_token] = paginationToken === undefined ? [ORDINARY] : (JSON.parse(paginationToken) as Place);
	try {
		const page = await feishu.call<GroupPage>('GET /open-apis/contact/v3/group/simplelist', {
			query: { page_size: 100, type, page_token },
		});
		return {
			results: (page.grouplist ?? [])
				.map(({ id, name }) => ({ name: name || id, value: id }))
				.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase())),
			paginationToken: nextPlace(type, page),
		};
	} catch (error) {
		throw await listSearchError(this, error, feishu, ['contact:group:readonly']);
	}
}

type Place = [type: number, pageToken?: string];

function nextPlace(type: number, page: GroupPage): string | undefined {
	if (page.has_more && page.page_token) return JSON.stringify([type, page.page_token]);
	return type === ORDINARY ? JSON.stringify([DYNAMIC]) : undefined;
}
