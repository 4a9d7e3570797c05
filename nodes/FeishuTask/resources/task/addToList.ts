import type { JsonObject } from '../../../../feishu/json';
import { defineOperation } from '../../../shared/operation/operation';
import { withListName } from '../../common/listName';
import { TASK_CALLS, TASK, taskItem } from '../../common/output';
import { optionalSectionField } from '../../common/section';
import { ofWrongValue, otherListsSection } from '../../common/refusals';
import { task, tasklist } from './placed';

const section = optionalSectionField({ description: 'A section of the task list; its first one unless chosen' });

/** Source: …/task-v2/task/add_tasklist: with the list that it is in already, it moves to the section. */
export const addToList = defineOperation({
	value: 'addToList',
	name: 'Add to List',
	action: 'Add a task to a task list',
	description: 'Put a task into one more task list, or into another section of its list',
	endpoint: 'POST /open-apis/task/v2/tasks/:task_guid/add_tasklist',
	alsoCalls: [...TASK_CALLS],
	scopes: ['task:task:write'],
	identity: 'either',
	fields: [task, tasklist, section],
	output: TASK,
	async run({ read, panel, ...asking }) {
		const path = { task_guid: read(task) };
		const list = read(tasklist);
		const place = read(section);
		const body = { tasklist_guid: list, ...(place !== undefined && { section_guid: place }) };
		// Nothing else of the request can be wrong.
		if (place !== undefined) asking.errorContext.adviceOf = ofWrongValue(otherListsSection(section.label));
		const request = { path, body, idempotent: true };
		const { task: after } = await asking.feishu.call<{ task: JsonObject }>(this.endpoint, request);
		return withListName(panel, [await taskItem(asking, after)]);
	},
});
