import type { IDataObject } from 'n8n-workflow';

import { DEFAULT_CLIENT_OPTIONS, type ClientOptions } from '../client/client';
import { mappedField, type Field } from '../operation/field';
import { DEFAULT_ITEMS_AT_ONCE } from '../operation/schedule';
import { collectionField } from './nested';
import { jsonObjectField, plainField, type Words } from './plain';

/** A number that is brought to what makes sense: no run ends because an option makes none. */
function lenientField<const N extends string>(
	words: Words<N> & { typeOptions: { minValue: number; maxValue?: number }; default: number },
): Field<number, N> {
	return plainField({ ...words, type: 'number' }, (value) => {
		const number = Number(value ?? words.default);
		return Number.isFinite(number) ? Math.max(words.typeOptions.minValue, number) : words.default;
	});
}

// n8n's linter wants defaults as literals; a test keeps them equal to those that are used.
const itemsAtOnce = lenientField({
	displayName: 'Items at Once',
	name: 'itemsAtOnce',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 20,
	description: 'How many input items are worked on side by side. Items for one receiver keep their order.',
});

/** What a custom bot has no use for: it has neither uploads nor a token. */
const appFields = [
	plainField(
		{
			displayName: 'Fetch From Private Networks',
			name: 'privateAddresses',
			type: 'boolean',
			default: false,
			description: 'Whether files may come from addresses within your network',
		},
		(value) => value === true,
	),
	jsonObjectField({
		displayName: 'Headers (JSON)',
		name: 'headers',
		description: 'Sent along, such as {"X-Tt-Env": "boe"}; not Authorization or Host',
	}),
] as const;

const clientFields = [
	plainField(
		{
			displayName: 'Keep to Rate Limits',
			name: 'keepToLimits',
			type: 'boolean',
			default: true,
			description:
				'Whether requests are spaced to keep the published limits of Feishu, over all workflows of this n8n. Without it they wait only when Feishu asks to.',
		},
		(value) => value !== false,
	),
	lenientField({
		displayName: 'Longest Wait (Seconds)',
		name: 'longestWait',
		typeOptions: { minValue: 0 },
		default: 60,
		description:
			'How long one request may wait in all when Feishu asks to slow down or fails for the moment. After that it fails.',
	}),
	lenientField({
		displayName: 'Timeout (Seconds)',
		name: 'timeout',
		typeOptions: { minValue: 1 },
		default: 120,
		description: 'How long to wait for the answer to one request',
	}),
	lenientField({
		displayName: 'Tries',
		name: 'tries',
		typeOptions: { minValue: 1, maxValue: 20 },
		default: 5,
		description: 'How often a request that may safely be repeated is tried in all',
	}),
] as const;

interface Chosen {
	headers?: IDataObject;
	privateAddresses?: boolean;
	keepToLimits?: boolean;
	longestWait?: number;
	timeout?: number;
	tries?: number;
}

function clientOptions(chosen: Chosen): ClientOptions {
	const { headers, privateAddresses, keepToLimits, longestWait, timeout, tries } = chosen;
	return {
		headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)])),
		privateAddresses: privateAddresses ?? DEFAULT_CLIENT_OPTIONS.privateAddresses,
		keepToLimits: keepToLimits ?? DEFAULT_CLIENT_OPTIONS.keepToLimits,
		longestWaitMs: inMs(longestWait) ?? DEFAULT_CLIENT_OPTIONS.longestWaitMs,
		timeoutMs: inMs(timeout) ?? DEFAULT_CLIENT_OPTIONS.timeoutMs,
		maxAttempts: tries ?? DEFAULT_CLIENT_OPTIONS.maxAttempts,
	};
}

const inMs = (seconds: number | undefined) => (seconds === undefined ? undefined : seconds * 1000);

const WORDS = {
	displayName: 'Request Options',
	name: 'requestOptions',
	placeholder: 'Add option',
} as const;

export interface RunOptions {
	client: ClientOptions;
	itemsAtOnce: number;
}

/** How requests are made; the same for every operation, at the end of the panel. Read once for a whole run. */
export const requestOptionsField = mappedField(
	collectionField(WORDS, [...appFields, itemsAtOnce, ...clientFields]),
	(set): RunOptions => ({ itemsAtOnce: set.itemsAtOnce ?? DEFAULT_ITEMS_AT_ONCE, client: clientOptions(set) }),
);

/** The same where nothing goes side by side. */
export const clientOptionsField = mappedField(collectionField(WORDS, clientFields), clientOptions);
