import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../../feishu/json';
import { fitsTask, type TaskFilter } from '../../../../feishu/task/taskFilter';
import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { flagField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { tell } from '../../../shared/operation/tell';
import { GET_TASK, LIST_TASKS, MY_TASKS, PAGE, READ_LISTS } from '../../common/endpoints';
import { withListName } from '../../common/listName';
import { TASK_CALLS, TASK, taskItems } from '../../common/output';
import { filters } from './filters';
import { RELATED, SECTION_TASKS, source } from './source';

const details = flagField({
	displayName: 'Include Details',
	name: 'includeDetails',
	default: false,
	description:
		'Whether to get each task with its description, creator and custom fields as well, one request a task; lists and sections tell little of them',
});

/** Tasks that are read at most where filters are applied here. */
const MOST_READ = 5_000;

/** What of a filter the endpoint of a list knows. */
const asked = ({ completed, createdAfter, createdBefore }: TaskFilter, inList: boolean) => ({
	completed,
	...(inList && createdAfter !== undefined && { created_from: String(createdAfter) }),
	...(inList && createdBefore !== undefined && { created_to: String(createdBefore) }),
});

/** Source: …/task-v2/tasklist/tasks, …/task-v2/task/list, …/task-v2/section/tasks */
export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many tasks',
	description: 'List tasks of a task list, a section or a person, also those that are overdue',
	endpoint: LIST_TASKS,
	alsoCalls: [MY_TASKS, SECTION_TASKS, RELATED, GET_TASK, ...TASK_CALLS],
	scopes: READ_LISTS,
	identity: 'either',
	fields: [source, filters, pagingFields, details, simplifyField],
	output: TASK,
	async run({ read, panel, ...asking }) {
		const { feishu, context, errorContext } = asking;
		const from = read(source);
		const filterFor = read(filters);
		const limit = read(pagingFields);
		const [isDetailed, isSimple] = [read(details), read(simplifyField)];
		const place = await from(feishu);
		errorContext.scopes = place.scopes;
		if (place.note !== undefined && !(await feishu.isPerson())) errorContext.notes = [place.note];
		const { filter, type } = await filterFor(feishu);
		const now = { now: Date.now(), timeZone: panel.timeZone };
		const found: IDataObject[] = [];
		let count = 0;
		const query = { ...place.query, ...asked(filter, place.inList), user_id_type: type };
		const tasks = feishu.records(place.endpoint, { path: place.path, query, pageSize: PAGE, itemsKey: 'items' });
		for await (const task of tasks) {
			count += 1;
			if (fitsTask(task, filter, now)) found.push(task);
			if (found.length >= limit || count >= MOST_READ) break;
		}
		if (count >= MOST_READ && found.length < limit)
			tell(context, [`Only the first ${MOST_READ.toLocaleString('en')} tasks were looked through`], 'warning');
		const whole =
			isDetailed && !place.isWhole ? await Promise.all(found.map(async ({ guid }) => await one(text(guid)))) : found;
		return isSimple ? withListName(panel, await taskItems(asking, whole)) : whole;

		async function one(task_guid: string): Promise<IDataObject> {
			const query = { user_id_type: type };
			return (await feishu.call<{ task: IDataObject }>(GET_TASK, { path: { task_guid }, query })).task;
		}
	},
});
