import type { IDataObject } from 'n8n-workflow';

import type { FeishuClient } from '../../../shared/client/client';
import { outputOf } from '../../../shared/operation/output';
import type { ValueOf } from '../../../shared/operation/field';
import type { membersField } from '../people';

/** The administrators that there are afterwards. */
export const managersOutput = outputOf({
	chat_id: 'string',
	'chat_managers?': ['string'],
	'chat_bot_managers?': ['string'],
});

/** Makes members administrators, or takes that from them; gives the administrators that there are afterwards. */
export async function changeManagers(
	endpoint: string,
	feishu: FeishuClient,
	chat_id: string,
	people: ValueOf<typeof membersField>,
): Promise<IDataObject> {
	let managers: IDataObject = {};
	for (const { type, ids } of await people(feishu)) {
		managers = await feishu.call(endpoint, {
			path: { chat_id },
			query: { member_id_type: type },
			body: { manager_ids: ids },
			idempotent: true,
		});
	}
	return { chat_id, ...managers };
}
