import type { IDataObject } from 'n8n-workflow';

import { simplifyFieldOld } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { BATCH_SCOPES, batchMessageField, batchMessageId } from './batchMessageField';

export const getReadCounts = defineOperation({
	value: 'getReadCounts',
	name: 'Get Read Counts',
	action: 'Get the read counts of a batch message',
	description: 'How many people a batch message went to and how many have read it, up to 30 days after it was sent',
	endpoint: 'GET /open-apis/im/v1/batch_messages/:batch_message_id/read_user',
	scopes: BATCH_SCOPES,
	fields: [batchMessageField(), simplifyFieldOld()],
	async run({ param, feishu }) {
		const batch_message_id = batchMessageId(param);
		const counts = await feishu.call<Counts>(this.endpoint, { path: { batch_message_id } });
		if (!param.flag('simple')) return counts as IDataObject;
		return {
			batch_message_id,
			read_count: Number(counts.read_user?.read_count ?? 0),
			total_count: Number(counts.read_user?.total_count ?? 0),
		};
	},
});

/** Numbers as text. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/batch_message/read_user */
interface Counts {
	read_user?: { read_count?: string; total_count?: string };
}
