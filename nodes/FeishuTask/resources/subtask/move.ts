import { defineOperation } from '../../../shared/operation/operation';
import { choiceField } from '../../../shared/fields/plain';
import { shownFor } from '../../../shared/operation/field';
import { outputOf } from '../../../shared/operation/output';
import { needed } from '../../common/needed';
import { ofWrongValue } from '../../common/refusals';
import { optionalTaskField, taskField } from '../../common/task';

const task = taskField({ description: 'A subtask, or a task that is to become one' });

const where = choiceField({
	displayName: 'Move',
	name: 'moveSubtask',
	options: [
		{ name: 'Below Another Task', value: 'below' },
		{ name: 'Out of Its Task', value: 'out', description: 'It becomes a task of its own' },
	],
	default: 'below',
	description: 'Where it goes',
});

const parent = shownFor(needed(optionalTaskField({ displayName: 'Parent Task', name: 'parentTask' })), {
	moveSubtask: ['below'],
});

const isBelow = {
	message: `The field '${parent.label}' must be neither the task itself nor a task below it`,
	hint: 'Choose a task that is not one of its own subtasks, or move that one out first',
};

/** An empty body takes it out. */
export const move = defineOperation({
	value: 'move',
	name: 'Move',
	action: 'Move a subtask',
	description: 'Put a task below another one, or make a subtask a task of its own',
	endpoint: 'POST /open-apis/task/v2/tasks/:task_guid/set_ancestor_task',
	scopes: ['task:task:write'],
	identity: 'either',
	fields: [task, where, parent],
	output: outputOf({ moved: 'boolean', guid: 'string', parent_task_guid: 'string' }),
	async run({ read, refuse, feishu, errorContext }) {
		const guid = read(task);
		const above = read(where) === 'below' ? read(parent) : '';
		if (above === guid) throw refuse(parent, 'is the task itself', 'Choose another one');
		const body = above === '' ? {} : { ancestor_guid: above };
		// Nothing else of the request can be wrong.
		if (above !== '') errorContext.adviceOf = ofWrongValue(isBelow);
		await feishu.call(this.endpoint, { path: { task_guid: guid }, body, idempotent: true });
		return { moved: true, guid, parent_task_guid: above };
	},
});
