import { notFound, say, setup, slower, soon, type AdviceRows, type Sense } from './words';

const again = soon('The search of Feishu had a problem of its own', 'Try again in a moment');

/**
 * Tasks and their lists.
 * @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/overview
 */
export const TASKS: AdviceRows = [
	[
		1470400,
		say(
			'Feishu refused a value of the task',
			"See Feishu's words below: they name the value, mostly as the platform calls it (summary is the title)",
		),
	],
	[
		1470403,
		setup(
			'The app may not see or change this task or task list',
			'An app counts as one more person: add it to the task list (Share → add the app, or a group that its bot is in), or to the task. To change something it needs the right to edit',
		),
	],
	[
		1470404,
		notFound(
			'The task, list or other thing',
			'Check its link. An app sees what it made, and what lies in task lists that it was added to',
		),
	],
	[
		1470422,
		slower('The same task is just being made by another request', 'Wait a moment, then look whether it is there'),
	],
	[
		1470500,
		soon(
			'Feishu could not do this with the task',
			'Try once more. If it stays: members must be of the same organization, and are people or apps; where all assignees have to complete a task, only who made it may complete it; and the words may have been refused by the content check',
		),
	],
	[1470610, say('The task has too many assignees', 'A task takes 50 assignees')],
	[1470611, say('The task has too many followers', 'A task takes 50 followers')],
	[1470612, say('The task list has too many members', 'A list takes 500 members; add a group instead of each person')],
	[1470613, say('The task has a reminder already', 'Take Task → Set Reminder, which replaces it')],
	[1474002, say('The search was too long ago to go on', 'Search anew')],
	[1474003, say('Feishu gives up to 30 results of a search at a time', 'Lower the limit')],
	[1474004, say('Feishu gives the first 150 results of a search', 'Search with more words, or with a filter')],
	[1474005, say('Feishu refused a time of the search', 'Check Due After and Due Before')],
	[1474006, say('Feishu refused a filter of the search', 'Use up to 50 characters, and check the people')],
	[1475001, again],
	[1475002, again],
];

const NEEDS_DUE = 'It needs a due time, which Task → Update sets';

/** By the names of the platform that are in its words, which value it refuses; the first row that fits counts. */
const VALUES: ReadonlyArray<readonly [words: RegExp, message: string, hint: string]> = [
	[
		/\bsection|insert_(before|after)/i,
		'Feishu refused the section',
		'It has to be one of the chosen task list: choose it again after changing the list',
	],
	[
		/(circ|cycl|loop).*depend|depend.*(circ|cycl|loop)/i,
		'The tasks would wait for each other in a circle',
		'Task → Get names what comes before each of them: take one of these away first (Task → Remove Dependencies)',
	],
	[
		/depend/i,
		'Feishu refused a dependency',
		'A task depends on others, not on itself; each is named once, and a task takes 50',
	],
	[/ancestor|parent/i, 'Feishu refused the parent task', 'It must be neither the task itself nor a task below it'],
	[/completed_at/i, 'Feishu refused to complete the task', 'A task that is completed is reopened first: Task → Reopen'],
	[
		/reminder|relative_fire_minute/i,
		'Feishu refused the reminder',
		`${NEEDS_DUE}. A task has one reminder, and its minutes are not negative`,
	],
	[
		/repeat_rule/i,
		'Feishu refused how the task repeats',
		`${NEEDS_DUE}. A rule looks like FREQ=WEEKLY;INTERVAL=2;BYDAY=MO`,
	],
	[
		/custom_field|option|(number|text|datetime|member|select)_value/i,
		'Feishu refused the value of a custom field',
		'Its options may have changed: choose the task list again to see them',
	],
	[
		/member|assignee|follower|subscriber|\bowner/i,
		'Feishu refused somebody who is to take part',
		'Check the IDs: people of this organization that are visible to the app, apps by cli_…, and groups by oc_… where groups may take part',
	],
	[/include_keys/i, 'Feishu refused an event of the subscription', 'Choose each event once'],
	[
		/is_all_day|\bstart\b|\bdue\b|start time|due time/i,
		'Feishu refused the start or the due time',
		'The start is not after the due time, and both are dates or both have a time. What the task has already counts as well',
	],
	[/\bsummary/i, 'Feishu refused the title', 'It is not empty, and has up to 3,000 characters'],
	[/\bdescription/i, 'Feishu refused the description', 'It has up to 3,000 characters'],
	[/\bcontent/i, 'Feishu refused the text of the comment', 'It is not empty, and has up to 3,000 characters'],
	[/\bname\b/i, 'Feishu refused the name', 'It is not empty, and has up to 100 characters; a subscription up to 50'],
	[/guid/i, 'Feishu does not know this ID', 'Choose it from the list, or paste its link'],
];

export const REFUSED_VALUES: readonly Sense[] = VALUES.map(([words, message, hint]) => [
	1470400,
	words,
	say(message, hint),
]);
