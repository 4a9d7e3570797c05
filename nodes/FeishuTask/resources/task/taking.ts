import { optionalPeopleField } from '../../../shared/contact/severalPeople';
import { fieldGroup } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { meantPeople } from '../../common/meant';
import { apps } from '../../common/members';
import { TASK_CALLS, TASK } from '../../common/output';
import { taskField } from '../../common/task';

export const task = taskField();

const role = choiceField({
	displayName: 'Role',
	name: 'taskRole',
	options: [
		{ name: 'Assignee', value: 'assignee', description: 'Is to do it, and may change it' },
		{ name: 'Follower', value: 'follower', description: 'Sees it, and is told what happens with it' },
	],
	default: 'assignee',
	description: 'As what they take part',
});

const persons = meantPeople(optionalPeopleField({ displayName: 'People', name: 'people' }));

/** In one request. Source: …/task-v2/task/add_members, …/task-v2/task/remove_members */
export const MOST = { add: 50, remove: 500 } as const;

export const whom = (what: keyof typeof MOST) =>
	fieldGroup('taskMembers', [persons, apps, role], ({ read, refuse }) => {
		const [named, own] = [read(persons), read(apps)];
		if (named.count + own.length === 0)
			throw refuse(persons, `and the field '${apps.label}' are both empty`, 'Add at least one');
		if (named.count + own.length > MOST[what])
			throw refuse(persons, 'holds too many', `Feishu takes ${MOST[what]} at a time`);
		return { named, apps: own, role: read(role) };
	});

export const shared = {
	alsoCalls: [...TASK_CALLS],
	scopes: ['task:personnel:writeonly', 'task:task:write'],
	identity: 'either',
	output: TASK,
} as const;
