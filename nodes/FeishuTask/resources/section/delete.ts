import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { section, tasklist } from './chosen';

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
