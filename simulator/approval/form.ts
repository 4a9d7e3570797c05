import type { Definition, Filled, Instance } from '../state/approvals';
import { worded } from './definitions';
import { refused } from './problem';
import type { Place } from './widgetKind';
import { isCreatable, showEntries, takeEntries } from './widgets';

/** The form of a request, which is JSON in a string; throws 1390001, with the widget where it is one. */
export function takeForm(text: string, { form }: Definition, place: Place): Filled[] {
	let entries: unknown;
	try {
		entries = JSON.parse(text);
	} catch {
		throw refused.params('form is not JSON');
	}
	const missing = form.find((widget) => widget.required && !isCreatable(widget) && widget.type !== 'text');
	if (missing) throw refused.widget(missing.id, `${missing.type} can't be filled in`);
	return takeEntries(entries, form, place);
}

/** What was filled in anew goes over what stood there. */
export function changeForm(instance: Instance, changed: readonly Filled[]): void {
	const kept = instance.form.filter(({ id }) => !changed.some((other) => other.id === id));
	instance.form = [...kept, ...changed];
}

/** The form as it is read, again JSON in a string. */
export function showForm({ form }: Instance, definition: Definition, place: Place, locale?: string): string {
	const named = showEntries(form, definition.form, place);
	return JSON.stringify(named.map((entry) => ({ ...entry, name: worded(definition, String(entry.name), locale) })));
}
