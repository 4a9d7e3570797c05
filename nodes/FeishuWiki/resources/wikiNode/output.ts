import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../../feishu/json';
import { documentAddress } from '../../../../feishu/drive/documentAddress';
import { platformAddress } from '../../../shared/drive/addressOf';
import type { FeishuClient } from '../../../shared/client/client';
import { outputOf } from '../../../shared/operation/output';

/** A page: where it stands (`node_token`), and what lies in it (`obj_token` with `obj_type`). Source: …/wiki-v2/space/get_node */
export const PAGE_SHAPE = {
	node_token: 'string',
	'title?': 'string',
	'obj_type?': 'string',
	'obj_token?': 'string',
	'url?': 'string',
	'space_id?': 'string',
	'parent_node_token?': 'string',
	'node_type?': 'string',
	'origin_node_token?': 'string',
	'origin_space_id?': 'string',
	'has_child?': 'boolean',
	'obj_create_time?': 'string',
	'obj_edit_time?': 'string',
	'node_create_time?': 'string',
	'creator?': 'string',
	'owner?': 'string',
	'node_creator?': 'string',
} as const;

export const PAGE = outputOf(PAGE_SHAPE);

/**
 * The address that opens a page: at the host from which another page's was copied, else at the platform's own, which leads
 * to that of the organization; undefined of a private deployment.
 */
export async function pageAddress(
	feishu: FeishuClient,
	node_token: unknown,
	origin?: string,
): Promise<string | undefined> {
	const page = { type: 'wiki', token: text(node_token) } as const;
	return origin === undefined ? await platformAddress(feishu, page) : documentAddress(origin, page);
}

/** A page as an item, with its address. */
export async function pageItem(feishu: FeishuClient, page: IDataObject, origin?: string): Promise<IDataObject> {
	const url = await pageAddress(feishu, page.node_token, origin);
	return { ...page, ...(url && { url }) };
}
