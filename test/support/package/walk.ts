import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

export interface Parameter {
	/** Names from the panel down to the parameter, such as `options/retry/attempts`. */
	path: string;
	property: INodeProperties;
}

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

const isChoice = (entry: Entry): entry is INodePropertyOptions => 'value' in entry;
const isGroup = (entry: Entry): entry is INodePropertyCollection => 'values' in entry;
const isParameter = (entry: Entry): entry is INodeProperties => 'type' in entry;

/** The choices of an `options` or `multiOptions` parameter; empty for a list that is loaded at run time. */
export const choicesOf = (property: INodeProperties): INodePropertyOptions[] =>
	property.type === 'options' || property.type === 'multiOptions' ? (property.options ?? []).filter(isChoice) : [];

/** Every parameter, with those inside collections and fixed collections. */
export function* walk(properties: readonly INodeProperties[], parent = ''): Generator<Parameter> {
	for (const property of properties) {
		const path = `${parent}${property.name}`;
		yield { path, property };
		const entries: Entry[] = property.options ?? [];
		yield* walk(entries.filter(isParameter), `${path}/`);
		for (const group of entries.filter(isGroup)) yield* walk(group.values, `${path}/${group.name}/`);
	}
}
