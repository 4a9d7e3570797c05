import { text } from '../../../../feishu/json';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { spaceField } from '../../../shared/wiki/space';
import { GET_TASK, wikiTask } from '../wikiTask';

const space = spaceField();

export const deleteSpace = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a wiki',
	description: 'Delete a wiki with all of its pages',
	endpoint: 'DELETE /open-apis/wiki/v2/spaces/:space_id',
	alsoCalls: [GET_TASK],
	scopes: ['wiki:space:write_only', 'wiki:wiki'],
	identity: 'either',
	fields: [space],
	output: doneOutput('deleted', 'space_id'),
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const space_id = await read(space).id(asking);
		const { task_id } = await feishu.call(this.endpoint, { path: { space_id } });
		if (text(task_id) !== '') await wikiTask(feishu, text(task_id), 'delete_space');
		return { deleted: true, space_id };
	},
});
