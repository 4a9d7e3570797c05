import type { UserIdType } from '../../../../feishu/ids';
import type { TaskFilter } from '../../../../feishu/task/taskFilter';
import { optionalPeopleField } from '../../../shared/contact/severalPeople';
import type { FeishuClient } from '../../../shared/client/client';
import { collectionField, fieldGroup } from '../../../shared/fields/nested';
import { meantPeople } from '../../common/meant';
import { dueAfter, dueBefore, untilField } from '../../common/times';
import { choiceField, flagField, momentField, textField } from '../../../shared/fields/plain';

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
	description:
		'Whether to return only open tasks whose due time has passed; a date has passed at its end in the time zone of the workflow',
});
const createdAfter = momentField({
	displayName: 'Created After',
	name: 'createdAfter',
	description: 'Only tasks that were made at this moment or later',
});
const createdBefore = untilField({
	displayName: 'Created Before',
	name: 'createdBefore',
	description: 'Only tasks that were made at this moment or earlier; a date alone, such as 2026-01-31, is its end',
});
const words = textField({
	displayName: 'Title Contains',
	name: 'titleContains',
	placeholder: 'e.g. quote',
	description: 'Only tasks with these words in the title',
});
const unassigned = flagField({
	displayName: 'Unassigned',
	name: 'unassigned',
	default: true,
	description: 'Whether to return only tasks that nobody is assigned to',
});

const added = collectionField(
	{
		displayName: 'Filters',
		name: 'taskFilters',
		placeholder: 'Add Filter',
		description:
			'Feishu filters by Status, and in lists and sections by when tasks were made; for all else, and for Assigned To, its tasks are read and looked through here',
	},
	[status, overdue, dueAfter, dueBefore, createdAfter, createdBefore, words, unassigned],
);

const persons = optionalPeopleField({
	displayName: 'Assigned To',
	name: 'assignedTo',
	placeholder: 'Add Person',
	description: 'Only tasks of one of these people',
});

const assignedTo = meantPeople(persons);

/** What tasks are filtered by; people have to be looked up, and say by which ID the answer is to name people. */
export const filters = fieldGroup('filters', [assignedTo, added], ({ read }) => {
	const people = read(assignedTo);
	const given = read(added);
	for (const [from, to, first, last] of [
		[given.dueAfter, given.dueBefore, dueAfter, dueBefore],
		[given.createdAfter, given.createdBefore, createdAfter, createdBefore],
	] as const)
		if (from !== undefined && to !== undefined && from > to)
			throw first.refuse(`is later than '${last.label}'`, 'Exchange both');
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
