import { perChanger } from '../../../shared/client/pacing';
import { anyDocumentField } from '../../../shared/drive/anyDocument';
import { driveTask, TASK_CHECK } from '../../../shared/drive/driveTask';
import { driveFolderField } from '../../../shared/drive/folder';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const document = anyDocumentField({
	displayName: 'File, Document or Folder',
	types: ['bitable', 'doc', 'docx', 'file', 'folder', 'mindnote', 'sheet', 'slides'],
	noPages: 'A page of a wiki is moved by Feishu Wiki → Page → Move, or Move Out',
});

const folder = driveFolderField(
	{
		displayName: 'New Folder',
		name: 'newFolder',
		description: 'Where it is to lie; Folder → Get Root gives the own space of the app, or of the person',
	},
	'Into a wiki it is moved by Feishu Wiki → Page → Move In',
);

export const move = defineOperation({
	value: 'move',
	name: 'Move',
	action: 'Move a file',
	description: 'Put a file, document or folder into another folder; of a folder it waits until all is there',
	endpoint: 'POST /open-apis/drive/v1/files/:file_token/move',
	alsoCalls: [TASK_CHECK],
	scopes: ['space:document:move', 'drive:drive'],
	identity: 'either',
	fields: [document, folder],
	output: outputOf({ moved: 'boolean', token: 'string', type: 'string', folder_token: 'string' }),
	orderBy: () => 'drive',
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const chosen = read(document);
		const folder_token = read(folder);
		const { type, token } = await chosen.content(asking);
		const { task_id } = await feishu.call<{ task_id?: string }>(this.endpoint, {
			path: { file_token: token },
			body: { type, folder_token },
			paces: [perChanger(await feishu.sender())],
		});
		await driveTask(feishu, task_id);
		return { moved: true, token, type, folder_token };
	},
});
