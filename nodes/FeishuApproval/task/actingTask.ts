import { InputError } from '../../../feishu/input';
import type { FeishuClient } from '../../shared/client/client';
import { namesOf, NAMES_CALL } from '../../shared/contact/namesOf';
import type { Person } from '../../shared/contact/person';
import { INSTANCE_CALLS, readInstance, type Instance, type Task } from '../../shared/approval/readInstance';
import { ID_CALLS, ownId } from '../people/ids';
import { refuseOfApps } from '../people/ofApps';
import { ME, openIdOfMe } from '../people/me';

/** What whoever finds the task of somebody has to list among its calls. */
export const TASK_CALLS = [...INSTANCE_CALLS, ...ID_CALLS, ME, NAMES_CALL];

/** Of an app the first ones, of a person the last. */
export const TASK_SCOPES = [
	'approval:task',
	'approval:approval:readonly',
	'approval:approval',
	'approval:task:write',
	'approval:instance:read',
];

export interface Acting {
	instance: Instance;
	task: Task;
	isPerson: boolean;
	/** Whose task it is, with the kind of the ID. */
	user_id: string;
	user_id_type: 'open_id' | 'user_id';
}

interface Chosen {
	code: string;
	approver: Person | undefined;
	/** What complaints call the field that names whoever decides. */
	label: string;
	taskId: string;
}

/**
 * The task that is meant: of whoever decides, or the only one that waits.
 * @throws InputError that names those who are asked, where it is not clear
 */
export async function actingTask(feishu: FeishuClient, chosen: Chosen): Promise<Acting> {
	const isPerson = await feishu.isPerson();
	if (isPerson) refuseOfApps({ [chosen.label]: chosen.approver });
	const instance = await readInstance(feishu, chosen.code);
	const task = await taskOf(feishu, instance, chosen, isPerson);
	const isOpen = task.open_id !== '';
	return {
		instance,
		task,
		isPerson,
		user_id: isOpen ? task.open_id : task.user_id,
		user_id_type: isOpen ? 'open_id' : 'user_id',
	};
}

async function taskOf(
	feishu: FeishuClient,
	{ tasks, status }: Instance,
	{ approver, label, taskId }: Chosen,
	isPerson: boolean,
): Promise<Task> {
	if (taskId !== '') {
		const found = tasks.find(({ task_id }) => task_id === taskId);
		if (found) return found;
		throw new InputError('Task ID', `The approval has no task ${taskId}`, await asked(feishu, tasks.filter(isPending)));
	}
	const waiting = tasks.filter(isPending);
	if (waiting.length === 0)
		throw new InputError(label, `Nobody is asked to decide on this approval now: it is ${status}`, 'See Instance: Get');
	const id = approver && !isPerson ? (await ownId(feishu, approver, label)).id : undefined;
	// One person may act for themselves only.
	const own = id ?? (isPerson && waiting.length > 1 ? await openIdOfMe(feishu) : undefined);
	const mine = own === undefined ? waiting : waiting.filter((task) => [task.open_id, task.user_id].includes(own));
	const [only, another] = mine;
	if (only && !another) return only;
	if (!only) throw new InputError(label, 'This approval does not wait for this person', await asked(feishu, waiting));
	const several =
		own === undefined ? 'Several people are asked to decide' : 'This person has several tasks in this approval';
	const advice = own === undefined ? `Choose one under '${label}'` : 'Add Task ID under Options';
	throw new InputError(label, several, `${advice}. ${await asked(feishu, mine)}`);
}

const isPending = ({ status }: Task): boolean => status === 'PENDING';

/** Who is asked, by their names as far as the app may know them; a task by its ID only where somebody has several. */
async function asked(feishu: FeishuClient, waiting: readonly Task[]): Promise<string> {
	if (waiting.length === 0) return 'It waits for nobody now';
	const idOf = (task: Task) => task.open_id || task.user_id;
	const people = [...new Set(waiting.map(({ open_id }) => open_id))].filter((id) => id !== '');
	const names = await namesOf(feishu, people);
	const told = waiting.map((task) => {
		const isOnly = waiting.filter((other) => idOf(other) === idOf(task)).length === 1;
		const which = [task.node_name, isOnly ? '' : `task ${task.task_id}`].filter((part) => part !== '');
		return `${names.get(task.open_id) || idOf(task)}${which.length > 0 ? ` (${which.join(', ')})` : ''}`;
	});
	return `It waits for ${told.join(', ')}`;
}
