import { InputError } from '../input';
import { isObject, text, type JsonObject } from '../json';

/** An option of a single or multiple select. */
export interface Option {
	/** Of one that is there: by it cells keep their option. */
	id?: string;
	name: string;
	/** 0 to 54; chosen by the platform unless given. */
	color?: number;
}

/** Source: …/bitable-v1/app-table-field/guide */
const MOST_OPTIONS = 20_000;

/** What becomes of the options of a field. */
export interface OptionChanges {
	/** Those that are there already stay as they are, with another color if one is given. */
	add?: readonly Option[];
	/** By name or ID. Their cells lose them. */
	remove?: readonly string[];
	/** By the name or ID that they have. Their cells keep them. */
	change?: ReadonlyArray<{ from: string; name?: string; color?: number }>;
}

/** As the panel calls the ways to change them. */
export const OPTION_LABELS: Readonly<Record<keyof OptionChanges, string>> = {
	add: 'Add Options',
	remove: 'Remove Options',
	change: 'Change Options',
};

export function optionsIn(property: JsonObject | null | undefined): Option[] {
	const options = Array.isArray(property?.options) ? (property.options as unknown[]) : [];
	return options.filter(isObject).map(({ id, name, color }) => ({
		...(typeof id === 'string' && { id }),
		name: text(name),
		...(typeof color === 'number' && { color }),
	}));
}

/**
 * The options of a field after the changes, with the IDs of those that were there: the platform takes what is left out
 * for deleted, and what has no ID for new.
 * @throws InputError for an option that is not there, and for one name twice
 */
export function changedOptions(current: readonly Option[], changes: OptionChanges): Option[] {
	const { add = [], remove = [], change = [] } = changes;
	const options = current.map((option) => ({ ...option }));
	for (const { from, name, color } of change) {
		const option = found(OPTION_LABELS.change, options, from);
		if (name !== undefined && name !== option.name && options.some((one) => one.name === name))
			throw new InputError(OPTION_LABELS.change, `Another option is called '${name}' already`, 'Choose another name');
		Object.assign(option, name !== undefined && { name }, color !== undefined && { color });
	}
	const gone = new Set(remove.map((name) => found(OPTION_LABELS.remove, options, name)));
	const left = options.filter((option) => !gone.has(option));
	for (const { name, color } of add) {
		const known = left.find((option) => option.name === name);
		if (!known) left.push({ name, ...(color !== undefined && { color }) });
		else if (color !== undefined) known.color = color;
	}
	if (left.length <= MOST_OPTIONS) return left;
	throw new InputError('Options', `A field takes 20,000 options, not ${left.length}`, 'Use a linked table instead');
}

function found(label: string, options: readonly Option[], entered: string): Option {
	const option = options.find(({ id }) => id === entered) ?? options.find(({ name }) => name === entered);
	if (option) return option;
	const names = options.slice(0, 20).map(({ name }) => name);
	throw new InputError(
		label,
		`The field has no option '${entered.slice(0, 60)}'`,
		names.length === 0 ? 'It has none' : `It has ${names.join(', ')}`,
	);
}
