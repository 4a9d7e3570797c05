import type { INodeParameters } from 'n8n-workflow';

import { isObject } from '../../../feishu/json';

/** Whose panel it is. */
interface Run {
	getNode(): { parameters: INodeParameters };
}

/**
 * What a node holds, expressions as they were written: asked of n8n once in a run, which copies the whole node each time.
 * A parameter without an expression is the same for all items, so that it is read for the first one alone.
 */
export class WrittenPanel {
	private static readonly byRun = new WeakMap<Run, WrittenPanel>();

	private readonly steady = new Map<string, unknown>();

	private constructor(readonly parameters: Readonly<INodeParameters>) {}

	static of(run: Run): WrittenPanel {
		const known = this.byRun.get(run);
		if (known) return known;
		const written = new WrittenPanel(run.getNode().parameters);
		this.byRun.set(run, written);
		return written;
	}

	/** The value of a parameter. Nobody may change it: other items get the same. @param read asks n8n for it */
	value(name: string, read: () => unknown): unknown {
		if (this.steady.has(name)) return this.steady.get(name);
		const value = read();
		// What n8n complains about it says for each item.
		if (name in this.parameters && !holdsExpression(this.parameters[name])) this.steady.set(name, value);
		return value;
	}
}

function holdsExpression(written: unknown): boolean {
	if (typeof written === 'string') return written.startsWith('=');
	if (Array.isArray(written)) return written.some(holdsExpression);
	return isObject(written) && Object.values(written).some(holdsExpression);
}
