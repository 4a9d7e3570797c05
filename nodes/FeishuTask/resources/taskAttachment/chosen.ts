import type { IDataObject } from 'n8n-workflow';

import { type JsonObject, object, text } from '../../../../feishu/json';
import { guidIn } from '../../../../feishu/task/taskAddress';
import { plainMoment } from '../../../../feishu/task/taskTime';
import { listSearch } from '../../../shared/fields/listSearch';
import { fromList, locatorField, TEXT } from '../../../shared/fields/locator';
import { mappedField } from '../../../shared/operation/field';
import { outputOf } from '../../../shared/operation/output';
import { chosenTask, listedTask } from '../../common/chosenTask';
import { PAGE } from '../../common/endpoints';
import { taskField } from '../../common/task';

export const GET_ATTACHMENT = 'GET /open-apis/task/v2/attachments/:attachment_guid';

export const READ = ['task:attachment:read', 'task:attachment:write'];

/** For the list of attachments alone. */
export const ofTask = listedTask('attachments');

export const LIST_ATTACHMENTS = 'GET /open-apis/task/v2/attachments';

const searchAttachments = listSearch({
	what: 'attachments',
	scopes: READ,
	of: chosenTask,
	async *entries(ask) {
		const query = { resource_type: 'task', resource_id: chosenTask(ask) };
		const found = ask.feishu.records(LIST_ATTACHMENTS, { query, pageSize: PAGE, itemsKey: 'items' });
		for await (const { guid, name } of found) yield { name: text(name) || 'Without a name', value: text(guid) };
	},
	nothing: { message: 'The task has no attachment', advice: 'Attach a file: Attachment → Upload' },
});

export const attachmentId = mappedField(
	locatorField({
		displayName: 'Attachment',
		name: 'attachmentId',
		description: 'Choose it after its task, or enter its ID, which Get Many gives',
		modes: [
			fromList('searchAttachments', 'Choose an attachment…'),
			{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. f860de3e-6881-4ddd-9321-070f36d1af0b' },
		],
		searches: { searchAttachments },
	}),
	({ value }, label) => guidIn('attachment', label, value),
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
