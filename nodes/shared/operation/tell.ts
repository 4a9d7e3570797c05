import type { IExecuteFunctions, NodeHint } from 'n8n-workflow';

/** What an execution was told. Most items say the same. */
const told = new WeakMap<IExecuteFunctions, Set<string>>();

/** Shows hints beside the output; a warning where something is most likely not as it is meant. */
export function tell(context: IExecuteFunctions, hints: readonly string[], type?: NodeHint['type']): void {
	const known = told.get(context) ?? new Set();
	told.set(context, known);
	for (const message of hints) {
		if (known.has(message)) continue;
		known.add(message);
		// Older versions of n8n have no hints.
		context.addExecutionHints?.({ message, location: 'outputPane', ...(type && { type }) });
	}
}
