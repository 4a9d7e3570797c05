import type { IDataObject } from 'n8n-workflow';

import { object, text, type JsonObject } from '../../../../feishu/json';
import { pagingFields } from '../../../shared/fields/common';
import { choiceField } from '../../../shared/fields/plain';
import { fieldGroup } from '../../../shared/fields/nested';
import { shownFor } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput, outputOf } from '../../../shared/operation/output';
import { GET_SECTIONS, PAGE, READ_SECTIONS } from '../../common/endpoints';
import { needed } from '../../common/needed';
import { optionalSectionField, sectionField, sectionName } from '../../common/section';
import { tasklistField } from '../../common/tasklist';
import { LONGEST_NAME, shortText } from '../../common/texts';

const WRITE = ['task:section:writeonly', 'task:section:write'];

const tasklist = tasklistField();
const section = sectionField();

const name = (displayName: string, required: boolean) =>
	shortText(
		{
			displayName,
			name: 'sectionName',
			...(required && { required }),
			placeholder: 'e.g. In progress',
			description: required ? 'What the section is called' : 'Another name; it stays where this is empty',
		},
		LONGEST_NAME,
	);
const newName = name('Name', true);
const otherName = name('New Name', false);

const where = choiceField({
	displayName: 'Place',
	name: 'sectionPlace',
	options: [
		{ name: 'After Another Section', value: 'after' },
		{ name: 'As It Is', value: 'stay', description: 'At the end, for a new one' },
		{ name: 'Before Another Section', value: 'before' },
	],
	default: 'stay',
	description: 'Where in the list it stands',
});
const anchor = shownFor(
	needed(
		optionalSectionField({ displayName: 'Other Section', name: 'otherSection', description: 'Beside which it stands' }),
	),
	{ sectionPlace: ['after', 'before'] },
);

/** Where a section goes, in the words of the endpoints. */
const place = fieldGroup('place', [where, anchor], ({ read }): Record<string, string> => {
	const chosen = read(where);
	return chosen === 'stay' ? {} : { [`insert_${chosen}`]: read(anchor) };
});

/** Source: …/task-v2/section/get */
const SECTION = outputOf({
	guid: 'string',
	name: 'string',
	'is_default?': 'boolean',
	'tasklist_guid?': 'string',
	'tasklist_name?': 'string',
});

const sectionItem = (found: JsonObject): IDataObject => ({
	guid: text(found.guid),
	name: sectionName(found),
	is_default: found.is_default === true,
	...(text(object(found.tasklist).guid) && {
		tasklist_guid: text(object(found.tasklist).guid),
		tasklist_name: text(object(found.tasklist).name),
	}),
});

interface Answer {
	section: JsonObject;
}

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a section',
	description: 'Create a section in a task list',
	endpoint: 'POST /open-apis/task/v2/sections',
	scopes: WRITE,
	identity: 'either',
	fields: [tasklist, newName, place],
	output: SECTION,
	async run({ read, feishu }) {
		const resource = { resource_type: 'tasklist', resource_id: read(tasklist) };
		const body = { ...resource, name: read(newName), ...read(place) };
		return sectionItem((await feishu.call<Answer>(this.endpoint, { body })).section);
	},
});

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a section',
	description: 'Get the name of a section, and of its task list',
	endpoint: 'GET /open-apis/task/v2/sections/:section_guid',
	scopes: READ_SECTIONS,
	identity: 'either',
	fields: [tasklist, section],
	output: SECTION,
	async run({ read, feishu }) {
		read(tasklist);
		const path = { section_guid: read(section) };
		return sectionItem((await feishu.call<Answer>(this.endpoint, { path })).section);
	},
});

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many sections',
	description: 'List the sections of a task list in their order; Task: Get Many lists their tasks',
	endpoint: GET_SECTIONS,
	scopes: READ_SECTIONS,
	identity: 'either',
	fields: [tasklist, pagingFields],
	output: SECTION,
	async run({ read, feishu }) {
		const query = { resource_type: 'tasklist', resource_id: read(tasklist) };
		const limit = read(pagingFields);
		const found = await feishu.list(this.endpoint, { query, limit, pageSize: PAGE, itemsKey: 'items' });
		return found.map(sectionItem);
	},
});

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a section',
	description: 'Rename a section, or put it elsewhere in its task list',
	endpoint: 'PATCH /open-apis/task/v2/sections/:section_guid',
	scopes: WRITE,
	identity: 'either',
	fields: [tasklist, section, otherName, place],
	output: SECTION,
	async run({ read, refuse, feishu }) {
		read(tasklist);
		const path = { section_guid: read(section) };
		const called = read(otherName);
		const changed = { ...(called && { name: called }), ...read(place) };
		const update_fields = Object.keys(changed);
		if (update_fields.length === 0) throw refuse(otherName, 'is empty, and the place stays', 'Change one of both');
		const body = { section: changed, update_fields };
		return sectionItem((await feishu.call<Answer>(this.endpoint, { path, body, idempotent: true })).section);
	},
});

export const deleteSection = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a section',
	description: 'Delete a section; its tasks go to the default one, which stays',
	endpoint: 'DELETE /open-apis/task/v2/sections/:section_guid',
	scopes: ['task:section:delete', 'task:section:write'],
	identity: 'either',
	fields: [tasklist, section],
	output: doneOutput('deleted', 'guid'),
	async run({ read, feishu }) {
		read(tasklist);
		const guid = read(section);
		await feishu.call(this.endpoint, { path: { section_guid: guid } });
		return { deleted: true, guid };
	},
});
