/** What the fields of a task take, in requests that make one and in those that change one. */
import { randomUUID } from 'node:crypto';
import { flag, integer, nested, object, objects, required, text, type Values } from '../platform/validate';
import type { Operator } from '../state/operator';
import type { Store } from '../state/store';
import type { Reminder, Task } from '../state/tasks';
import { actorOf, isSame } from './actors';
import { CUSTOM_FIELDS } from './fieldValues';
import { refused } from './problem';
import { moment, readTime, requireOrder, TIME } from './times';

export const REMINDERS = objects({ relative_fire_minute: required(integer()) });

/** What both kinds of request have, except for custom fields, which take the lists of the task. */
export const CHANGED = {
	summary: text(),
	description: text(),
	start: TIME,
	due: TIME,
	completed_at: text(),
	extra: text(),
	custom_complete: object(),
	repeat_rule: text(),
	mode: integer(),
	is_milestone: flag(),
	positive_reminders: REMINDERS,
	custom_fields: CUSTOM_FIELDS,
};
export const CHANGED_OBJECT = nested(CHANGED);
export type Given = Partial<Values<typeof CHANGED>>;
export type Changed = keyof typeof CHANGED;

const LONGEST = { summary: 3000, description: 3000, extra: 65_536 } as const;

function words(name: keyof typeof LONGEST, given: string | undefined = ''): string {
	if (given.length > LONGEST[name]) throw refused.params(`${name} is longer than ${LONGEST[name]}`);
	return given;
}

type Apply = (task: Task, given: Given) => void;

/** By the name in `update_fields`: puts what was given, or nothing, into the task. */
const APPLY: Readonly<Record<Exclude<Changed, 'custom_fields' | 'completed_at'>, Apply>> = {
	summary(task, { summary }) {
		if (words('summary', summary).trim() === '') throw refused.params('summary should not be empty');
		task.summary = summary ?? '';
	},
	description: (task, { description }) => void (task.description = words('description', description)),
	start: (task, { start }) => void (task.start = readTime('start', start)),
	due: (task, { due }) => void (task.due = readTime('due', due)),
	extra: (task, { extra }) => void (task.extra = words('extra', extra)),
	custom_complete: (task, { custom_complete: given }) => void (task.custom_complete = given),
	repeat_rule(task, { repeat_rule: rule = '' }) {
		if (rule !== '' && !/(^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;|$)/.test(rule.replace(/^RRULE:/, '')))
			throw refused.params('invalid repeat_rule');
		task.repeat_rule = rule;
	},
	mode(task, { mode = 2 }) {
		if (mode !== 1 && mode !== 2) throw refused.params('invalid mode');
		task.mode = mode;
	},
	is_milestone: (task, { is_milestone: given = false }) => void (task.is_milestone = given),
	positive_reminders(task, { positive_reminders: given = [] }) {
		if (given.length > 10) throw refused.params('too many positive_reminders');
		task.positive_reminders = given.map(asReminder);
	},
};

export const asReminder = ({ relative_fire_minute }: { relative_fire_minute: number }): Reminder => {
	if (relative_fire_minute < 0) throw refused.params('relative_fire_minute should not be negative');
	return { id: randomUUID(), relative_fire_minute };
};

const UPDATABLE: readonly string[] = Object.keys(CHANGED);

/** Names that a request may change; others are refused. */
export function requireUpdatable(names: readonly string[]): readonly Changed[] {
	if (names.length === 0) throw refused.params('update_fields should not be empty');
	const unknown = names.filter((name) => !UPDATABLE.includes(name));
	if (unknown.length > 0) throw refused.params(`unsupported update_fields: ${unknown.join(',')}`);
	return names as readonly Changed[];
}

/** Completes a task, or opens it again. Through the open platform it is always the whole task. */
function complete(task: Task, by: Operator, given: string | undefined): void {
	const at = moment('completed_at', given);
	if (at > 0 && task.completed_at > 0) throw refused.params('cannot set non-zero completed_at for a completed task');
	if (at > 0 && task.mode === 1 && !isSame(task.creator, actorOf(by))) throw refused.internal();
	task.completed_at = at;
}

/** Changes what is named, then looks whether all of the task fits together. */
export function change(store: Store, by: Operator, task: Task, names: readonly Changed[], given: Given): void {
	const draft = { ...task };
	for (const name of names) {
		if (name === 'custom_fields') continue;
		if (name === 'completed_at') complete(draft, by, given.completed_at);
		else APPLY[name](draft, given);
	}
	if (names.includes('repeat_rule') && names.includes('completed_at'))
		throw refused.params('repeat_rule and completed_at can not be updated together');
	if (draft.repeat_rule !== '' && !draft.due) throw refused.params('repeat_rule requires a due time');
	if (draft.reminders.length > 0 && !draft.due) {
		if (store.settings.taskReminderWithoutDue === 'refused') throw refused.params('reminders require a due time');
		draft.reminders = [];
	}
	requireOrder(draft.start, draft.due);
	Object.assign(task, draft, { updated_at: store.tick() });
	// What was taken away is not there any more.
	for (const key of ['start', 'due', 'custom_complete'] as const) if (draft[key] === undefined) delete task[key];
}
