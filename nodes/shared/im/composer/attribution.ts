import type { IExecuteFunctions } from 'n8n-workflow';

import type { Field } from '../../operation/operation';
import type { ComposeContext } from './kind';

/** Settings of what is written, at the end of the composer. */
export function composerOptionsField(kinds: readonly string[]): Field {
	return {
		displayName: 'Message Options',
		name: 'messageOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Include Link to Workflow',
				name: 'includeLinkToWorkflow',
				type: 'boolean',
				default: false,
				description: 'Whether to append a link to this workflow at the end of the message',
			},
		],
		displayOptions: { show: { messageType: [...kinds] } },
	};
}

/**
 * The line that says where the message comes from, as Markdown; undefined unless wished.
 * @param options the parameter that holds the wish
 */
export function attribution(
	{ param, context }: Pick<ComposeContext, 'param' | 'context'>,
	options = 'messageOptions',
): string | undefined {
	if (!param.flag(`${options}.includeLinkToWorkflow`)) return undefined;
	return `Automated with this [n8n workflow](${workflowUrl(context)})`;
}

function workflowUrl(context: IExecuteFunctions): string {
	const { id = '' } = context.getWorkflow();
	return `${context.getInstanceBaseUrl().replace(/\/*$/, '/')}workflow/${encodeURIComponent(id)}`;
}
