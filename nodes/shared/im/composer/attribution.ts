import type { IExecuteFunctions } from 'n8n-workflow';

import { collectionField } from '../../fields/nested';
import { flagField } from '../../fields/plain';

/** Whether the message says where it comes from; in the collection of options of whatever writes one. */
export const linkToWorkflow = flagField({
	displayName: 'Include Link to Workflow',
	name: 'includeLinkToWorkflow',
	default: false,
	description: 'Whether to append a link to this workflow at the end of the message',
});

/** Settings of what is written, at the end of the composer. */
export const messageOptions = collectionField(
	{ displayName: 'Message Options', name: 'messageOptions', placeholder: 'Add option' },
	[linkToWorkflow],
);

/** The line that says where the message comes from, as Markdown. */
export function signature(context: IExecuteFunctions): string {
	const { id = '' } = context.getWorkflow();
	const base = context.getInstanceBaseUrl().replace(/\/*$/, '/');
	return `Automated with this [n8n workflow](${base}workflow/${encodeURIComponent(id)})`;
}
