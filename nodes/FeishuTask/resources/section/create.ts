import { defineOperation } from '../../../shared/operation/operation';
import { adviceOfPlace, type Answer, name, place, SECTION, sectionItem, tasklist, WRITE } from './chosen';

const newName = name('Name', true);

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
	async run({ read, feishu, errorContext }) {
		const resource = { resource_type: 'tasklist', resource_id: read(tasklist) };
		const to = read(place);
		const body = { ...resource, name: read(newName), ...to };
		errorContext.adviceOf = adviceOfPlace(to);
		return sectionItem((await feishu.call<Answer>(this.endpoint, { body })).section);
	},
});
