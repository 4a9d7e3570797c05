import { defineOperation } from '../../../shared/operation/operation';
import { adviceOfPlace, type Answer, name, place, section, SECTION, sectionItem, tasklist, WRITE } from './chosen';

const otherName = name('New Name', false);

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
	async run({ read, refuse, feishu, errorContext }) {
		read(tasklist);
		const path = { section_guid: read(section) };
		const called = read(otherName);
		const to = read(place);
		const changed = { ...(called && { name: called }), ...to };
		errorContext.adviceOf = adviceOfPlace(to);
		const update_fields = Object.keys(changed);
		if (update_fields.length === 0) throw refuse(otherName, 'is empty, and the place stays', 'Change one of both');
		const body = { section: changed, update_fields };
		return sectionItem((await feishu.call<Answer>(this.endpoint, { path, body, idempotent: true })).section);
	},
});
