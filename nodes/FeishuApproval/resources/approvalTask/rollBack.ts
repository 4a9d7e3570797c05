import { InputError } from '../../../../feishu/input';
import { listField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { commentField } from '../../instance/commentField';
import { instanceField } from '../../instance/instanceField';
import { WHO, whoAre } from '../../people/who';
import type { Instance } from '../../../shared/approval/readInstance';
import { actingTask, TASK_CALLS, TASK_SCOPES } from '../../task/actingTask';
import { bodyOfPerson, taskItem, taskOutput } from '../../task/decide';
import { approverField, taskOptions } from '../../task/taskFields';

const ROLL_BACK = 'POST /open-apis/approval/v4/instances/specified_rollback';
/** For a person. */
const ROLL_BACK_OF_PERSON = 'POST /open-apis/approval/v4/tasks/rollback';

/** To whoever started it. */
const START = 'START';

const steps = listField({
	displayName: 'Back To',
	name: 'backToSteps',
	placeholder: 'e.g. Manager',
	description: 'Names of steps that have agreed, separated by commas; to whoever started it where it is empty',
});

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/task/specified_rollback */
export const rollBack = defineOperation({
	value: 'rollBack',
	name: 'Roll Back',
	action: 'Roll a task back',
	description: 'Send an approval back to steps that have agreed, or to whoever started it',
	endpoint: ROLL_BACK,
	alsoCalls: [ROLL_BACK_OF_PERSON, ...TASK_CALLS],
	scopes: TASK_SCOPES,
	identity: 'either',
	fields: [instanceField, steps, approverField, commentField, taskOptions],
	output: taskOutput('rolled_back', { back_to: [{ node_id: 'string', 'node_name?': 'string', ...WHO }] }),
	orderBy: ({ read }) => read(instanceField),
	async run({ read, label, feishu }) {
		const code = read(instanceField);
		const names = read(steps);
		const approver = read(approverField);
		const comment = read(commentField);
		const { taskId = '' } = read(taskOptions);
		const acting = await actingTask(feishu, { code, approver, label: label(approverField), taskId });
		const keys = names.length === 0 ? [START] : names.map((name) => keyOf(acting.instance, name, label(steps)));
		if (acting.isPerson) {
			const body = { ...bodyOfPerson(acting), node_ids: keys, ...(comment !== '' && { comment }) };
			await feishu.call(ROLL_BACK_OF_PERSON, { body });
		} else {
			const { user_id, user_id_type, task } = acting;
			const reason = comment === '' ? {} : { reason: comment };
			const body = { user_id, task_id: task.task_id, ...reason, task_def_key_list: keys };
			await feishu.call(ROLL_BACK, { query: { user_id_type }, body });
		}
		const { open_id, user_id } = acting.instance;
		const [starter] = keys.includes(START) ? await whoAre(feishu, [open_id || user_id]) : [];
		const back_to = keys.map((node_id) => ({
			node_id,
			...(node_id === START ? starter : nameOfStep(acting.instance, node_id)),
		}));
		return { ...(await taskItem(feishu, 'rolled_back', acting)), back_to };
	},
});

/** As people see it, where a task tells. */
function nameOfStep({ tasks, records }: Instance, key: string): { node_name?: string } {
	const passed = records.find(({ node_id }) => node_id === key);
	const task = tasks.find(({ task_id, node_id }) => task_id === passed?.task_id || node_id === key);
	return task && task.node_name !== '' ? { node_name: task.node_name } : {};
}

/** The key under which the timeline keeps a step that has agreed; its tasks tell its name. */
function keyOf({ tasks, records }: Instance, name: string, label: string): string {
	if (name.toUpperCase() === START) return START;
	const nameOf = new Map(tasks.map(({ task_id, node_name }) => [task_id, node_name]));
	const nameOfNode = new Map(tasks.map(({ node_id, node_name }) => [node_id, node_name]));
	const passed = records
		.filter(({ type, node_id }) => type === 'PASS' && node_id !== '')
		.map(({ node_id, task_id }) => ({ node_id, called: nameOf.get(task_id) || nameOfNode.get(node_id) || node_id }));
	const found = passed.find(({ node_id, called }) => node_id === name || called === name);
	if (found) return found.node_id;
	const known = [...new Set(passed.map(({ called }) => called))];
	throw new InputError(
		label,
		`The field '${label}' names a step that has not agreed: ${name}`,
		known.length === 0 ? 'No step has: leave it empty for whoever started it' : `These have: ${known.join(', ')}`,
	);
}
