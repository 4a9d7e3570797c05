import type { INodePropertyOptions } from 'n8n-workflow';

import { InputError } from '../../../feishu/input';
import type { Field } from '../operation/operation';
import type { Params } from '../operation/params';

/** Fields of a collection in the order of their names. */
export function inOrder(fields: readonly Field[]): Field[] {
	return [...fields].sort((a, b) => a.displayName.localeCompare(b.displayName));
}

/** The value of a dropdown. @throws InputError when an expression gives something else than the choices have */
export function readChoice(param: Params, name: string, choices: readonly INodePropertyOptions[]): string {
	const value = param.text(name);
	const values = choices.map((choice) => String(choice.value));
	if (values.includes(value)) return value;
	const field = param.label(name);
	throw new InputError(
		field,
		`The field '${field}' can't be '${value.slice(0, 40)}'`,
		`Use one of ${values.join(', ')}`,
	);
}

/** @throws InputError when it is no web address */
export function checkUrl(url: string, field: string): string {
	if (/^https?:\/\/\S+$/i.test(url)) return url;
	throw new InputError(
		field,
		`The field '${field}' holds no web address: ${url.slice(0, 60)}`,
		'It starts with https://',
	);
}
