import type { JsonObject } from '../../../../feishu/json';
import { PEOPLE_NAMES } from '../../common/output';
import { withNames } from '../../common/names';
import { defineOperation } from '../../../shared/operation/operation';
import { ATTACHMENT, attachmentId, attachmentItem, GET_ATTACHMENT, READ, ofTask } from './chosen';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get an attachment of a task',
	description: 'Get the name, the size and an address that is good for three minutes',
	endpoint: GET_ATTACHMENT,
	alsoCalls: [PEOPLE_NAMES],
	scopes: READ,
	identity: 'either',
	fields: [ofTask, attachmentId],
	output: ATTACHMENT,
	async run({ read, feishu, context }) {
		const path = { attachment_guid: read(attachmentId) };
		const { attachment } = await feishu.call<{ attachment: JsonObject }>(this.endpoint, { path });
		return await withNames({ feishu, context }, attachmentItem(attachment));
	},
});
