import { isObject, text, type JsonObject } from '../../../../feishu/json';
import type { FeishuClient } from '../../../shared/client/client';
import { defineOperation } from '../../../shared/operation/operation';
import { customFields, customValues, givenValues } from '../../common/customFields';
import { GET_TASK, UPDATE_TASK, WRITE_TASKS } from '../../common/endpoints';
import { modeNumber, ruleOf } from '../../common/newTask';
import { TASK_CALLS, TASK, taskItem } from '../../common/output';
import { taskField } from '../../common/task';
import { fieldsOf } from '../../common/taskFields';
import { optionalTasklistField } from '../../common/tasklist';
import { isWrongValue, ofWrongValue } from '../../common/refusals';
import { taskTimes } from '../../common/times';
import { changes, cleared, noChange, title } from './changes';
import { contradictionIn } from './contradiction';

const task = taskField();

const tasklist = optionalTasklistField({
	description: 'Whose custom fields are shown below; the task stays where it is',
});

/** The lists that the custom fields are looked for in: the chosen one, else those of the task. */
async function listsOf(feishu: FeishuClient, guid: string, chosen: string | undefined): Promise<string[]> {
	if (chosen !== undefined) return [chosen];
	const found = await feishu.call<{ task?: JsonObject }>(GET_TASK, { path: { task_guid: guid } });
	const lists = found.task?.tasklists;
	return Array.isArray(lists) ? lists.filter(isObject).map((one) => text(one.tasklist_guid)) : [];
}

/** What is listed and has no value is cleared, so only what was changed is listed. Source: …/task-v2/task/patch */
export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a task',
	description: 'Change the title, times, custom fields and more of a task',
	endpoint: UPDATE_TASK,
	alsoCalls: [GET_TASK, ...TASK_CALLS],
	scopes: WRITE_TASKS,
	identity: 'either',
	fields: [task, changes, cleared, tasklist, customFields],
	output: TASK,
	orderBy: ({ read }) => read(task),
	async run({ read, refuse, panel, itemIndex, ...asking }) {
		const { feishu, context } = asking;
		const guid = read(task);
		const more = read(changes);
		const gone: readonly string[] = read(cleared);
		const list = read(tasklist);
		const given = givenValues(read(customFields), context.getInputData()[itemIndex]?.json ?? {});
		if (more.title === '') throw title.refuse('is empty', 'A task has a title');
		const repeat_rule = ruleOf(more.repeat, more.repeatRule);
		const times = taskTimes({ start: more.start, due: more.newDue }, more.allDay, panel.timeZone);
		const changed: JsonObject = {
			...(more.title && { summary: more.title }),
			...(more.description && { description: more.description }),
			...times,
			...(repeat_rule !== undefined && { repeat_rule }),
			...(more.completedWhen && { mode: modeNumber(more.completedWhen) }),
			...(more.milestone !== undefined && { is_milestone: more.milestone }),
		};
		const both = gone.find((name) => name in changed);
		if (both !== undefined) throw refuse(cleared, 'names what is changed as well', 'Take it out of one of both');
		if (Object.keys(changed).length + gone.length + given.values.length === 0) throw noChange(more);
		const lists = given.values.length > 0 ? await listsOf(feishu, guid, list) : [];
		const fields = (await Promise.all(lists.map(async (one) => await fieldsOf(feishu, one)))).flat();
		const values = given.values.length > 0 ? await customValues(feishu, given, fields, panel.timeZone) : [];
		const update_fields = [...Object.keys(changed), ...gone, ...(values.length > 0 ? ['custom_fields'] : [])];
		if (update_fields.length === 0)
			throw refuse(changes, 'is empty, and the item has no custom field of the task', 'Add what is to change');
		const request = {
			path: { task_guid: guid },
			query: { user_id_type: 'open_id' },
			body: { task: { ...changed, ...(values.length > 0 && { custom_fields: values }) }, update_fields },
			idempotent: true,
		};
		const { task: after } = await feishu
			.call<{ task: JsonObject }>(this.endpoint, request)
			.catch(async (error: unknown) => {
				const why = isWrongValue(error) ? await contradictionIn(feishu, guid, changed, gone) : undefined;
				if (why) asking.errorContext.adviceOf = ofWrongValue(why);
				return await Promise.reject(error as Error);
			});
		return await taskItem(asking, after);
	},
});
