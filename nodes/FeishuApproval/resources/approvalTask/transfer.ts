import { userField } from '../../../shared/contact/person';
import { defineOperation } from '../../../shared/operation/operation';
import { commentField } from '../../instance/commentField';
import { instanceField } from '../../instance/instanceField';
import { ownId } from '../../people/ids';
import { WHO, whoAre } from '../../people/who';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import { actingTask, TASK_CALLS, TASK_SCOPES } from '../../task/actingTask';
import { bodyOfApp, bodyOfPerson, taskItem, taskOutput } from '../../task/decide';
import { approverField, taskOptions } from '../../task/taskFields';

const TRANSFER = 'POST /open-apis/approval/v4/tasks/transfer';
/** For a person. */
const FORWARD = 'POST /open-apis/approval/v4/tasks/forward';

const receiver = userField({ displayName: 'Hand To', name: 'transferTo', description: 'Who is to decide instead' });

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/task/transfer */
export const transfer = defineOperation({
	value: 'transfer',
	name: 'Transfer',
	action: 'Transfer a task',
	description: 'Let somebody else decide in place of who is asked',
	endpoint: TRANSFER,
	alsoCalls: [FORWARD, ...TASK_CALLS],
	scopes: TASK_SCOPES,
	identity: 'either',
	fields: [instanceField, receiver, approverField, commentField, taskOptions],
	output: taskOutput('transferred', { transferred_to: WHO }),
	orderBy: ({ read }) => read(instanceField),
	async run({ read, label, feishu, errorContext }) {
		const code = read(instanceField);
		const to = read(receiver);
		const approver = read(approverField);
		const comment = read(commentField);
		const { taskId = '' } = read(taskOptions);
		nameWhomItDoesNotKnow(errorContext, { [label(receiver)]: to });
		const acting = await actingTask(feishu, { code, approver, label: label(approverField), taskId });
		const { id, type } = await ownId(feishu, to, label(receiver));
		const said = { transfer_user_id: id, ...(comment !== '' && { comment }) };
		if (acting.isPerson) {
			await feishu.call(FORWARD, { query: { user_id_type: type }, body: { ...bodyOfPerson(acting), ...said } });
			return await told();
		}
		// Both people go by one kind of ID.
		const { user_id, open_id } = acting.task;
		const own = type === 'user_id' ? user_id : open_id;
		if (own === '')
			throw receiver.refuse(
				`needs ${type === 'user_id' ? 'an open_id' : 'a user_id'}, as whoever is asked now has one`,
				'Choose the person from the list',
			);
		const body = { ...bodyOfApp(acting), user_id: own, ...said };
		await feishu.call(TRANSFER, { query: { user_id_type: type }, body });
		return await told();

		async function told() {
			const [transferred_to] = await whoAre(feishu, [id]);
			return { ...(await taskItem(feishu, 'transferred', acting)), transferred_to };
		}
	},
});
