import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { failureData, inPanel, toNodeError, type ErrorContext, type NodeError } from '../client/errors';
import { bundle } from './batch';
import { FileOutput, type OperationOutput } from './operation';
import { Panel } from './panel';
import { runSchedule } from './schedule';

/** One item that is being worked on. */
export interface ItemTurn {
	/** What was filled in for this item. */
	panel: Panel;
	/** What the item's error is to say besides; may be filled on the way. */
	errorContext: ErrorContext;
}

/** What holds for the items of a run, however they are served. */
interface Work {
	/** Items, or requests, that run side by side at most; 1 or more. */
	atOnce: number;
	/** What the errors of all items say besides; asked for when one fails. */
	errorContext?(): Promise<ErrorContext>;
}

/** Each item by itself. */
export interface ItemWork extends Work {
	/** Items with the same key run one after the other; without it, all run side by side. */
	orderBy?(panel: Panel): string | undefined;
	/** Set where one run serves all items, with the fields of the first. */
	once?: boolean;
	serve(turn: ItemTurn): Promise<OperationOutput>;
}

/** Many items in one request. */
export interface BatchWork<P> extends Work {
	most: number;
	by(prepared: P): string;
	prepare(turn: ItemTurn): Promise<P>;
	/** Gives for each of these, in their order, the output or the error that it met. */
	serveAll(prepared: readonly P[], errorContext: ErrorContext): Promise<ReadonlyArray<OperationOutput | Error>>;
}

/**
 * Works on all items. Outputs keep the order of the inputs, each paired with its own.
 * @throws the error of the first item that failed, unless the node continues on failures
 */
export async function runItems(context: IExecuteFunctions, work: ItemWork): Promise<INodeExecutionData[]> {
	const run = new ItemRun(context, work);
	await runSchedule({
		count: work.once ? Math.min(1, run.count) : run.count,
		atOnce: work.atOnce,
		keyOf: (index) => run.keyOf(index, work.orderBy),
		goOn: () => run.goesOn,
		run: async (index) => await run.serve(index, async (turn) => run.keep(index, await work.serve(turn))),
	});
	return run.outcome();
}

/** As `runItems`: what all items need is read first, then one request after the other serves those of one key. */
export async function runBatches<P>(context: IExecuteFunctions, work: BatchWork<P>): Promise<INodeExecutionData[]> {
	const run = new ItemRun(context, work);
	const prepared: Array<{ value: P } | undefined> = [];
	await runSchedule({
		count: run.count,
		atOnce: work.atOnce,
		keyOf: () => undefined,
		goOn: () => run.goesOn,
		run: async (index) =>
			await run.serve(index, async (turn) => {
				prepared[index] = { value: await work.prepare(turn) };
			}),
	});
	if (!run.goesOn) return run.outcome();
	const bundles = bundle(
		Array.from({ length: run.count }, (_, index) => prepared[index]),
		work,
	);
	await runSchedule({
		count: bundles.length,
		atOnce: work.atOnce,
		keyOf: (index) => bundles[index]?.key,
		goOn: () => run.goesOn,
		async run(index) {
			const items = bundles[index]?.items ?? [];
			const errorContext: ErrorContext = {};
			const outputs = await work
				.serveAll(
					items.map((item) => item.prepared),
					errorContext,
				)
				.catch((error: unknown) => items.map(() => (error instanceof Error ? error : new Error(String(error)))));
			for (const [place, { itemIndex }] of items.entries()) {
				const output = outputs[place] ?? new Error('The operation gave no result for this item');
				if (output instanceof Error) await run.fail(output, itemIndex, errorContext);
				else run.keep(itemIndex, output);
			}
		},
	});
	return run.outcome();
}

/** The items of one run of a node, with what became of each. */
class ItemRun {
	private readonly outputs: INodeExecutionData[][] = [];

	private failure: NodeError | undefined;

	private failedItem = Infinity;

	readonly count: number;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly work: Work,
	) {
		this.count = context.getInputData().length;
	}

	/** False once an item has failed and the node does not continue on failures. */
	get goesOn(): boolean {
		return this.failure === undefined;
	}

	outcome(): INodeExecutionData[] {
		if (this.failure) throw inPanel(this.failure);
		return this.outputs.flat();
	}

	keyOf(itemIndex: number, orderBy: ItemWork['orderBy']): string | undefined {
		try {
			return orderBy?.(this.panel(itemIndex));
		} catch {
			// What is wrong with the item is told when it runs.
			return undefined;
		}
	}

	async serve(itemIndex: number, work: (turn: ItemTurn) => Promise<void>): Promise<void> {
		const errorContext: ErrorContext = {};
		const panel = this.panel(itemIndex);
		try {
			await work({ panel, errorContext });
		} catch (error) {
			await this.fail(panel.explained(error), itemIndex, errorContext);
		}
	}

	keep(itemIndex: number, output: OperationOutput): void {
		this.outputs[itemIndex] = toItems(output, itemIndex);
	}

	/** With Continue On Fail an item that says why; else the run ends, with the error of the first failed item. */
	async fail(error: unknown, itemIndex: number, errorContext: ErrorContext): Promise<void> {
		const nodeError = toNodeError(this.context.getNode(), error, {
			...(await this.work.errorContext?.()),
			...errorContext,
			itemIndex,
		});
		if (this.context.continueOnFail()) {
			this.outputs[itemIndex] = [{ json: failureData(nodeError), pairedItem: { item: itemIndex } }];
		} else if (itemIndex < this.failedItem) {
			this.failedItem = itemIndex;
			this.failure = nodeError;
		}
	}

	private panel(itemIndex: number): Panel {
		return new Panel(this.context, itemIndex);
	}
}

function toItems(output: OperationOutput, item: number): INodeExecutionData[] {
	const records = Array.isArray(output)
		? (output as ReadonlyArray<Exclude<OperationOutput, readonly unknown[]>>)
		: [output];
	return records.map((record) =>
		record instanceof FileOutput
			? { json: record.json, binary: record.binary, pairedItem: { item } }
			: { json: record as INodeExecutionData['json'], pairedItem: { item } },
	);
}
