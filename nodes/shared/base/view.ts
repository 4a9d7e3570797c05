import { baseAddress } from '../../../feishu/base/baseAddress';
import { InputError } from '../../../feishu/input';
import { fromList, locatorField, optionalLocatorField, TEXT, type Located } from '../fields/locator';
import type { Words } from '../fields/plain';
import { mappedField, type Field } from '../operation/field';
import type { Asking } from '../client/asking';
import { GET_VIEWS, viewsOf, type TablePath } from './contents';
import { searchViews } from './searchViews';

/** A view as filled in: by its ID or by its name. */
export class View {
	constructor(
		/** `vew…` or a name. */
		private readonly entered: string,
		private readonly label: string,
	) {}

	/** `vew…` @throws InputError when the table has no view of this name; CallError */
	async id(asking: Asking, path: TablePath): Promise<string> {
		if (/^vew\w+$/.test(this.entered)) return this.entered;
		const views = await viewsOf(asking, path);
		const found = views.find(({ view_name }) => view_name.trim() === this.entered);
		if (found) return found.view_id;
		throw new InputError(
			this.label,
			`The table has no view called '${this.entered.slice(0, 60)}'`,
			`It has ${views
				.map(({ view_name }) => view_name)
				.slice(0, 20)
				.join(', ')}`,
		);
	}
}

const WORDS = {
	displayName: 'View',
	description: 'A view of the table',
	modes: [
		fromList('searchViews', 'Choose a view…'),
		{ displayName: 'By Name or ID', name: 'id', ...TEXT, placeholder: 'e.g. vewqhz51lk' },
	],
	searches: { searchViews },
	calls: [GET_VIEWS],
};

export function viewField<const N extends string = 'view'>(words: Partial<Words<N>> = {}): Field<View, N> {
	return mappedField(locatorField({ ...WORDS, ...words, name: (words.name ?? 'view') as N }), viewOf);
}

/** As `viewField`; undefined when none is chosen. */
export function optionalViewField<const N extends string = 'view'>(
	words: Partial<Words<N>> = {},
): Field<View | undefined, N> {
	const name = (words.name ?? 'view') as N;
	return mappedField(
		optionalLocatorField({ ...WORDS, ...words, name }),
		(found, label) => found && viewOf(found, label),
	);
}

function viewOf({ value }: Located, label: string): View {
	if (!/^https?:\/\//i.test(value)) return new View(value, label);
	const { view } = baseAddress(label, value);
	if (view !== undefined) return new View(view, label);
	throw new InputError(label, `The field '${label}' holds an address without a view`, 'It has &view=vew… in it');
}
