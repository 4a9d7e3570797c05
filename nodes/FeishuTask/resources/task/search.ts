import type { IDataObject } from 'n8n-workflow';

import { object, text } from '../../../../feishu/json';
import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { tell } from '../../../shared/operation/tell';
import { GET_TASK, READ_TASKS, SEARCH_TASKS } from '../../common/endpoints';
import { TASK_CALLS, TASK, taskItems } from '../../common/output';
import { optionalPeopleField, resolveTogether } from '../../../shared/contact/severalPeople';
import { meantPeople } from '../../common/meant';
import { shortText } from '../../common/texts';
import { dueAfter, dueBefore } from '../../common/times';

/** Source: the API Explorer of tasks/search: results of one page, of all, and characters of the words. */
const PAGE = 30;
const MOST = 150;
const LONGEST = 50;

const query = shortText(
	{
		displayName: 'Search For',
		name: 'searchFor',
		placeholder: 'e.g. quote',
		description: 'Words of titles and descriptions; may be empty where something is filtered',
	},
	LONGEST,
);

const people = <const N extends string>(displayName: string, name: N, description: string) =>
	meantPeople(optionalPeopleField({ displayName, name, placeholder: 'Add Person', description }));
const assignees = people('Assigned To', 'assignedTo', 'Only tasks of one of these people');
const creators = people('Created By', 'createdBy', 'Only tasks that one of these people made');
const followers = people('Followed By', 'followedBy', 'Only tasks that one of these people follows');

const status = choiceField({
	displayName: 'Status',
	name: 'taskStatus',
	options: [
		{ name: 'Open', value: 'open' },
		{ name: 'Completed', value: 'done' },
	],
	default: 'open',
	description: 'Only tasks that are this',
});
const filters = collectionField({ displayName: 'Filters', name: 'searchFilters', placeholder: 'Add Filter' }, [
	status,
	dueAfter,
	dueBefore,
]);

const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());

export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search tasks',
	description: 'Find tasks by words and people, as a person; Feishu gives the first 150',
	endpoint: SEARCH_TASKS,
	alsoCalls: [GET_TASK, ...TASK_CALLS],
	scopes: READ_TASKS.slice(0, 1),
	identity: 'user',
	fields: [query, assignees, creators, followers, filters, pagingFields, simplifyField],
	output: TASK,
	async run({ read, refuse, ...asking }) {
		const { feishu, context } = asking;
		const words = read(query);
		const named = { assignees: read(assignees), creators: read(creators), followers: read(followers) };
		const { taskStatus, dueAfter: after, dueBefore: before } = read(filters);
		const limit = read(pagingFields);
		const isSimple = read(simplifyField);
		if (after !== undefined && before !== undefined && after > before)
			throw refuse(filters, 'has a Due After that is later than Due Before', 'Exchange both');
		const isFiltered = Object.values(named).some(({ count }) => count > 0) || taskStatus !== undefined;
		if (words === '' && !isFiltered && after === undefined && before === undefined)
			throw refuse(query, 'is empty', 'Enter words, or add a filter');
		const { ids, type } = await resolveTogether(feishu, named);
		const due_time = { start_time: iso(after), end_time: iso(before) };
		const filter = {
			...(ids.assignees.length > 0 && { assignee_ids: ids.assignees }),
			...(ids.creators.length > 0 && { creator_ids: ids.creators }),
			...(ids.followers.length > 0 && { follower_ids: ids.followers }),
			...(taskStatus && { is_completed: taskStatus === 'done' }),
			...((after !== undefined || before !== undefined) && { due_time }),
		};
		const found = await feishu.list(this.endpoint, {
			query: { user_id_type: type },
			body: { query: words, filter },
			idempotent: true,
			limit: Math.min(limit, MOST),
			pageSize: PAGE,
		});
		if (limit > MOST && found.length === MOST)
			tell(context, [`Feishu gives the first ${MOST} results of a search`], 'warning');
		// What the search tells of a task is its link; all else has to be asked for.
		const tasks = await Promise.all(found.map(async ({ id, meta_data }) => await whole(text(id), object(meta_data))));
		return isSimple ? await taskItems(asking, tasks) : tasks;

		async function whole(task_guid: string, { app_link }: Readonly<Record<string, unknown>>): Promise<IDataObject> {
			const request = { path: { task_guid }, query: { user_id_type: type } };
			const { task } = await feishu.call<{ task: IDataObject }>(GET_TASK, request);
			return { ...(text(app_link) && { url: text(app_link) }), ...task };
		}
	},
});
