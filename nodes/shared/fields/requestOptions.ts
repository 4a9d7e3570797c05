import type { IExecuteFunctions } from 'n8n-workflow';

import { DEFAULT_CLIENT_OPTIONS, type ClientOptions } from '../client/client';
import type { Field } from '../operation/operation';
import { DEFAULT_ITEMS_AT_ONCE } from '../operation/schedule';

// n8n's linter wants defaults as literals; a test keeps them equal to those that are used.
/** How requests are made; the same for every operation, at the end of the panel. */
export const requestOptionsField: Field = {
	displayName: 'Request Options',
	name: 'requestOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Items at Once',
			name: 'itemsAtOnce',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: 20,
			description:
				'How many input items are worked on side by side. Items for the same receiver always keep their order.',
		},
		{
			displayName: 'Keep to Rate Limits',
			name: 'keepToLimits',
			type: 'boolean',
			default: true,
			description:
				'Whether requests are spaced so that the published limits of Feishu are kept, over all workflows of this n8n. Without it they wait only when Feishu asks to.',
		},
		{
			displayName: 'Longest Wait (Seconds)',
			name: 'longestWait',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 60,
			description:
				'How long one request may wait in all when Feishu asks to slow down or fails for the moment. After that it fails.',
		},
		{
			displayName: 'Timeout (Seconds)',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 120,
			description: 'How long to wait for the answer to one request',
		},
		{
			displayName: 'Tries',
			name: 'tries',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 20 },
			default: 5,
			description: 'How often a request that may safely be repeated is tried in all',
		},
	],
};

export interface RunOptions {
	client: ClientOptions;
	itemsAtOnce: number;
}

/** Reads the options once for the whole run. */
export function requestOptions(context: IExecuteFunctions): RunOptions {
	const set = context.getNodeParameter('requestOptions', 0, {}) as {
		itemsAtOnce?: unknown;
		longestWait?: unknown;
		keepToLimits?: unknown;
		timeout?: unknown;
		tries?: unknown;
	};
	return {
		itemsAtOnce: atLeast(1, set.itemsAtOnce, DEFAULT_ITEMS_AT_ONCE),
		client: {
			longestWaitMs: atLeast(0, set.longestWait, DEFAULT_CLIENT_OPTIONS.longestWaitMs / 1000) * 1000,
			timeoutMs: atLeast(1, set.timeout, DEFAULT_CLIENT_OPTIONS.timeoutMs / 1000) * 1000,
			maxAttempts: atLeast(1, set.tries, DEFAULT_CLIENT_OPTIONS.maxAttempts),
			keepToLimits: set.keepToLimits !== false,
		},
	};
}

function atLeast(least: number, value: unknown, otherwise: number): number {
	const number = Number(value ?? otherwise);
	return Number.isFinite(number) ? Math.max(least, number) : otherwise;
}
