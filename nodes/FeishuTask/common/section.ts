import { text } from '../../../feishu/json';
import { guidIn } from '../../../feishu/task/taskAddress';
import { listSearch } from '../../shared/fields/listSearch';
import { fromList, locatorField, optionalLocatorField, TEXT, type Located } from '../../shared/fields/locator';
import type { Words } from '../../shared/fields/plain';
import { mappedField, type Field } from '../../shared/operation/field';
import { chosenList } from './chosenList';
import { GET_SECTIONS, PAGE, READ_SECTIONS } from './endpoints';

/** What people call the section that has no name of its own. */
export const sectionName = ({ name, is_default }: Readonly<Record<string, unknown>>): string =>
	text(name) || (is_default === true ? 'Default section' : 'Section without a name');

const searchSections = listSearch({
	what: 'sections',
	scopes: READ_SECTIONS,
	of: chosenList,
	async *entries(ask) {
		const query = { resource_type: 'tasklist', resource_id: chosenList(ask) };
		const sections = ask.feishu.records(GET_SECTIONS, { query, pageSize: PAGE, itemsKey: 'items' });
		for await (const one of sections) yield { name: sectionName(one), value: text(one.guid) };
	},
	nothing: { message: 'The task list has no section', advice: 'Make one: Section → Create' },
});

const WORDS = {
	displayName: 'Section',
	modes: [
		fromList('searchSections', 'Choose a section…'),
		{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. e6e37dcc-f75a-5936-f589-12fb4b5c80c2' },
	],
	searches: { searchSections },
};

const guidOf = ({ value }: Located, label: string) => guidIn('section', label, value);

/** The guid of a section of the list that stands in the same panel. */
export function sectionField<const N extends string = 'section'>(words: Partial<Words<N>> = {}): Field<string, N> {
	const name = (words.name ?? 'section') as N;
	const description = 'A section of the task list';
	return mappedField(locatorField({ ...WORDS, description, ...words, name }), guidOf);
}

/** As `sectionField`; undefined when none is chosen. */
export function optionalSectionField<const N extends string = 'section'>(
	words: Partial<Words<N>> & { description: string },
): Field<string | undefined, N> {
	const name = (words.name ?? 'section') as N;
	return mappedField(
		optionalLocatorField({ ...WORDS, ...words, name }),
		(found, label) => found && guidOf(found, label),
	);
}
