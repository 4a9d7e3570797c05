import type { IDataObject } from 'n8n-workflow';

import type { FeishuClient } from '../../../shared/client/client';
import type { PlaceInWiki } from './place';

export const CREATE_NODE = 'POST /open-apis/wiki/v2/spaces/:space_id/nodes';

/** @throws CallError @see https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/wiki-v2/space-node/create */
export async function makePage(
	feishu: FeishuClient,
	{ space_id, parent_node_token }: PlaceInWiki,
	made: { obj_type: string; title: string } | { obj_type: string; origin_node_token: string },
): Promise<IDataObject> {
	const node_type = 'origin_node_token' in made ? 'shortcut' : 'origin';
	const body = { ...made, node_type, ...(parent_node_token && { parent_node_token }) };
	const { node } = await feishu.call<{ node: IDataObject }>(CREATE_NODE, { path: { space_id }, body });
	return node;
}
