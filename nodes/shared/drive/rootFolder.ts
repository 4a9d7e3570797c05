import type { FeishuClient } from '../client/client';

/** What whoever calls `rootFolder` has to list among its calls. */
export const ROOT_FOLDER = 'GET /open-apis/drive/explorer/v2/root_folder/meta';

/**
 * The token of the own space of the app, or of the person: for the calls that take no empty one for it.
 * @throws CallError
 * @see https://open.feishu.cn/document/server-docs/docs/drive-v1/folder/get-root-folder-meta
 */
export async function rootFolder(feishu: FeishuClient): Promise<string> {
	return (await feishu.call<{ token: string }>(ROOT_FOLDER, { idempotent: true })).token;
}
