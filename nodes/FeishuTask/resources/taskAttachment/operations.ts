import { isObject, type JsonObject } from '../../../../feishu/json';
import { fileField, outputFileField, pagingFields } from '../../../shared/fields/common';
import { defineOperation, FileOutput } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { PAGE } from '../../common/endpoints';
import { taskField } from '../../common/task';
import { ATTACHMENT, attachmentId, attachmentItem, GET_ATTACHMENT, READ } from './chosen';
import { attachmentFile } from './download';

const task = taskField();
const file = fileField();

/** Bytes. Source: …/task-v2/attachment/upload */
const LARGEST = 50 * 1024 * 1024;

export const upload = defineOperation({
	value: 'upload',
	name: 'Upload',
	action: 'Attach a file to a task',
	description: 'Attach a file of the item to a task, up to 50 MB',
	endpoint: 'POST /open-apis/task/v2/attachments/upload',
	scopes: ['task:attachment:upload', 'task:attachment:write'],
	identity: 'either',
	fields: [task, file],
	output: ATTACHMENT,
	async run({ read, feishu }) {
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
		return items.filter(isObject).map(attachmentItem);
	},
});

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get an attachment of a task',
	description: 'Get the name, the size and an address that is good for three minutes',
	endpoint: GET_ATTACHMENT,
	scopes: READ,
	identity: 'either',
	fields: [attachmentId],
	output: ATTACHMENT,
	async run({ read, feishu }) {
		const path = { attachment_guid: read(attachmentId) };
		return attachmentItem((await feishu.call<{ attachment: JsonObject }>(this.endpoint, { path })).attachment);
	},
});

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many attachments of a task',
	description: 'List the attachments of a task',
	endpoint: 'GET /open-apis/task/v2/attachments',
	scopes: READ,
	identity: 'either',
	fields: [task, pagingFields],
	output: ATTACHMENT,
	async run({ read, feishu }) {
		const query = { resource_type: 'task', resource_id: read(task) };
		const limit = read(pagingFields);
		const found = await feishu.list(this.endpoint, { query, limit, pageSize: PAGE, itemsKey: 'items' });
		return found.map(attachmentItem);
	},
});

export const download = defineOperation({
	value: 'download',
	name: 'Download',
	action: 'Download an attachment of a task',
	description: 'Get the file of an attachment',
	endpoint: GET_ATTACHMENT,
	scopes: ['task:attachment:file:download', ...READ],
	identity: 'either',
	fields: [attachmentId, outputFileField],
	output: ATTACHMENT,
	async run({ read, feishu, context }) {
		const path = { attachment_guid: read(attachmentId) };
		const property = read(outputFileField);
		// Its address lives for minutes, so it is asked for right before.
		const { attachment } = await feishu.call<{ attachment: JsonObject }>(this.endpoint, { path });
		const binary = await attachmentFile(context, attachment);
		const { url: _url, ...item } = attachmentItem(attachment);
		return new FileOutput({ ...item, mime_type: binary.mimeType }, { [property]: binary });
	},
});

export const deleteAttachment = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete an attachment of a task',
	description: 'Take an attachment away from its task',
	endpoint: 'DELETE /open-apis/task/v2/attachments/:attachment_guid',
	scopes: ['task:attachment:delete', 'task:attachment:write'],
	identity: 'either',
	fields: [attachmentId],
	output: doneOutput('deleted', 'guid'),
	async run({ read, feishu }) {
		const guid = read(attachmentId);
		await feishu.call(this.endpoint, { path: { attachment_guid: guid } });
		return { deleted: true, guid };
	},
});
