import { perChanger } from '../../../shared/client/pacing';
import { anyDocumentField } from '../../../shared/drive/anyDocument';
import { driveTask, TASK_CHECK } from '../../../shared/drive/driveTask';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const document = anyDocumentField({
	displayName: 'File, Document or Folder',
	types: ['bitable', 'doc', 'docx', 'file', 'folder', 'mindnote', 'sheet', 'slides'],
	noPages: 'A page of a wiki is deleted by Feishu Wiki → Page → Delete',
});

export const deleteFile = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a file',
	description: 'Put a file, document or folder with all that is in it into the recycle bin',
	endpoint: 'DELETE /open-apis/drive/v1/files/:file_token',
	alsoCalls: [TASK_CHECK],
	scopes: ['space:document:delete', 'drive:drive'],
	identity: 'either',
	fields: [document],
	output: doneOutput('deleted', 'token', 'type'),
	orderBy: () => 'drive',
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const { type, token } = await read(document).content(asking);
		const { task_id } = await feishu.call<{ task_id?: string }>(this.endpoint, {
			path: { file_token: token },
			query: { type },
			paces: [perChanger(await feishu.sender())],
		});
		await driveTask(feishu, task_id);
		return { deleted: true, token, type };
	},
});
