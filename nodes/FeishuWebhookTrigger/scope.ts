import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { MemoryScope } from '../shared/events/memory';

/** The memory of this node, for test runs or for production. */
export function memoryScope(context: IHookFunctions | IWebhookFunctions): MemoryScope {
	return {
		workflowId: context.getWorkflow().id ?? '',
		nodeId: context.getNode().id,
		manual: context.getMode() === 'manual',
	};
}
