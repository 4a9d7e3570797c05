import { isObject } from '../../../../feishu/json';
import { fileField } from '../../../shared/fields/common';
import { PEOPLE_NAMES } from '../../common/output';
import { withNames } from '../../common/names';
import { defineOperation } from '../../../shared/operation/operation';
import { ATTACHMENT, attachmentItem, task } from './chosen';

const file = fileField();

/** Bytes. Source: …/task-v2/attachment/upload */
const LARGEST = 50 * 1024 * 1024;

export const upload = defineOperation({
	value: 'upload',
	name: 'Upload',
	action: 'Attach a file to a task',
	description: 'Attach a file of the item to a task, up to 50 MB',
	endpoint: 'POST /open-apis/task/v2/attachments/upload',
	alsoCalls: [PEOPLE_NAMES],
	scopes: ['task:attachment:upload', 'task:attachment:write'],
	identity: 'either',
	fields: [task, file],
	output: ATTACHMENT,
	async run({ read, feishu, context }) {
		const guid = read(task);
		const open = await read(file)();
		if (open.size === 0) throw file.refuse('holds an empty file', 'Feishu takes no empty files');
		if (open.size > LARGEST)
			throw file.refuse('holds a file of more than 50 MB', 'Upload it to Drive, and attach its link');
		const { items = [] } = await feishu.call<{ items?: unknown[] }>(this.endpoint, {
			async form() {
				const form = new FormData();
				form.append('resource_type', 'task');
				form.append('resource_id', guid);
				form.append('file', await open.part());
				return form;
			},
		});
		return await withNames({ feishu, context }, items.filter(isObject).map(attachmentItem));
	},
});
