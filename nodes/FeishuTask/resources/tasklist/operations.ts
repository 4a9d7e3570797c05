import { object, text, type JsonObject } from '../../../../feishu/json';
import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, flagField } from '../../../shared/fields/plain';
import { optionalUserField } from '../../../shared/contact/person';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput, outputOf } from '../../../shared/operation/output';
import { GET_LISTS, PAGE, READ_LISTS, WRITE_LISTS } from '../../common/endpoints';
import { TASKLIST, tasklistItem } from '../../common/output';
import { tasklistField } from '../../common/tasklist';
import { LONGEST_NAME, shortText } from '../../common/texts';

const tasklist = tasklistField();

/** Source: …/task-v2/tasklist/list and its neighbors */
export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many task lists',
	description: 'List the task lists that the app or the person may see',
	endpoint: GET_LISTS,
	scopes: READ_LISTS,
	identity: 'either',
	fields: [pagingFields],
	output: TASKLIST,
	async run({ read, feishu }) {
		const limit = read(pagingFields);
		return (await feishu.list(this.endpoint, { limit, pageSize: PAGE, itemsKey: 'items' })).map(tasklistItem);
	},
});

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a task list',
	description: 'Get a task list with its owner and members',
	endpoint: 'GET /open-apis/task/v2/tasklists/:tasklist_guid',
	scopes: READ_LISTS,
	identity: 'either',
	fields: [tasklist],
	output: TASKLIST,
	async run({ read, feishu }) {
		const path = { tasklist_guid: read(tasklist) };
		return tasklistItem((await feishu.call<{ tasklist: JsonObject }>(this.endpoint, { path })).tasklist);
	},
});

const name = shortText(
	{ displayName: 'Name', name: 'newName', placeholder: 'e.g. Release 2.0', description: 'Another name' },
	LONGEST_NAME,
);
const owner = optionalUserField({ displayName: 'Owner', name: 'owner', description: 'Only the owner gives it away' });
const before = choiceField({
	displayName: 'Role of the Former Owner',
	name: 'formerOwner',
	options: [
		{ name: 'Can Edit', value: 'editor' },
		{ name: 'Can View', value: 'viewer' },
		{ name: 'None', value: 'none', description: 'Does not see it any more' },
	],
	default: 'editor',
	description: 'What the owner becomes who gives it away',
});
const archived = flagField({
	displayName: 'Archived',
	name: 'archived',
	default: true,
	description: 'Whether it is put away; off takes it out again',
});
const changes = collectionField(
	{ displayName: 'Changes', name: 'listChanges', placeholder: 'Add change', description: 'What is not added stays' },
	[name, owner, before, archived],
);

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a task list',
	description: 'Change the name or the owner of a task list, or archive it',
	endpoint: 'PATCH /open-apis/task/v2/tasklists/:tasklist_guid',
	scopes: WRITE_LISTS,
	identity: 'either',
	fields: [tasklist, changes],
	output: TASKLIST,
	async run({ read, refuse, feishu }) {
		const path = { tasklist_guid: read(tasklist) };
		const { newName, owner: next, formerOwner = 'editor', archived: isArchived } = read(changes);
		if (newName === '') throw name.refuse('is empty', 'A task list has a name');
		if (newName === undefined && next === undefined && isArchived === undefined)
			throw refuse(changes, 'is empty', 'Add what is to change');
		const person = await next?.id(feishu);
		const changed = {
			...(newName && { name: newName }),
			...(person && { owner: { id: person.id, type: 'user' } }),
			...(isArchived !== undefined && { archive_tasklist: isArchived }),
		};
		const { tasklist: after } = await feishu.call<{ tasklist: JsonObject }>(this.endpoint, {
			path,
			query: { user_id_type: person?.type },
			body: {
				tasklist: changed,
				update_fields: Object.keys(changed),
				...(person && { origin_owner_to_role: formerOwner }),
			},
			idempotent: true,
		});
		return tasklistItem(after);
	},
});

export const deleteTasklist = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a task list',
	description: 'Delete a task list, as its owner; the tasks stay with their people',
	endpoint: 'DELETE /open-apis/task/v2/tasklists/:tasklist_guid',
	scopes: ['task:tasklist:delete', 'task:tasklist:write'],
	identity: 'either',
	fields: [tasklist],
	output: doneOutput('deleted', 'guid'),
	async run({ read, feishu }) {
		const guid = read(tasklist);
		await feishu.call(this.endpoint, { path: { tasklist_guid: guid } });
		return { deleted: true, guid };
	},
});

const query = shortText(
	{
		displayName: 'Search For',
		name: 'searchFor',
		required: true,
		placeholder: 'e.g. release',
		description: 'Words of the names',
	},
	50,
);

/** Results of one page, and of all. Source: the API Explorer of tasklists/search */
const SEARCH_PAGE = 30;
const SEARCH_MOST = 150;

export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search task lists',
	description: 'Find task lists by words of their names, as a person; Feishu gives the first 150',
	endpoint: 'POST /open-apis/task/v2/tasklists/search',
	scopes: ['task:tasklist:read'],
	identity: 'user',
	fields: [query, pagingFields],
	output: outputOf({ guid: 'string', 'name?': 'string', 'url?': 'string' }),
	async run({ read, feishu }) {
		const body = { query: read(query) };
		const limit = Math.min(read(pagingFields), SEARCH_MOST);
		const found = await feishu.list(this.endpoint, { body, limit, pageSize: SEARCH_PAGE, idempotent: true });
		return found.map(({ id, display_info, meta_data }) => ({
			guid: text(id),
			name: text(display_info),
			...(text(object(meta_data).app_link) && { url: text(object(meta_data).app_link) }),
		}));
	},
});
