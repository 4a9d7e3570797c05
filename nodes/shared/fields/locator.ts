import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

import { isObject } from '../../../feishu/json';
import { complaint, type Field, type FieldCall, type ListSearch } from '../operation/field';
import { plainField, type Words } from './plain';

/** The value of a resource locator: chosen from a list, or entered in one of its other ways. */
export interface Located {
	mode: string;
	value: string;
}

/** Both apart, because n8n's linter takes an object with names and a type for a field and wants it to have a default. */
const NAMES = { displayName: 'From List', name: 'list' };
export const TEXT = { type: 'string' as const };

/** The mode From List of a resource locator. The field names the same search among its methods. */
export function fromList(searchListMethod: string, placeholder: string): INodePropertyMode {
	return { ...NAMES, type: 'list', placeholder, typeOptions: { searchListMethod, searchable: true } };
}

interface LocatorWords<N extends string> extends Words<N> {
	modes: INodePropertyMode[];
	default?: INodeProperties['default'];
	/** The searches that fill its list, under the names that the modes use. */
	searches?: Readonly<Record<string, ListSearch>>;
	calls?: readonly FieldCall[];
}

/** Something that is chosen; undefined when nothing is. */
export function optionalLocatorField<const N extends string>(words: LocatorWords<N>): Field<Located | undefined, N> {
	const { searches: listSearch = {}, calls, required: _required, ...property } = words;
	return plainField({ ...property, type: 'resourceLocator', default: defaultOf(words) }, located, {
		methods: { listSearch },
		calls,
	});
}

/** Something that must be chosen. */
export function locatorField<const N extends string>(words: LocatorWords<N>): Field<Located, N> {
	const { searches: listSearch = {}, calls, ...property } = words;
	return plainField(
		{ ...property, required: true, type: 'resourceLocator', default: defaultOf(words) },
		(value, label) => {
			const found = located(value);
			if (!found) throw complaint(label, 'is empty', 'Choose from the list, or enter an ID');
			return found;
		},
		{ methods: { listSearch }, calls },
	);
}

/** Empty, in the way that is offered first. */
function defaultOf({ modes, default: given }: LocatorWords<string>): INodeProperties['default'] {
	return given ?? { mode: modes[0]?.name ?? 'id', value: '' };
}

/** What a resource locator holds; undefined when nothing is chosen. An expression may give the bare value. */
function located(whole: unknown): Located | undefined {
	const { mode = 'id', value } = isObject(whole) ? whole : { value: whole };
	const text = value === undefined || value === null ? '' : String(value).trim();
	return text === '' ? undefined : { mode: String(mode), value: text };
}
