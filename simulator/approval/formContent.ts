import type { Widget } from '../state/approvals';
import { refused } from './problem';
import { isJson } from './widgetKind';

function widgetIn(value: unknown): Widget {
	if (!isJson(value) || typeof value.id !== 'string' || typeof value.type !== 'string')
		throw refused.params('form_content has a widget without id or type');
	const { id, type, name, children } = value;
	return {
		...value,
		...{ id, type, name: typeof name === 'string' ? name : '' },
		...(Array.isArray(children) && { children: children.map(widgetIn) }),
	};
}

/** The widgets of a form that a request brings, which is JSON in a string. */
export function formIn(content: string): Widget[] {
	let widgets: unknown;
	try {
		widgets = JSON.parse(content);
	} catch {
		throw refused.params('form_content is not JSON');
	}
	if (!Array.isArray(widgets) || widgets.length === 0) throw refused.params('form_content is not an array of widgets');
	return widgets.map(widgetIn);
}
