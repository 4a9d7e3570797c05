import type { ILoadOptionsFunctions } from 'n8n-workflow';

/** The ID of the chat that the panel's Chat field holds; undefined while it is empty or an expression that has no value yet. */
export function chosenChat(context: ILoadOptionsFunctions): string | undefined {
	const value = context.getCurrentNodeParameter('chat', { extractValue: true });
	return typeof value === 'string' && value.startsWith('oc_') ? value : undefined;
}
