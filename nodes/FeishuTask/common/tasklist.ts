import { guidIn } from '../../../feishu/task/taskAddress';
import { text } from '../../../feishu/json';
import { listSearch } from '../../shared/fields/listSearch';
import { fromList, locatorField, optionalLocatorField, TEXT, type Located } from '../../shared/fields/locator';
import type { Words } from '../../shared/fields/plain';
import { mappedField, type Field } from '../../shared/operation/field';
import { GET_LISTS, PAGE, READ_LISTS } from './endpoints';

const NO_LIST =
	'An app sees only task lists that it made or was added to: open the list, Share, and add the app or a group that its bot is in. Or paste the link of the list.';

const searchTasklists = listSearch({
	what: 'task lists',
	scopes: READ_LISTS,
	keepMs: 60_000,
	async *entries({ feishu }) {
		for await (const { guid, name, url } of feishu.records(GET_LISTS, { pageSize: PAGE, itemsKey: 'items' }))
			yield { name: text(name), value: text(guid), url: text(url) };
	},
	nothing: { message: 'No task list that can be seen', advice: NO_LIST },
});

const WORDS = {
	displayName: 'Task List',
	modes: [
		fromList('searchTasklists', 'Choose a task list…'),
		{
			displayName: 'By URL',
			name: 'url',
			...TEXT,
			placeholder: 'e.g. https://applink.feishu.cn/client/todo/task_list?guid=…',
		},
		{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. cc371766-6584-cf50-a222-c22cd9055004' },
	],
	searches: { searchTasklists },
};

const guidOf = ({ value }: Located, label: string) => guidIn('tasklist', label, value);

/** The guid of a task list: from the list, by its link, or by its ID. */
export function tasklistField<const N extends string = 'tasklist'>(words: Partial<Words<N>> = {}): Field<string, N> {
	const description = 'Choose it, or paste its link. An app sees lists that it was added to.';
	const name = (words.name ?? 'tasklist') as N;
	return mappedField(locatorField({ ...WORDS, description, ...words, name }), guidOf);
}

/** As `tasklistField`; undefined when none is chosen. */
export function optionalTasklistField<const N extends string = 'tasklist'>(
	words: Partial<Words<N>> & { description: string },
): Field<string | undefined, N> {
	const name = (words.name ?? 'tasklist') as N;
	return mappedField(
		optionalLocatorField({ ...WORDS, ...words, name }),
		(found, label) => found && guidOf(found, label),
	);
}
