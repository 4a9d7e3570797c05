import { notFound, say, setup, slower, soon, type AdviceRows } from './words';

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
			"See Feishu's words below. A start is not after the due time, and both are dates or both have a time; repeating and reminders need a due time; what is completed has to be reopened before it is completed again",
		),
	],
	[
		1470403,
		setup(
			'The app may not see or change this task or task list',
			'An app counts as one more person: add it to the task list (Share → add the app, or a group that its bot is in), or to the task, as who may edit',
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
