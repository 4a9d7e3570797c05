import type { UserIdType } from '../../../../feishu/ids';
import type { TaskFilter } from '../../../../feishu/task/taskFilter';
import { optionalPeopleField } from '../../../shared/contact/severalPeople';
import type { FeishuClient } from '../../../shared/client/client';
import { collectionField, fieldGroup } from '../../../shared/fields/nested';
import { choiceField, flagField, momentField, textField } from '../../../shared/fields/plain';

const HERE = 'Feishu has no such filter: what it gives is read and looked through here';

const status = choiceField({
	displayName: 'Status',
	name: 'taskStatus',
	options: [
		{ name: 'Open', value: 'open' },
		{ name: 'Completed', value: 'done' },
		{ name: 'Any', value: 'any' },
	],
	default: 'open',
	description: 'Only tasks that are this',
});

const overdue = flagField({
	displayName: 'Overdue',
	name: 'overdue',
	default: true,
	description: `Whether to return only open tasks whose due time has passed; a date has passed at its end in the time zone of the workflow. ${HERE}.`,
});
const moment = <const N extends string>(displayName: string, name: N, description: string) =>
	momentField({ displayName, name, description: `${description}. ${HERE}.` });
const dueAfter = moment('Due After', 'dueAfter', 'Only tasks that are due at this moment or later');
const dueBefore = moment('Due Before', 'dueBefore', 'Only tasks that are due at this moment or earlier');
const createdAfter = momentField({
	displayName: 'Created After',
	name: 'createdAfter',
	description: 'Only tasks that were made at this moment or later',
});
const createdBefore = momentField({
	displayName: 'Created Before',
	name: 'createdBefore',
	description: 'Only tasks that were made at this moment or earlier',
});
const words = textField({
	displayName: 'Title Contains',
	name: 'titleContains',
	placeholder: 'e.g. quote',
	description: `Only tasks with these words in the title. ${HERE}.`,
});
const unassigned = flagField({
	displayName: 'Unassigned',
	name: 'unassigned',
	default: true,
	description: `Whether to return only tasks that nobody is assigned to. ${HERE}.`,
});

const added = collectionField({ displayName: 'Filters', name: 'taskFilters', placeholder: 'Add Filter' }, [
	status,
	overdue,
	dueAfter,
	dueBefore,
	createdAfter,
	createdBefore,
	words,
	unassigned,
]);

const assignedTo = optionalPeopleField({
	displayName: 'Assigned To',
	name: 'assignedTo',
	placeholder: 'Add Person',
	description: `Only tasks of one of these people. ${HERE}.`,
});

/** What tasks are filtered by; people have to be looked up, and say by which ID the answer is to name people. */
export const filters = fieldGroup('filters', [assignedTo, added], ({ read }) => {
	const people = read(assignedTo);
	const given = read(added);
	for (const [from, to, field] of [
		[given.dueAfter, given.dueBefore, dueAfter],
		[given.createdAfter, given.createdBefore, createdAfter],
	] as const)
		if (from !== undefined && to !== undefined && from > to)
			throw field.refuse('is later than the end', 'Exchange both');
	const { taskStatus = given.overdue ? 'open' : 'any' } = given;
	const fixed: TaskFilter = {
		...(taskStatus !== 'any' && { completed: taskStatus === 'done' }),
		...(given.overdue && { overdue: true }),
		...(given.dueAfter !== undefined && { dueAfter: given.dueAfter }),
		...(given.dueBefore !== undefined && { dueBefore: given.dueBefore }),
		...(given.createdAfter !== undefined && { createdAfter: given.createdAfter }),
		...(given.createdBefore !== undefined && { createdBefore: given.createdBefore }),
		...(given.titleContains && { words: given.titleContains }),
		...(given.unassigned && { unassigned: true }),
	};
	return async (feishu: FeishuClient): Promise<{ filter: TaskFilter; type: UserIdType }> => {
		if (people.count === 0) return { filter: fixed, type: 'open_id' };
		const { ids, type } = await people.resolve(feishu);
		return { filter: { ...fixed, assignees: ids }, type };
	};
});
