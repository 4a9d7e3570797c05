import type { INodeProperties } from 'n8n-workflow';

const VALUE = '$collection.item.value';

/**
 * What n8n shows of a row that is folded up: the word, the person or the choice that tells it from the others. While
 * there is none, n8n shows the name of the row with its number.
 * @param values the fields of the row
 */
export function rowTitle(values: readonly INodeProperties[]): INodeProperties['typeOptions'] {
	const always = values.filter(({ displayOptions }) => !displayOptions);
	const told = always.find(({ type }) => type === 'string' || type === 'resourceLocator') ?? always[0];
	const title = told && TITLES[told.type]?.(told.name, values.indexOf(told));
	return title === undefined ? {} : { fixedCollection: { itemTitle: `={{ ${title} }}` } };
}

/** The same for rows of several kinds, each of which its first field tells. */
export function mixedRowTitle(): INodeProperties['typeOptions'] {
	const told = `${VALUE}[$collection.item.properties[0].name]`;
	return { fixedCollection: { itemTitle: `={{ (v => v.cachedResultName || v.value || v)(${told}) }}` } };
}

/** By the type of the field that tells. Short, because the panel holds many of them. */
const TITLES: Partial<Record<INodeProperties['type'], (name: string, place: number) => string>> = {
	string: (name) => `${VALUE}.${name}`,
	resourceLocator: (name) => `${VALUE}.${name}.cachedResultName || ${VALUE}.${name}.value`,
	options: (name, place) =>
		`$collection.item.properties[${place}].options.find(o => o.value === ${VALUE}.${name}).name`,
};
