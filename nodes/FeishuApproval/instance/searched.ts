import type { IDataObject } from 'n8n-workflow';

import type { Query } from '../../../feishu/api/endpoint';
import type { FeishuClient } from '../../shared/client/client';
import { take } from '../../shared/contact/directory';
import { LIST_MS, windowsOf, type Period } from './periods';

/** At least 5 and at most this: a page is not cut to what is still wanted. @see https://open.feishu.cn/document/server-docs/approval-v4/approval-search/query-2 */
const PAGE = 200;

interface Search {
	period: Period;
	query: Query;
	/** What is asked of one part of the period. */
	body(window: Period): IDataObject;
	itemsKey: string;
	/** Infinity for all. */
	limit: number;
}

/** The records of a search over any period, of which one request takes 30 days; the latest part first. @throws CallError */
export async function searched(
	feishu: FeishuClient,
	endpoint: string,
	{ period, query, body, itemsKey, limit }: Search,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	for (const window of windowsOf(period, LIST_MS)) {
		const request = {
			...{ query, idempotent: true, pageSize: PAGE, itemsKey },
			// What was withdrawn is left out otherwise, even where its status is asked for.
			body: { ...body(window), with_revoked_instance: true },
		};
		found.push(...(await take(feishu.records(endpoint, request), limit - found.length)));
		if (found.length >= limit) break;
	}
	return found;
}
