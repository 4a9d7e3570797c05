import { InputError } from '../../../../feishu/input';
import type { FeishuClient } from '../../../shared/client/client';
import { fieldGroup } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { shownFor } from '../../../shared/operation/field';
import { LIST_TASKS, MY_TASKS, READ_LISTS, READ_SECTIONS, READ_TASKS } from '../../common/endpoints';
import { needed } from '../../common/needed';
import { optionalSectionField } from '../../common/section';
import { optionalTasklistField } from '../../common/tasklist';

export const SECTION_TASKS = 'GET /open-apis/task/v2/sections/:section_guid/tasks';
export const RELATED = 'GET /open-apis/task/v2/task_v2/list_related_task';

const which = choiceField({
	displayName: 'Tasks Of',
	name: 'tasksOf',
	options: [
		{ name: 'Task List', value: 'list', description: 'All of a list, which the app or the person sees' },
		{ name: 'Section', value: 'section', description: 'Those in one section of a list' },
		{
			name: 'Mine',
			value: 'mine',
			description: 'Those assigned to the person; as an app, those assigned to the app itself, not to people',
		},
		{
			name: 'All of a Person',
			value: 'related',
			description: 'Those that a person has made, is assigned to or follows; only as a person',
		},
	],
	default: 'list',
	description: 'Which tasks; an app sees those it made, and those of lists that it was added to',
});

const tasklist = shownFor(
	needed(
		optionalTasklistField({ description: 'Choose it, or paste its link. An app sees lists that it was added to.' }),
	),
	{ tasksOf: ['list', 'section'] },
);
const section = shownFor(needed(optionalSectionField({ description: 'A section of the task list' })), {
	tasksOf: ['section'],
});

interface Place {
	endpoint: string;
	path?: Record<string, string>;
	query?: Record<string, string>;
	scopes: readonly string[];
	/** The endpoint filters by when tasks were made. */
	inList: boolean;
	/** It tells all of each task. */
	isWhole: boolean;
	/** What an app is told besides, where it is refused. */
	note?: string;
}

/** Its page has people only. */
const NOT_FOR_APPS =
	'Not every organization lets an app ask for its own tasks. Then choose a task list, or a credential of the kind Feishu OAuth2 API.';

/** Where the tasks are read from. @throws InputError about what an app can't ask for */
export const source = fieldGroup('source', [which, tasklist, section], ({ read, label }) => {
	const chosen = read(which);
	const places = {
		list: (): Place => ({
			endpoint: LIST_TASKS,
			path: { tasklist_guid: read(tasklist) },
			scopes: READ_LISTS,
			inList: true,
			isWhole: false,
		}),
		section: (): Place => {
			read(tasklist);
			return {
				endpoint: SECTION_TASKS,
				path: { section_guid: read(section) },
				scopes: READ_SECTIONS,
				inList: true,
				isWhole: false,
			};
		},
		mine: (): Place => ({
			endpoint: MY_TASKS,
			query: { type: 'my_tasks' },
			scopes: READ_TASKS,
			inList: false,
			isWhole: true,
			note: NOT_FOR_APPS,
		}),
		related: (): Place => ({ endpoint: RELATED, scopes: READ_TASKS, inList: false, isWhole: true }),
	};
	const place = places[chosen]();
	return async (feishu: FeishuClient): Promise<Place> => {
		if (chosen !== 'related' || (await feishu.isPerson())) return place;
		throw new InputError(
			label(which),
			`The field '${label(which)}' holds what only a person can ask for`,
			'Choose a credential of the kind Feishu OAuth2 API, or a task list here',
		);
	};
});
