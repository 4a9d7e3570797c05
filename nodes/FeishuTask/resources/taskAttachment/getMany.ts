import { pagingFields } from '../../../shared/fields/common';
import { PEOPLE_NAMES } from '../../common/output';
import { withNames } from '../../common/names';
import { defineOperation } from '../../../shared/operation/operation';
import { PAGE } from '../../common/endpoints';
import { ATTACHMENT, attachmentItem, LIST_ATTACHMENTS, READ, task } from './chosen';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many attachments of a task',
	description: 'List the attachments of a task',
	endpoint: LIST_ATTACHMENTS,
	alsoCalls: [PEOPLE_NAMES],
	scopes: READ,
	identity: 'either',
	fields: [task, pagingFields],
	output: ATTACHMENT,
	async run({ read, feishu, context }) {
		const query = { resource_type: 'task', resource_id: read(task) };
		const limit = read(pagingFields);
		const found = await feishu.list(this.endpoint, { query, limit, pageSize: PAGE, itemsKey: 'items' });
		return await withNames({ feishu, context }, found.map(attachmentItem));
	},
});
