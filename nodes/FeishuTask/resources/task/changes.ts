import type { InputError } from '../../../../feishu/input';
import { collectionField } from '../../../shared/fields/nested';
import { choicesField } from '../../../shared/fields/plain';
import type { ValueOf } from '../../../shared/operation/field';
import { meantIn } from '../../common/meant';
import { description, milestone, mode, repeat, rule } from '../../common/newTask';
import { LONGEST, shortText } from '../../common/texts';
import { allDay, start, timeField } from '../../common/times';

export const title = shortText(
	{ displayName: 'Title', name: 'title', placeholder: 'e.g. Send the quote', description: 'Another title' },
	LONGEST,
);
const due = timeField({
	displayName: 'Due',
	name: 'newDue',
	description: 'Until when; a date alone, such as 2026-01-31, is a whole day. All Day makes one of a time.',
});

export const changes = meantIn(
	collectionField(
		{ displayName: 'Changes', name: 'taskChanges', placeholder: 'Add change', description: 'What is not added stays' },
		[title, description, start, due, allDay, repeat, rule, mode, milestone],
	),
	[repeat, rule, mode],
);

/** Why a change says nothing although something was added to it. */
export function noChange(more: ValueOf<typeof changes>): InputError {
	const left = [description, start, due, rule].find(({ name }) => name in more);
	if (left) return left.refuse('is empty', 'Fill it in. What the task has is taken away under Clear');
	if (more.allDay === undefined) return changes.refuse('is empty', 'Add what is to change');
	return allDay.refuse('changes nothing by itself', 'It goes with Start or Due: add the one that is to be a date');
}

export const cleared = choicesField({
	displayName: 'Clear',
	name: 'clearFields',
	options: [
		{ name: 'Description', value: 'description' },
		{ name: 'Due', value: 'due' },
		{ name: 'Milestone', value: 'is_milestone' },
		{ name: 'Repeat', value: 'repeat_rule' },
		{ name: 'Start', value: 'start' },
	],
	default: [],
	description: 'What is taken away; what repeats keeps its due time',
});
