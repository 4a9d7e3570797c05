import { isExpression } from 'n8n-workflow';

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
