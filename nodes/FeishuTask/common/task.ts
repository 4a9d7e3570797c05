import { isObject, object, text, type JsonObject } from '../../../feishu/json';
import { guidIn } from '../../../feishu/task/taskAddress';
import { dayIn, plainTime } from '../../../feishu/task/taskTime';
import type { Entry } from '../../shared/fields/listWalks';
import { listSearch, type Ask } from '../../shared/fields/listSearch';
import { fromList, locatorField, optionalLocatorField, TEXT, type Located } from '../../shared/fields/locator';
import type { Words } from '../../shared/fields/plain';
import { mappedField, type Field } from '../../shared/operation/field';
import { GET_LISTS, GET_TASK, LIST_TASKS, MY_TASKS, PAGE, READ_LISTS, READ_TASKS, SEARCH_TASKS } from './endpoints';

/** The panel cuts a line at its end. */
const LONGEST_ASIDE = 20;

/** What tells tasks of one title apart, in brackets behind it. */
const named = (title: unknown, asides: readonly string[]): string => {
	const said = asides
		.filter((aside) => aside !== '')
		.map((aside) => (aside.length > LONGEST_ASIDE ? `${aside.slice(0, LONGEST_ASIDE - 1)}…` : aside));
	return `${text(title) || 'Task without words'}${said.length > 0 ? ` (${said.join(', ')})` : ''}`;
};

/** The day in a time zone. */
function dueDay(due: unknown, timeZone: string): string {
	const { timestamp, is_all_day } = object(due);
	const ms = Number(timestamp ?? 0);
	if (!(ms > 0)) return '';
	return `due ${plainTime({ timestamp: is_all_day === true ? ms : dayIn(ms, timeZone), is_all_day: true })}`;
}

function assignee(members: unknown): string {
	const all = Array.isArray(members) ? members.filter(isObject) : [];
	return text(all.find(({ role }) => role === 'assignee')?.name);
}

/** The day on which it was made, where that is told. */
function madeDay(created: unknown, timeZone: string): string {
	const ms = Number(created ?? 0);
	return ms > 0 ? `made ${plainTime({ timestamp: dayIn(ms, timeZone), is_all_day: true })}` : '';
}

/** @param list its name, where that is known; a task that is told with its number in Feishu has that in place of it */
const entryOf = (
	{ guid, summary, url, due, members, task_id, created_at }: JsonObject,
	timeZone: string,
	list = text(task_id),
): Entry => {
	const own = [dueDay(due, timeZone), assignee(members)];
	const asides = own.some((aside) => aside !== '') ? own : [madeDay(created_at, timeZone)];
	return {
		name: named(summary, [...asides, list]),
		value: text(guid),
		// All of its name, of which the line shows a part.
		words: list,
		...(text(url) !== '' && { url: text(url) }),
	};
};

/** Tasks of a walk that are asked for, so that a list of many alike stays quick. */
const MOST_ASKED = 10;

/** A list leaves out when its tasks were made, which is asked for where nothing else tells two apart. */
const madeAt = async (feishu: Ask['feishu'], task_guid: string): Promise<unknown> =>
	await feishu
		.call<{ task?: JsonObject }>(GET_TASK, { path: { task_guid } })
		.then(({ task }) => task?.created_at)
		.catch(() => undefined);

/** What whoever asks is assigned to, then what is in the lists that they see: nothing tells all tasks at once. */
async function* tasksSeen({ feishu, context }: Ask, completed: boolean): AsyncGenerator<Entry> {
	const timeZone = context.getTimezone();
	const query = { completed };
	const mine = await feishu.list(MY_TASKS, { query, pageSize: PAGE, limit: Infinity }).catch(() => []);
	yield* mine.map((task) => entryOf(task, timeZone));
	const lines = new Set<string>();
	let asked = 0;
	for await (const { guid, name } of feishu.records(GET_LISTS, { pageSize: PAGE, itemsKey: 'items' })) {
		const path = { tasklist_guid: text(guid) };
		const tasks = feishu.records(LIST_TASKS, { path, query, pageSize: PAGE, itemsKey: 'items' });
		for await (const task of tasks) {
			const entry = entryOf(task, timeZone, text(name));
			const isAlike = lines.has(entry.name) && asked < MOST_ASKED;
			if (isAlike) asked += 1;
			const created_at = isAlike ? await madeAt(feishu, text(task.guid)) : undefined;
			yield created_at === undefined ? entry : entryOf({ ...task, created_at }, timeZone, text(name));
			lines.add(entry.name);
		}
	}
}

const ADVICE =
	'Paste its link or ID. Not listed: tasks outside of task lists that an app made or follows; it opens them by the ID that Task → Create gave.';

const tasksThatAre = (completed: boolean) =>
	listSearch({
		what: completed ? 'completed tasks' : 'tasks',
		scopes: READ_LISTS,
		keepMs: 60_000,
		foundBy: 'the title, the due date, the assignee and the task list',
		entries: (ask) => tasksSeen(ask, completed),
		nothing: { message: `No ${completed ? 'completed' : 'open'} task that can be seen`, advice: ADVICE },
		person: {
			scopes: READ_TASKS,
			foundBy: 'the title and the description',
			async *entries({ feishu, filter }) {
				const found = await feishu.list(SEARCH_TASKS, {
					body: { query: filter.slice(0, 50), ...(completed && { filter: { is_completed: true } }) },
					idempotent: true,
					limit: 90,
					pageSize: 30,
				});
				for (const { id, display_info, meta_data } of found)
					yield {
						name: named(display_info, [text(object(meta_data).description)]),
						value: text(id),
						url: text(object(meta_data).app_link),
					};
			},
			nothing: { message: 'This person finds no such task', advice: 'Paste its link or ID.' },
		},
	});

const searchTasks = tasksThatAre(false);
const searchCompletedTasks = tasksThatAre(true);

const wordsFor = (list: string) => ({
	displayName: 'Task',
	description:
		'Choose it, or paste its link or ID. Listed are tasks of task lists, and those assigned to whoever asks; others that an app made need their link or ID.',
	modes: [
		fromList(list, 'Choose a task…'),
		{
			displayName: 'By URL',
			name: 'url',
			...TEXT,
			placeholder: 'e.g. https://applink.feishu.cn/client/todo/detail?guid=…',
		},
		{
			displayName: 'By ID',
			name: 'id',
			...TEXT,
			placeholder: 'e.g. 83912691-2e43-47fc-94a4-d512e03984fa',
			hint: 'Not the number that Feishu shows, such as t104121',
		},
	],
});

const WORDS = { ...wordsFor('searchTasks'), searches: { searchTasks } };
const COMPLETED = { ...wordsFor('searchCompletedTasks'), searches: { searchCompletedTasks } };

const guidOf = ({ value }: Located, label: string) => guidIn('task', label, value);

/** The guid of a task: from the list, by its link, or by its ID. */
export function taskField<const N extends string = 'task'>(words: Partial<Words<N>> = {}): Field<string, N> {
	return mappedField(locatorField({ ...WORDS, ...words, name: (words.name ?? 'task') as N }), guidOf);
}

/** As `taskField`, with the completed ones in its list. */
export const completedTaskField = mappedField(locatorField({ ...COMPLETED, name: 'task' }), guidOf);

/** As `taskField`; undefined when none is chosen. */
export function optionalTaskField<const N extends string = 'task'>(
	words: Partial<Words<N>> = {},
): Field<string | undefined, N> {
	return mappedField(
		optionalLocatorField({ ...WORDS, ...words, name: (words.name ?? 'task') as N }),
		(found, label) => found && guidOf(found, label),
	);
}
