import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { GET_TASK } from '../../common/endpoints';
import { isWrongValue, ofNamedValue, ofWrongValue } from '../../common/refusals';
import { type Answer, dependenciesOf, others, othersThan, shared, task } from './depending';

const kind = choiceField({
	displayName: 'They Come',
	name: 'dependencyKind',
	options: [
		{ name: 'Before This Task', value: 'prev', description: 'This task waits for them' },
		{ name: 'After This Task', value: 'next', description: 'They wait for this task' },
	],
	default: 'prev',
	description: 'In which order the tasks are done',
});

/** Of the request only the tasks can be wrong. The words of the platform for a circle are in none of its pages. */
const CIRCLE = ofNamedValue(/circ|cycl|loop/i, {
	message: `The field '${others.label}' names a task with which the tasks would wait for each other in a circle`,
	hint: 'Task → Get names what comes before each of them: take one of these away first (Task → Remove Dependencies)',
});

const REFUSED = ofWrongValue({
	message: `Feishu refused a task of the field '${others.label}'`,
	hint: 'A task has 50 dependencies at most, and waits for none that waits for it, not even through others. Task → Get names those that it has',
});

const isReversed = (type: 'prev' | 'next', other: string) =>
	others.refuse(
		`names a task that comes ${type === 'prev' ? 'after' : 'before'} this one already: ${other}`,
		'Take that away first (Task → Remove Dependencies), or choose the other order under They Come',
	);

export const addDependencies = defineOperation({
	...shared,
	value: 'addDependencies',
	name: 'Add Dependencies',
	action: 'Add dependencies to a task',
	description: 'Say which tasks come before or after a task',
	endpoint: 'POST /open-apis/task/v2/tasks/:task_guid/add_dependencies',
	alsoCalls: [GET_TASK],
	fields: [task, others, kind],
	async run({ read, feishu, errorContext }) {
		const guid = read(task);
		const type = read(kind);
		const wanted = othersThan(guid, read(others)).map((task_guid) => ({ type, task_guid }));
		errorContext.adviceOf = (failure) => CIRCLE(failure) ?? REFUSED(failure);
		const add = async (dependencies: typeof wanted) => {
			const request = { path: { task_guid: guid }, body: { dependencies }, idempotent: true };
			return (await feishu.call<Answer>(this.endpoint, request)).dependencies ?? [];
		};
		// What is there already is refused, with all that was sent beside it.
		const after = await add(wanted).catch(async (error: unknown) => {
			const has = isWrongValue(error) ? await dependenciesOf(feishu, guid).catch(() => []) : [];
			const ofWanted = has.filter(({ task_guid }) => wanted.some((one) => one.task_guid === task_guid));
			const missing = wanted.filter((one) => !ofWanted.some(({ task_guid }) => one.task_guid === task_guid));
			const reversed = ofWanted.find((one) => one.type !== type);
			if (reversed) return await Promise.reject(isReversed(type, String(reversed.task_guid)));
			if (ofWanted.length === 0) return await Promise.reject(error as Error);
			return missing.length === 0 ? has : await add(missing);
		});
		return { guid, dependencies: after };
	},
});
