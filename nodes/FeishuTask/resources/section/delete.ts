import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { ofWrongValue } from '../../common/refusals';
import { section, tasklist } from './chosen';

/** Of a section that there is, this alone is refused. Source: …/task-v2/section/delete */
const IS_DEFAULT = {
	message: 'The default section of a task list can not be deleted',
	hint: 'Tasks of sections that are deleted go there. Choose another one, or rename it: Section → Update',
};

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
	async run({ read, feishu, errorContext }) {
		read(tasklist);
		const guid = read(section);
		errorContext.adviceOf = ofWrongValue(IS_DEFAULT);
		await feishu.call(this.endpoint, { path: { section_guid: guid } });
		return { deleted: true, guid };
	},
});
