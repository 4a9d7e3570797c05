import { userIdTypeField } from '../../../shared/contact/userIdType';
import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { messageField } from '../../../shared/im/message';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { isoTime } from './output';

const message = messageField();

const output = outputOf({
	message_id: 'string',
	user_id: 'string',
	user_id_type: 'string',
	read_time: 'string',
});

export const getReadUsers = defineOperation({
	value: 'getReadUsers',
	name: 'Get Read Users',
	action: 'Get who has read a message',
	description: "List who has read one of the app's own messages, up to 7 days after it was sent",
	endpoint: 'GET /open-apis/im/v1/messages/:message_id/read_users',
	scopes: ['im:message:readonly', 'im:message', 'im:message:basic'],
	identity: 'either',
	fields: [message, pagingFields, userIdTypeField, simplifyField],
	output,
	async run({ read, feishu }) {
		const message_id = read(message);
		const readers = await feishu.list(this.endpoint, {
			path: { message_id },
			query: { user_id_type: read(userIdTypeField) },
			limit: read(pagingFields),
			pageSize: 100,
		});
		if (!read(simplifyField)) return readers;
		return readers.map((reader) => output.simplify({ ...reader, message_id, read_time: isoTime(reader.timestamp) }));
	},
});
