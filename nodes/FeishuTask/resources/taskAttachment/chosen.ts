import type { IDataObject } from 'n8n-workflow';

import { type JsonObject, object, text } from '../../../../feishu/json';
import { guidIn } from '../../../../feishu/task/taskAddress';
import { plainMoment } from '../../../../feishu/task/taskTime';
import { textField } from '../../../shared/fields/plain';
import { mappedField } from '../../../shared/operation/field';
import { outputOf } from '../../../shared/operation/output';
import { taskField } from '../../common/task';

export const GET_ATTACHMENT = 'GET /open-apis/task/v2/attachments/:attachment_guid';

export const READ = ['task:attachment:read', 'task:attachment:write'];

export const attachmentId = mappedField(
	textField({
		displayName: 'Attachment ID',
		name: 'attachmentId',
		required: true,
		placeholder: 'e.g. f860de3e-6881-4ddd-9321-070f36d1af0b',
		description: 'Get Many gives it; a task lists its attachments as well',
	}),
	(guid, label) => guidIn('attachment', label, guid),
);

const SHAPE = {
	guid: 'string',
	'name?': 'string',
	'size?': 'any',
	'task_guid?': 'string',
	'uploader?': { id: 'string', 'type?': 'string', 'name?': 'string' },
	'uploaded_at?': 'string',
	'url?': 'string',
	'mime_type?': 'string',
} as const;

/** Source: …/task-v2/attachment/get */
export const ATTACHMENT = outputOf(SHAPE);

/** The address is good for three minutes and three downloads. */
export function attachmentItem({ guid, name, size, resource, uploader, uploaded_at, url }: JsonObject): IDataObject {
	return {
		guid: text(guid),
		...(name !== undefined && { name: text(name) }),
		...(size !== undefined && { size: Number(size) }),
		task_guid: text(object(resource).id),
		...(uploader !== undefined && { uploader: object(uploader) as IDataObject }),
		uploaded_at: plainMoment(uploaded_at),
		...(text(url) !== '' && { url: text(url) }),
	};
}

export const task = taskField();
