import { defineOperation } from '../../../shared/operation/operation';
import { NAMES_OF_OPTIONS, taskItem } from '../../common/output';
import { set, shared, task } from './completion';

export const reopen = defineOperation({
	...shared,
	alsoCalls: [NAMES_OF_OPTIONS],
	value: 'reopen',
	name: 'Reopen',
	action: 'Reopen a task',
	description: 'Open a completed task again',
	async run({ read, ...asking }) {
		return await taskItem(asking, await set(asking.feishu, read(task), '0'));
	},
});
