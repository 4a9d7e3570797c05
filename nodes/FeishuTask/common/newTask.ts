import { REPEATS, repeatRule, type Repeat } from '../../../feishu/task/repeatRule';
import type { JsonObject } from '../../../feishu/json';
import { optionalPeopleField } from '../../shared/contact/severalPeople';
import { collectionField, fieldGroup } from '../../shared/fields/nested';
import { choiceField, flagField, textField } from '../../shared/fields/plain';
import { checkUrl } from '../../shared/fields/values';
import { mappedField, type ValueOf } from '../../shared/operation/field';
import { meantIn, meantPeople } from './meant';
import { apps } from './members';
import { LONGEST, shortText } from './texts';
import { allDay, start, minutesField, taskTimes, timeField } from './times';

const summary = shortText(
	{
		displayName: 'Title',
		name: 'summary',
		required: true,
		placeholder: 'e.g. Send the quote',
		description: 'What is to be done',
	},
	LONGEST,
);

const assigneeRows = optionalPeopleField({
	displayName: 'Assignees',
	name: 'assignees',
	placeholder: 'Add Assignee',
	description: 'Who is to do it; one by one from the list, or several at once',
});

const assignees = meantPeople(assigneeRows);

const followerRows = optionalPeopleField({
	displayName: 'Followers',
	name: 'followers',
	placeholder: 'Add Follower',
	description: 'Who sees it and is told what happens with it',
});

const followers = meantPeople(followerRows);

const due = timeField({
	displayName: 'Due',
	name: 'due',
	description: 'Until when; a date alone, such as 2026-01-31, is a whole day. All Day makes one of a time.',
});

export const description = shortText(
	{
		displayName: 'Description',
		name: 'description',
		typeOptions: { rows: 4 },
		placeholder: 'e.g. With the prices of November',
		description: 'What is to be known about it, as plain text',
	},
	LONGEST,
);

const reminder = minutesField({
	displayName: 'Reminder',
	name: 'reminder',
	default: 30,
	description: 'Minutes before the due time at which Feishu reminds of it; 0 for the due time itself',
});

export const repeat = choiceField({
	displayName: 'Repeat',
	name: 'repeat',
	options: [
		{ name: 'Every Day', value: 'daily' },
		{ name: 'Every Month', value: 'monthly' },
		{ name: 'Every Week', value: 'weekly' },
		{ name: 'Every Working Day', value: 'weekdays' },
		{ name: 'Every Year', value: 'yearly' },
	],
	default: 'weekly',
	description: 'How often it comes again when it is completed; it needs a due time',
});

export const rule = mappedField(
	textField({
		displayName: 'Repeat by Rule',
		name: 'repeatRule',
		placeholder: 'e.g. FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
		description: 'A rule (RRULE) in place of Repeat; it needs a due time',
	}),
	(written, label) => (written === '' ? '' : repeatRule(label, written)),
);

export const mode = choiceField({
	displayName: 'Completed When',
	name: 'completedWhen',
	options: [
		{ name: 'Any Assignee Has Completed It', value: 'any' },
		{ name: 'All Assignees Have Completed It', value: 'all' },
	],
	default: 'any',
	description: 'Where several people are assigned, whose completion counts',
});

export const milestone = flagField({
	displayName: 'Milestone',
	name: 'milestone',
	default: true,
	description: 'Whether it is shown as a milestone',
});

const originTitle = textField({
	displayName: 'Source Title',
	name: 'sourceTitle',
	placeholder: 'e.g. Ticket 1042',
	description: 'Words for the source of the task, which it shows as a link',
});

const originUrl = mappedField(
	textField({
		displayName: 'Source URL',
		name: 'sourceUrl',
		placeholder: 'e.g. https://tickets.example.com/1042',
		description: 'Where the source of the task leads',
	}),
	(url, label) => (url === '' ? '' : checkUrl(url, label)),
);

const originName = textField({
	displayName: 'Source Name',
	name: 'sourceName',
	placeholder: 'e.g. Ticket system',
	description: 'What the source is called; the name of the app unless given',
});

const OPTIONS = [
	description,
	start,
	allDay,
	reminder,
	repeat,
	rule,
	mode,
	milestone,
	apps,
	originTitle,
	originUrl,
	originName,
] as const;

/** What is rarely filled in: the last field of an operation. */
export const taskOptions = meantIn(
	collectionField({ displayName: 'Options', name: 'taskOptions', placeholder: 'Add option' }, OPTIONS),
	[reminder, repeat, rule, mode],
);

/** The rule that was chosen or written. */
export const ruleOf = (chosen: Repeat | undefined, written: string | undefined): string | undefined =>
	written || (chosen && REPEATS[chosen]);

/** 1: all assignees have to complete it; 2: any of them. */
export const modeNumber = (chosen: 'any' | 'all' | undefined): number | undefined =>
	chosen && (chosen === 'all' ? 1 : 2);

const LANGUAGES = ['zh_cn', 'en_us', 'ja_jp'] as const;

function originOf(name: string, title: string, url: string): JsonObject | undefined {
	if (name === '' && title === '' && url === '') return undefined;
	const said = name || title || new URL(url).hostname;
	const href = { ...(url && { url }), ...(title && { title }) };
	return {
		platform_i18n_name: Object.fromEntries(LANGUAGES.map((language) => [language, said])),
		...(Object.keys(href).length > 0 && { href }),
	};
}

/** What a new task, or a new subtask, is filled in with first. */
export const newTask = fieldGroup('newTask', [summary, assignees, followers, due], ({ read }) => ({
	title: read(summary),
	assignees: read(assignees),
	followers: read(followers),
	until: read(due),
}));

/** The body of a new task without its people, and the people. @throws InputError */
export function newTaskBody(
	{ title, until, ...people }: ValueOf<typeof newTask>,
	more: ValueOf<typeof taskOptions>,
	timeZone: string,
) {
	const times = taskTimes({ start: more.start, due: until }, more.allDay, timeZone);
	const repeat_rule = ruleOf(more.repeat, more.repeatRule);
	if (!until && (repeat_rule !== undefined || more.reminder !== undefined))
		throw due.refuse('is empty, and what repeats or reminds needs a due time', 'Enter one, or take the option out');
	const { sourceName = '', sourceTitle = '', sourceUrl = '' } = more;
	const origin = originOf(sourceName, sourceTitle, sourceUrl);
	const body: JsonObject = {
		summary: title,
		...times,
		...(more.description && { description: more.description }),
		...(more.reminder !== undefined && { reminders: [{ relative_fire_minute: more.reminder }] }),
		...(repeat_rule !== undefined && { repeat_rule }),
		...(more.completedWhen && { mode: modeNumber(more.completedWhen) }),
		...(more.milestone !== undefined && { is_milestone: more.milestone }),
		...(origin && { origin }),
	};
	return { body, ...people, apps: more.apps ?? [] };
}
