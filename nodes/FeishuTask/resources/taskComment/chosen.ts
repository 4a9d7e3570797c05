import type { IDataObject } from 'n8n-workflow';

import { checkKind } from '../../../../feishu/idKinds';
import { text, type JsonObject } from '../../../../feishu/json';
import { plainMoment } from '../../../../feishu/task/taskTime';
import { listSearch } from '../../../shared/fields/listSearch';
import { fromList, locatorField, TEXT } from '../../../shared/fields/locator';
import { mappedField } from '../../../shared/operation/field';
import { outputOf } from '../../../shared/operation/output';
import { chosenTask, listedTask } from '../../common/chosenTask';
import { PAGE } from '../../common/endpoints';
import { taskField } from '../../common/task';
import { LONGEST, shortText } from '../../common/texts';

export const task = taskField();

/** For the list of comments alone. */
export const ofTask = listedTask('comments');

export const LIST_COMMENTS = 'GET /open-apis/task/v2/comments';

const LONGEST_SHOWN = 60;

/** The newest first. */
const searchComments = listSearch({
	what: 'comments',
	scopes: ['task:comment:read', 'task:comment:write'],
	of: chosenTask,
	foundBy: 'what they say',
	async *entries(ask) {
		const query = { resource_type: 'task', resource_id: chosenTask(ask), direction: 'desc' };
		const found = ask.feishu.records(LIST_COMMENTS, { query, pageSize: PAGE, itemsKey: 'items' });
		for await (const { id, content: said } of found) {
			const words = text(said);
			const name = words.slice(0, LONGEST_SHOWN).trim() || 'Without words';
			yield { name: words.length > LONGEST_SHOWN ? `${name}…` : name, words, value: text(id) };
		}
	},
	nothing: { message: 'The task has no comment', advice: 'Write one: Comment → Create' },
});

export const commentId = mappedField(
	locatorField({
		displayName: 'Comment',
		name: 'taskCommentId',
		description: 'Choose it after its task, or enter its ID, which Get Many and Create give',
		modes: [
			fromList('searchComments', 'Choose a comment…'),
			{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. 7198104824246747156' },
		],
		searches: { searchComments },
	}),
	({ value }, label) => checkKind('part', value, label),
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
