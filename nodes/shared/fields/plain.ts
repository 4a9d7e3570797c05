/** Fields that are one parameter: text, numbers, choices, lists, JSON, moments. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import {
	complaint,
	defineField,
	empty,
	mappedField,
	type Field,
	type FieldCall,
	type NodeMethods,
} from '../operation/field';
import type { Panel } from '../operation/panel';
import { parseJson, parseMoment, splitList, textOf } from './values';

/** What a property says besides its type and its default. */
export interface Words<N extends string> extends Omit<INodeProperties, 'name' | 'type' | 'default'> {
	name: N;
}

/** One parameter that reads itself. @param read gets its value, the name by which to complain, and whether an expression gave nothing */
export function plainField<T, const N extends string>(
	property: Omit<INodeProperties, 'name'> & { name: N },
	read: (value: unknown, label: string, panel: Panel, gaveNothing: boolean) => T,
	more: { methods?: Partial<NodeMethods>; calls?: readonly FieldCall[] } = {},
): Field<T, N> {
	const { name, displayName } = property;
	return defineField({
		name,
		label: displayName,
		properties: [property],
		...more,
		read(panel) {
			const value = panel.value(name, property.default);
			const label = panel.label(displayName);
			const gaveNothing = panel.noteValue(name, label, value);
			return read(value, label, panel, gaveNothing);
		},
	});
}

interface TextWords<N extends string> extends Words<N> {
	default?: string;
}

/** Text without the white space around it; empty where nothing was entered, unless it is required. */
export function textField<const N extends string>(words: TextWords<N>): Field<string, N> {
	return plainField({ ...words, type: 'string', default: words.default ?? '' }, (value, label) => {
		const text = textOf(label, value).trim();
		if (text === '' && words.required) throw empty(label, words.placeholder);
		return text;
	});
}

/** Text that must be entered where it is read, although the panel does not ask for it: n8n asks also where it is hidden. */
export function filledField<const N extends string>(words: TextWords<N>): Field<string, N> {
	return mappedField(textField(words), (text, label) => {
		if (text === '') throw empty(label, words.placeholder);
		return text;
	});
}

/** Text as it is, with its white space. */
export function rawTextField<const N extends string>(words: TextWords<N>): Field<string, N> {
	return plainField({ ...words, type: 'string', default: words.default ?? '' }, (value, label) => {
		const text = textOf(label, value);
		if (text.trim() === '' && words.required) throw empty(label, words.placeholder);
		return text;
	});
}

/** Values separated by commas or line breaks, or a list from an expression; without repeats. At least one where it is required. */
export function listField<const N extends string>(words: TextWords<N>): Field<string[], N> {
	return plainField({ ...words, type: 'string', default: words.default ?? '' }, (value, label) => {
		// A list is split as it is; an object in it would tell nothing.
		textOf(label, value);
		const list = splitList(value);
		if (list.length === 0 && words.required) throw empty(label, words.placeholder);
		return list;
	});
}

interface NumberWords<N extends string> extends Words<N> {
	default: number;
}

/** A number within the bounds of its `typeOptions`. @throws InputError about another, and where an expression gives none */
export function numberField<const N extends string>(words: NumberWords<N>): Field<number, N> {
	const { minValue = -Infinity, maxValue = Infinity } = words.typeOptions ?? {};
	return plainField({ ...words, type: 'number' }, (value, label, _panel, gaveNothing) => {
		if (gaveNothing) throw empty(label);
		const number = Number(value ?? words.default);
		if (value === '' || !Number.isFinite(number) || number < minValue || number > maxValue)
			throw complaint(label, `must be a number${range(minValue, maxValue)}`);
		return number;
	});
}

/** As `numberField`, where a fraction would have to be cut. @throws InputError about one */
export function wholeNumberField<const N extends string>(words: NumberWords<N>): Field<number, N> {
	return mappedField(numberField(words), (number, label) => {
		if (Number.isInteger(number)) return number;
		throw complaint(label, `must be a whole number: ${number}`);
	});
}

/** Words of the panel that are no field. */
export function noticeField<const N extends string>(name: N, displayName: string): Field<undefined, N> {
	return plainField({ displayName, name, type: 'notice', default: '' }, () => undefined);
}

export function flagField<const N extends string>(words: Words<N> & { default: boolean }): Field<boolean, N> {
	return plainField({ ...words, type: 'boolean' }, (value) => value === true);
}

export interface Choice<V extends string = string> {
	name: string;
	value: V;
	description?: string;
	/** What n8n's list of triggers and actions calls it. */
	action?: string;
	/** Where it is offered. */
	displayOptions?: INodeProperties['displayOptions'];
}

interface ChoiceWords<N extends string, V extends string> extends Omit<Words<N>, 'options'> {
	options: ReadonlyArray<Choice<V>>;
}

/** One of several values. @throws InputError when an expression gives something else, or nothing */
export function choiceField<const N extends string, const V extends string>(
	words: ChoiceWords<N, V> & { default: NoInfer<V> },
): Field<V, N> {
	return plainField({ ...words, options: [...words.options], type: 'options' }, (value, label, _panel, gaveNothing) => {
		if (gaveNothing) throw empty(label);
		return chosen(words.options, textOf(label, value ?? words.default).trim(), label);
	});
}

/** Any number of several values. */
export function choicesField<const N extends string, const V extends string>(
	words: ChoiceWords<N, V> & { default: Array<NoInfer<V>> },
): Field<V[], N> {
	return plainField({ ...words, options: [...words.options], type: 'multiOptions' }, (value, label) =>
		splitList(value ?? words.default).map((one) => chosen(words.options, one, label)),
	);
}

function chosen<V extends string>(options: ReadonlyArray<Choice<V>>, value: string, label: string): V {
	const found = options.find((option) => option.value === value);
	if (found) return found.value;
	const what = value === '' ? 'is empty' : `can't be '${value.slice(0, 40)}'`;
	throw complaint(label, what, `Use one of ${options.map((option) => option.value).join(', ')}`);
}

interface JsonWords<N extends string> extends Words<N> {
	default?: string;
}

/** JSON from text, an expression or a field already parsed. Empty gives undefined. */
export function jsonField<const N extends string>(words: JsonWords<N>): Field<unknown, N> {
	return plainField({ ...words, type: 'json', default: words.default ?? '{}' }, jsonValue);
}

/** A JSON object; {} where nothing was entered. */
export function jsonObjectField<const N extends string>(words: JsonWords<N>): Field<IDataObject, N> {
	return plainField({ ...words, type: 'json', default: words.default ?? '{}' }, (value, label) => {
		const parsed = jsonValue(value, label) ?? {};
		if (typeof parsed !== 'object' || Array.isArray(parsed))
			throw complaint(label, 'must be a JSON object', 'It starts with { and ends with }');
		return parsed as IDataObject;
	});
}

function jsonValue(value: unknown, label: string): unknown {
	return typeof value === 'string' ? parseJson(label, value) : (value ?? undefined);
}

/** A moment in milliseconds since 1970; undefined when empty. Without an offset it is in the workflow's time zone. */
export function momentField<const N extends string>(words: Words<N>): Field<number | undefined, N> {
	return plainField({ ...words, type: 'dateTime', default: '' }, (value, label, panel) =>
		parseMoment(label, value, panel.timeZone),
	);
}

function range(min: number, max: number): string {
	if (min === -Infinity && max === Infinity) return '';
	if (max === Infinity) return ` of ${min} or more`;
	if (min === -Infinity) return ` of ${max} or less`;
	return ` from ${min} to ${max}`;
}
