import { defineOperation } from '../../../shared/operation/operation';
import { change, listMembers, shared, tasklist } from './listMembers';

export const removeMembers = defineOperation({
	...shared,
	value: 'removeMembers',
	name: 'Remove Members',
	action: 'Remove members from a task list',
	description: 'Take people, groups and apps out of a task list',
	endpoint: 'POST /open-apis/task/v2/tasklists/:tasklist_guid/remove_members',
	run: async ({ read, ...asking }) => await change('remove')(asking, read(tasklist), read(listMembers)),
});
