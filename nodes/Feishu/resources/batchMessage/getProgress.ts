import type { IDataObject } from 'n8n-workflow';

import { simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { BATCH_SCOPES, batchMessage } from './batchMessageField';

export const getProgress = defineOperation({
	value: 'getProgress',
	name: 'Get Progress',
	action: 'Get the progress of a message to many',
	description: 'How many people have got a batch message or have had it recalled, for 30 days',
	endpoint: 'GET /open-apis/im/v1/batch_messages/:batch_message_id/get_progress',
	scopes: BATCH_SCOPES,
	identity: 'app',
	fields: [batchMessage, simplifyField],
	output: outputOf({
		batch_message_id: 'string',
		'valid_count?': 'number',
		'sent_count?': 'number',
		'read_count?': 'number',
		recalled: 'boolean',
		recalled_count: 'number',
	}),
	async run({ read, feishu }) {
		const batch_message_id = read(batchMessage);
		const progress = await feishu.call<Progress>(this.endpoint, { path: { batch_message_id } });
		if (!read(simplifyField)) return progress as IDataObject;
		const { batch_message_send_progress: sent = {}, batch_message_recall_progress: recalled = {} } = progress;
		return {
			batch_message_id,
			// 0 until the platform has begun; people outside the app's availability count too.
			valid_count: sent.valid_user_ids_count,
			sent_count: sent.success_user_ids_count,
			read_count: sent.read_user_ids_count,
			recalled: recalled.recall ?? false,
			recalled_count: recalled.recall_count ?? 0,
		};
	},
});

/** @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/batch_message/get_progress */
interface Progress {
	batch_message_send_progress?: {
		valid_user_ids_count?: number;
		success_user_ids_count?: number;
		read_user_ids_count?: number;
	};
	batch_message_recall_progress?: { recall?: boolean; recall_count?: number };
}
