/** IDs of elements, names of forms and of what they ask for, values of choices: each tells one from all others. */
import { isObject, text, type JsonObject } from '../../../../json';
import { ELEMENT_ID } from '../../context';
import { factsOf } from '../facts';
import { languageOf, type Visit } from '../walk';
import { isInForm } from './places';
import type { Rule } from './rule';

export const ids: Rule = ({ found }, report) => {
	const seen = new Set<string>();
	for (const { element, path, tag } of found) {
		const { element_id: id } = element;
		if (id === undefined || id === null || id === '') continue;
		if (typeof id !== 'string' || !ELEMENT_ID.test(id))
			throw report.error(
				path,
				tag,
				`the element_id '${typeof id === 'string' ? id : JSON.stringify(id)}' is not possible`,
				'A letter, then letters, digits and underscores, 20 characters at most',
			);
		if (seen.has(id)) throw report.error(path, tag, `the element_id '${id}' is used twice`, 'IDs must differ');
		seen.add(id);
	}
};

export const forms: Rule = ({ found }, report) => {
	const named = found.filter((visit) => visit.tag === 'form' || factsOf(visit.tag)?.interactive);
	const inForms = named.filter((visit) => visit.tag === 'form' || isInForm(visit));
	const nameOf = ({ element, path }: Visit) => `${languageOf(path)} ${text(element.name)}`;
	const mustDiffer = new Set(inForms.map(nameOf));
	const seen = new Set<string>();
	for (const visit of named) {
		const { element, path, tag, slot } = visit;
		const name = text(element.name);
		// The buttons of a checker are its own.
		if (name === '' && slot !== 'buttons' && inForms.includes(visit))
			throw report.error(path, tag, 'it has no name', 'Forms and what people fill in need names');
		if (name === '') continue;
		if (seen.has(nameOf(visit)) && mustDiffer.has(nameOf(visit)))
			throw report.error(path, tag, `the name '${name}' is used twice`, 'Names must differ in the whole card');
		seen.add(nameOf(visit));
	}
	for (const { element, path, tag } of found.filter((visit) => visit.tag === 'form'))
		if (!hasSubmit(element))
			throw report.error(path, tag, 'it has no submit button', 'Add a button with "form_action_type": "submit"');
};

function hasSubmit(value: unknown): boolean {
	if (Array.isArray(value)) return (value as unknown[]).some(hasSubmit);
	if (!isObject(value)) return false;
	if (value.tag === 'button' && isSubmit(value)) return true;
	return ['elements', 'columns', 'actions', 'extra'].some((list) => hasSubmit(value[list]));
}

/** `action_type` is the older name; as a behavior it stands on the page of version 1.0, and no page says that it has gone. */
function isSubmit({ form_action_type: type, action_type: older, behaviors }: JsonObject): boolean {
	if (type === 'submit' || older === 'form_submit') return true;
	const list = Array.isArray(behaviors) ? (behaviors as unknown[]) : [];
	return list.some((one) => isObject(one) && one.type === 'form_action' && one.behavior === 'submit');
}

/** Which of two choices was meant could not be told. */
export const choices: Rule = ({ found }, report) => {
	for (const { element, path, tag } of found) {
		if (!CHOICES.has(tag) || !Array.isArray(element.options)) continue;
		const seen = new Set<string>();
		for (const option of (element.options as unknown[]).filter(isObject)) {
			const value = text(option.value);
			if (value !== '' && seen.has(value))
				throw report.error(path, tag, `the value '${value}' belongs to two options`, 'Values must differ');
			seen.add(value);
		}
	}
};

const CHOICES: ReadonlySet<string> = new Set(['select_static', 'multi_select_static']);
