/** What a node keeps in an execution that waits: n8n stores it with the execution, so it outlives a restart, and every worker finds it. */
import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

import { parseObject } from '../../../feishu/json';

/** @param key a word; nodes of other waits have others */
export function keep(context: IExecuteFunctions, key: string, value: object): void {
	context.getContext('node')[key] = JSON.stringify(value);
}

/** What the node of the execution that is being resumed keeps; undefined when it keeps nothing. */
export function keptOf<T extends object>(context: IWebhookFunctions, key: string): T | undefined {
	// A webhook has no getContext, and reads what its node has kept by an expression.
	const kept = context.evaluateExpression(`{{ $node[${quoted(context.getNode().name)}].context.${key} }}`, 0);
	return parseObject(String(kept)) as T | undefined;
}

/** A text in an expression, whatever stands in it: braces would end the expression. */
function quoted(text: string): string {
	const escape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
	return `"${text.replace(/[^\w ]/g, escape)}"`;
}
