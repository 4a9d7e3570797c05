import type { IDataObject } from 'n8n-workflow';

import type { JsonObject } from '../../../../feishu/json';
import { plainMoment } from '../../../../feishu/task/taskTime';
import { idIn } from '../../../shared/fields/idField';
import { textField } from '../../../shared/fields/plain';
import { outputOf } from '../../../shared/operation/output';
import { taskField } from '../../common/task';
import { LONGEST, shortText } from '../../common/texts';

export const task = taskField();

export const commentId = idIn(
	'part',
	textField({
		displayName: 'Comment ID',
		name: 'taskCommentId',
		required: true,
		placeholder: 'e.g. 7198104824246747156',
		description: 'Get Many gives it, and so does what creates a comment',
	}),
);

export const content = shortText(
	{
		displayName: 'Text',
		name: 'taskCommentText',
		required: true,
		typeOptions: { rows: 3 },
		placeholder: 'e.g. Sent this morning',
		description: 'What is said, as plain text',
	},
	LONGEST,
);

export const READ = ['task:comment:read', 'task:comment:write'];

export const WRITE = ['task:comment:writeonly', 'task:comment:write'];

/** Source: …/task-v2/comment/get */
export const COMMENT = outputOf({
	id: 'string',
	content: 'string',
	'creator?': { id: 'string', 'type?': 'string', 'name?': 'string' },
	'reply_to_comment_id?': 'string',
	'created_at?': 'string',
	'updated_at?': 'string',
	'task_guid?': 'string',
});

export const commentItem = ({ resource_type: _type, resource_id, ...found }: JsonObject): IDataObject => ({
	...(COMMENT.simplify(found) as IDataObject),
	created_at: plainMoment(found.created_at),
	updated_at: plainMoment(found.updated_at),
	...(typeof resource_id === 'string' && { task_guid: resource_id }),
});

export interface Answer {
	comment: JsonObject;
}
