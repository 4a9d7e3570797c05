import { pagingFields } from '../../../shared/fields/common';
import { choiceField } from '../../../shared/fields/plain';
import { PEOPLE_NAMES } from '../../common/output';
import { withNames } from '../../common/names';
import { defineOperation } from '../../../shared/operation/operation';
import { PAGE } from '../../common/endpoints';
import { COMMENT, commentItem, LIST_COMMENTS, READ, task } from './chosen';

const order = choiceField({
	displayName: 'Order',
	name: 'commentOrder',
	options: [
		{ name: 'Oldest First', value: 'asc' },
		{ name: 'Newest First', value: 'desc' },
	],
	default: 'asc',
	description: 'In which order they come',
});

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many comments of a task',
	description: 'List the comments of a task, with answers',
	endpoint: LIST_COMMENTS,
	alsoCalls: [PEOPLE_NAMES],
	scopes: READ,
	identity: 'either',
	fields: [task, pagingFields, order],
	output: COMMENT,
	async run({ read, feishu, context }) {
		const query = { resource_type: 'task', resource_id: read(task), direction: read(order) };
		const limit = read(pagingFields);
		const found = await feishu.list(this.endpoint, { query, limit, pageSize: PAGE, itemsKey: 'items' });
		return await withNames({ feishu, context }, found.map(commentItem));
	},
});
