import type { IDataObject } from 'n8n-workflow';

import { simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { BATCH_SCOPES, batchMessage } from './batchMessageField';

export const getReadCounts = defineOperation({
	value: 'getReadCounts',
	name: 'Get Read Counts',
	action: 'Get the read counts of a message to many',
	description: 'How many people a batch message went to and how many have read it, for 30 days',
	endpoint: 'GET /open-apis/im/v1/batch_messages/:batch_message_id/read_user',
	scopes: BATCH_SCOPES,
	identity: 'app',
	fields: [batchMessage, simplifyField],
	output: outputOf({ batch_message_id: 'string', read_count: 'number', total_count: 'number' }),
	async run({ read, feishu }) {
		const batch_message_id = read(batchMessage);
		const counts = await feishu.call<Counts>(this.endpoint, { path: { batch_message_id } });
		if (!read(simplifyField)) return counts as IDataObject;
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
