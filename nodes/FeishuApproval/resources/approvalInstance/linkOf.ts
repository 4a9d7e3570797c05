import type { IDataObject } from 'n8n-workflow';

import { isObject, object, text } from '../../../../feishu/json';
import type { FeishuClient } from '../../../shared/client/client';

export const SEARCH_INSTANCES = 'POST /open-apis/approval/v4/instances/query';

/**
 * The address of an instance that was started before, which only the search tells; empty where the app may not search, or
 * the search does not know it yet. @see https://open.feishu.cn/document/server-docs/approval-v4/approval-search/query-2 `link`
 */
export async function linkOf(feishu: FeishuClient, instance_code: string): Promise<string> {
	const request = {
		query: { user_id_type: 'open_id', page_size: 10 },
		body: { instance_code, with_revoked_instance: true },
		idempotent: true,
	};
	try {
		const { instance_list = [] } = await feishu.call<IDataObject & { instance_list?: unknown[] }>(
			SEARCH_INSTANCES,
			request,
		);
		const links = instance_list.filter(isObject).map(({ instance }) => object(instance));
		const { pc_link, mobile_link } = object(links.find(({ code }) => code === instance_code)?.link);
		return text(pc_link) || text(mobile_link);
	} catch {
		return '';
	}
}
