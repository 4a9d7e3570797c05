import { defineOperation } from '../../../shared/operation/operation';
import { change, listMembers, shared, tasklist } from './listMembers';

export const addMembers = defineOperation({
	...shared,
	value: 'addMembers',
	name: 'Add Members',
	action: 'Add members to a task list',
	description: 'Let people, groups and apps into a task list; who is in it gets the new role',
	endpoint: 'POST /open-apis/task/v2/tasklists/:tasklist_guid/add_members',
	run: async ({ read, ...asking }) => await change('add')(asking, read(tasklist), read(listMembers)),
});
