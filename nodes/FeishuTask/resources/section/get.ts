import { defineOperation } from '../../../shared/operation/operation';
import { READ_SECTIONS } from '../../common/endpoints';
import { type Answer, section, SECTION, sectionItem, tasklist } from './chosen';

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
