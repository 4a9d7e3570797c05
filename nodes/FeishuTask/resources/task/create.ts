import type { JsonObject } from '../../../../feishu/json';
import { shownFor } from '../../../shared/operation/field';
import { isNothing } from '../../../../feishu/task/customField';
import { defineOperation } from '../../../shared/operation/operation';
import { tell } from '../../../shared/operation/tell';
import { customFields, customValues, givenValues } from '../../common/customFields';
import { withListName } from '../../common/listName';
import { byOpenIds, newMembers, tellIfUnseen } from '../../common/newMembers';
import { newTask, newTaskBody, taskOptions } from '../../common/newTask';
import { TASK_CALLS, TASK, taskItem } from '../../common/output';
import { ofNamedValue, otherListsSection } from '../../common/refusals';
import { optionalSectionField } from '../../common/section';
import { fieldsOf } from '../../common/taskFields';
import { optionalTasklistField } from '../../common/tasklist';
import { WRITE_TASKS } from '../../common/endpoints';

const tasklist = optionalTasklistField({
	description: 'Where it is to lie: everybody who sees the list sees it. Without one, only its members do.',
});
const section = shownFor(
	optionalSectionField({ description: 'A section of the task list; its first one unless chosen' }),
	{ tasklist: [{ _cnd: { not: '' } }] },
);

/** Source: …/task-v2/task/create */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a task',
	description: 'Create a task for people, in a task list or not; gives its link',
	endpoint: 'POST /open-apis/task/v2/tasks',
	alsoCalls: [...TASK_CALLS],
	scopes: WRITE_TASKS,
	identity: 'either',
	fields: [newTask, tasklist, section, customFields, taskOptions],
	output: TASK,
	async run({ read, panel, uuid, itemIndex, ...asking }) {
		const { feishu, context } = asking;
		const wanted = newTaskBody(read(newTask), read(taskOptions), panel.timeZone);
		const list = read(tasklist);
		const place = read(section);
		const said = givenValues(read(customFields), context.getInputData()[itemIndex]?.json ?? {});
		// A new task has nothing that could be taken away.
		const given = { ...said, values: said.values.filter(([, value]) => !isNothing(value)) };
		if (list === undefined && place !== undefined)
			throw section.refuse('is chosen without a task list', 'Choose the task list, too');
		if (list === undefined && given.isStrict && given.values.length > 0)
			throw customFields.refuse('needs a task list', 'Custom fields belong to a list: choose it under Task List');
		if (list === undefined && !given.isStrict)
			tell(context, [
				`'${customFields.label}' takes nothing from the items without a task list: choose it under Task List`,
			]);
		const { members, type } = await newMembers(feishu, wanted);
		const values =
			list === undefined || given.values.length === 0
				? []
				: await customValues(feishu, given, await fieldsOf(feishu, list), panel.timeZone);
		const named = values.length > 0 ? await byOpenIds(feishu, members, type) : members;
		if (place !== undefined)
			asking.errorContext.adviceOf = ofNamedValue(/\bsection/i, otherListsSection(section.label));
		const { task } = await feishu.call<{ task: JsonObject }>(this.endpoint, {
			query: { user_id_type: values.length > 0 ? 'open_id' : type },
			body: {
				...wanted.body,
				client_token: uuid,
				...(named.length > 0 && { members: named }),
				...(list !== undefined && { tasklists: [{ tasklist_guid: list, ...(place && { section_guid: place }) }] }),
				...(values.length > 0 && { custom_fields: values }),
			},
			idempotent: true,
		});
		if (list === undefined) await tellIfUnseen(feishu, context, 'task', named);
		return withListName(panel, [await taskItem(asking, task)]);
	},
});
