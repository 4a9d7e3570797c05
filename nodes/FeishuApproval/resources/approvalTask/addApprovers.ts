import { peopleField } from '../../../shared/contact/severalPeople';
import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { commentField } from '../../instance/commentField';
import { instanceField } from '../../instance/instanceField';
import { otherIds } from '../../people/ids';
import { WHO, whoAre } from '../../people/who';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import { actingTask, TASK_CALLS, TASK_SCOPES, type Acting } from '../../task/actingTask';
import { bodyOfApp, bodyOfPerson, taskItem, taskOutput } from '../../task/decide';
import { approverField, taskOptions } from '../../task/taskFields';
import type { FeishuClient } from '../../../shared/client/client';

const ADD = 'POST /open-apis/approval/v4/instances/add_sign';
/** For a person. */
const ADD_OF_PERSON = 'POST /open-apis/approval/v4/tasks/add_sign';

const people = peopleField({
	displayName: 'Approvers',
	name: 'addedApprovers',
	description: 'Who is to decide as well',
});

const WHEN = { before: 1, after: 2, beside: 3 } as const;

const when = choiceField({
	displayName: 'When',
	name: 'addedWhen',
	options: [
		{ name: 'After', value: 'after', description: 'Once whoever is asked now has agreed' },
		{ name: 'Before', value: 'before', description: 'Whoever is asked now decides after them' },
		{ name: 'Beside', value: 'beside', description: 'At the same time' },
	],
	default: 'before',
	description: 'When they are asked',
});

const HOW = { any: 1, all: 2, each: 3 } as const;

const how = choiceField({
	displayName: 'Who Has to Agree',
	name: 'addedMethod',
	options: [
		{ name: 'All', value: 'all' },
		{ name: 'One After the Other', value: 'each' },
		{ name: 'One of Them', value: 'any' },
	],
	default: 'all',
	displayOptions: { show: { addedWhen: ['after', 'before'] } },
	description: 'Of those who are added',
});

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/task/add_sign */
export const addApprovers = defineOperation({
	value: 'addApprovers',
	name: 'Add Approvers',
	action: 'Add approvers to a task',
	description: 'Let further people decide before, after or beside who is asked',
	endpoint: ADD,
	alsoCalls: [ADD_OF_PERSON, ...TASK_CALLS],
	scopes: TASK_SCOPES,
	identity: 'either',
	fields: [instanceField, people, when, how, approverField, commentField, taskOptions],
	output: taskOutput('added', { added_approvers: [WHO], when: 'string' }),
	orderBy: ({ read }) => read(instanceField),
	async run({ read, label, feishu, errorContext }) {
		const code = read(instanceField);
		const several = read(people);
		const add_sign_type = WHEN[read(when)];
		const isBeside = add_sign_type === WHEN.beside;
		const method = isBeside ? undefined : HOW[read(how)];
		const approver = read(approverField);
		const comment = read(commentField);
		const { taskId = '' } = read(taskOptions);
		nameWhomItDoesNotKnow(errorContext, { [label(people)]: several });
		const acting = await actingTask(feishu, { code, approver, label: label(approverField), taskId });
		const { ids, type } = await several.resolve(feishu);
		const said = {
			add_sign_type,
			...(method && { approval_method: method }),
			...(comment !== '' && { comment }),
		};
		if (acting.isPerson) {
			const body = { ...bodyOfPerson(acting), add_sign_user_ids: ids, ...said };
			await feishu.call(ADD_OF_PERSON, { query: { user_id_type: type }, body });
			return await told();
		}
		// This endpoint alone asks for no kind of ID: it takes a user_id.
		const add_sign_user_ids = await otherIds(feishu, ids, type, 'user_id', label(people));
		const user_id = await userIdOf(feishu, acting, label(approverField));
		await feishu.call(ADD, { body: { ...bodyOfApp(acting), user_id, add_sign_user_ids, ...said } });
		return await told();

		async function told() {
			const added_approvers = await whoAre(feishu, ids);
			return { ...(await taskItem(feishu, 'added', acting)), added_approvers, when: read(when) };
		}
	},
});

async function userIdOf(feishu: FeishuClient, { task }: Acting, label: string): Promise<string> {
	if (task.user_id !== '') return task.user_id;
	const [id = ''] = await otherIds(feishu, [task.open_id], 'open_id', 'user_id', label);
	return id;
}
