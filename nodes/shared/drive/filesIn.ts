import type { IDataObject } from 'n8n-workflow';

import type { FeishuClient } from '../client/client';

export const LIST_FILES = 'GET /open-apis/drive/v1/files';

/** The largest page. Source: …/drive-v1/file/list */
const PAGE = 200;

/** In which order a folder is listed. */
export interface FileOrder {
	order_by?: 'EditedTime' | 'CreatedTime';
	direction?: 'ASC' | 'DESC';
}

/**
 * What lies in a folder, its folders among it; a page is fetched when its first entry is wanted.
 * @param folder_token of the folder; without it the own space of whoever asks
 * @param order the last edited first unless given
 * @throws CallError
 */
export const filesIn = (feishu: FeishuClient, folder_token?: string, order?: FileOrder): AsyncGenerator<IDataObject> =>
	feishu.records(LIST_FILES, { query: { folder_token, ...order }, pageSize: PAGE, itemsKey: 'files' });
