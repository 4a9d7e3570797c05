import { isExpression } from 'n8n-workflow';

import { InputError } from '../../../feishu/input';
import { isObject } from '../../../feishu/json';
import type { Asking } from '../client/asking';
import type { Ask } from './listSearch';

/** What a list reads of the panel that it is on. */
export type Panel = Pick<Ask, 'feishu' | 'context'>;

export const askingFor = ({ feishu, context }: Panel): Asking => ({ feishu, context, errorContext: {} });

/** What a field of the panel holds; empty for an expression, because nobody knows what that gives before the workflow runs. */
export function filledIn({ context }: Panel, name: string): string {
	const given = context.getCurrentNodeParameter(name) as unknown;
	const value = isObject(given) ? given.value : given;
	const text = typeof value === 'string' ? value.trim() : '';
	return isExpression(text) ? '' : text;
}

/** What another field of the panel holds, for a list that depends on it. @param usual where nothing was chosen @throws InputError for an expression */
export function chosenIn({ context }: Panel, name: string, usual: string, label: string): string {
	const given = context.getCurrentNodeParameter(name) as unknown;
	const value = isObject(given) ? given.value : given;
	const text = typeof value === 'string' ? value.trim() : '';
	if (!isExpression(text)) return text === '' ? usual : text;
	throw new InputError(
		label,
		`'${label}' is an expression, which has a value only when the workflow runs`,
		'Enter an ID here, or choose there first',
	);
}
