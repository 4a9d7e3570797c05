import type { IDataObject } from 'n8n-workflow';

import type { FeishuClient } from '../../../shared/client/client';
import { chatId } from '../../../shared/im/chat';
import type { Params } from '../../../shared/operation/params';
import { readBatches } from './batches';

/** Makes members administrators, or takes that from them; gives the administrators that there are afterwards. */
export async function changeManagers(endpoint: string, param: Params, feishu: FeishuClient): Promise<IDataObject> {
	const id = chatId(param);
	let managers: IDataObject = {};
	for (const { type, ids } of await readBatches(param, feishu)) {
		managers = await feishu.call(endpoint, {
			path: { chat_id: id },
			query: { member_id_type: type },
			body: { manager_ids: ids },
			idempotent: true,
		});
	}
	return { chat_id: id, ...managers };
}
