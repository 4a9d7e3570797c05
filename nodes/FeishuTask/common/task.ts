import { object, text } from '../../../feishu/json';
import { guidIn } from '../../../feishu/task/taskAddress';
import type { Entry } from '../../shared/fields/listWalks';
import { listSearch } from '../../shared/fields/listSearch';
import { fromList, locatorField, optionalLocatorField, TEXT, type Located } from '../../shared/fields/locator';
import type { Words } from '../../shared/fields/plain';
import { mappedField, type Field } from '../../shared/operation/field';
import type { FeishuClient } from '../../shared/client/client';
import { GET_LISTS, LIST_TASKS, MY_TASKS, PAGE, READ_LISTS, READ_TASKS, SEARCH_TASKS } from './endpoints';

const entryOf = ({ guid, summary, url }: Readonly<Record<string, unknown>>): Entry => ({
	name: text(summary) || 'Task without words',
	value: text(guid),
	...(text(url) !== '' && { url: text(url) }),
});

/** What whoever asks is assigned to, then what is in the lists that they see: nothing tells all tasks at once. */
async function* tasksSeen(feishu: FeishuClient, completed: boolean): AsyncGenerator<Entry> {
	const query = { completed };
	const mine = await feishu.list(MY_TASKS, { query, pageSize: PAGE, limit: Infinity }).catch(() => []);
	yield* mine.map(entryOf);
	for await (const { guid } of feishu.records(GET_LISTS, { pageSize: PAGE, itemsKey: 'items' })) {
		const path = { tasklist_guid: text(guid) };
		const tasks = feishu.records(LIST_TASKS, { path, query, pageSize: PAGE, itemsKey: 'items' });
		for await (const task of tasks) yield entryOf(task);
	}
}

const ADVICE =
	'Paste the link of the task. An app sees tasks that it made, and those of task lists that it was added to.';

const tasksThatAre = (completed: boolean) =>
	listSearch({
		what: completed ? 'completed tasks' : 'tasks',
		scopes: READ_LISTS,
		keepMs: 60_000,
		entries: ({ feishu }) => tasksSeen(feishu, completed),
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
					yield { name: text(display_info), value: text(id), url: text(object(meta_data).app_link) };
			},
			nothing: { message: 'This person finds no such task', advice: 'Paste the link of the task.' },
		},
	});

const searchTasks = tasksThatAre(false);
const searchCompletedTasks = tasksThatAre(true);

const wordsFor = (list: string) => ({
	displayName: 'Task',
	description: 'Choose it, or paste its link. An app sees tasks that it made, and those of lists that it was added to.',
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
