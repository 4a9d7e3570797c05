import type { IDataObject } from 'n8n-workflow';

import { messageFieldOld, messageId, pagingFieldsOld, simplifyFieldOld } from '../../../shared/fields/common';
import { userIdTypeFieldOld } from '../../../shared/contact/userIdType';
import { defineOperation } from '../../../shared/operation/operation';
import { isoTime } from './output';

export const getReadUsers = defineOperation({
	value: 'getReadUsers',
	name: 'Get Read Users',
	action: 'Get who has read a message',
	description: "List who has read one of the app's own messages, up to 7 days after it was sent",
	endpoint: 'GET /open-apis/im/v1/messages/:message_id/read_users',
	scopes: ['im:message:readonly', 'im:message', 'im:message:basic'],
	fields: [messageFieldOld(), ...pagingFieldsOld(), userIdTypeFieldOld(), simplifyFieldOld()],
	async run({ param, feishu }) {
		const id = messageId(param);
		const readers = await feishu.list(this.endpoint, {
			path: { message_id: id },
			query: { user_id_type: param.choice('userIdType') },
			limit: param.limit(),
			pageSize: 100,
		});
		if (!param.flag('simple')) return readers;
		return readers.map(
			({ user_id, user_id_type, timestamp }): IDataObject => ({
				message_id: id,
				user_id,
				user_id_type,
				read_time: isoTime(timestamp),
			}),
		);
	},
});
