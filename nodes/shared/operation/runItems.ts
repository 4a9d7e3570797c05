import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ExplainContext } from '../../../feishu/advice';
import { toNodeError } from '../client/errors';
import { FileOutput, type Field, type OperationOutput } from './operation';
import { Params } from './params';
import { runSchedule } from './schedule';

/** One item that is being worked on. */
export interface ItemTurn {
	/** The fields as filled in for this item. */
	param: Params;
	itemIndex: number;
	/** What the item's error is to say besides; may be filled on the way. */
	about: ExplainContext;
}

/** What is to be done with each item of a node. */
export interface ItemWork {
	fields: readonly Field[];
	/** Items that run side by side at most; 1 or more. */
	atOnce: number;
	/** Items with the same key run one after the other; without it, all run side by side. */
	orderBy?(param: Params): string | undefined;
	serve(turn: ItemTurn): Promise<OperationOutput>;
	/** What the errors of all items say besides; asked for when one fails. */
	about?(): Promise<ExplainContext>;
}

/**
 * Works on all items. Outputs keep the order of the inputs, each paired with its own.
 * @throws the error of the first item that failed, unless the node continues on failures
 */
export async function runItems(context: IExecuteFunctions, work: ItemWork): Promise<INodeExecutionData[]> {
	return await new ItemRun(context, work).execute();
}

class ItemRun {
	private readonly outputs: INodeExecutionData[][] = [];

	private failure: Error | undefined;

	private failedItem = Infinity;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly work: ItemWork,
	) {}

	async execute(): Promise<INodeExecutionData[]> {
		const count = this.context.getInputData().length;
		await runSchedule({
			count,
			atOnce: this.work.atOnce,
			keyOf: (index) => this.orderKey(index),
			goOn: () => this.failure === undefined,
			run: async (index) => await this.serve(index),
		});
		if (this.failure) throw this.failure;
		return this.outputs.flat();
	}

	private async serve(itemIndex: number): Promise<void> {
		const about: ExplainContext = {};
		try {
			const output = await this.work.serve({ param: this.params(itemIndex), itemIndex, about });
			this.outputs[itemIndex] = toItems(output, itemIndex);
		} catch (error) {
			await this.fail(error, itemIndex, about);
		}
	}

	/** With Continue On Fail an item that says why; else the run ends, with the error of the first failed item. */
	private async fail(error: unknown, itemIndex: number, about: ExplainContext): Promise<void> {
		const nodeError = toNodeError(this.context.getNode(), error, {
			...(await this.work.about?.()),
			...about,
			itemIndex,
		});
		if (this.context.continueOnFail()) {
			// Exactly these keys: n8n takes an item with others for a success and keeps it off the error output.
			this.outputs[itemIndex] = [
				{ json: { error: nodeError.message, details: nodeError.description ?? '' }, pairedItem: { item: itemIndex } },
			];
		} else if (itemIndex < this.failedItem) {
			this.failedItem = itemIndex;
			this.failure = nodeError;
		}
	}

	private orderKey(itemIndex: number): string | undefined {
		try {
			return this.work.orderBy?.(this.params(itemIndex));
		} catch {
			// What is wrong with the item is told when it runs.
			return undefined;
		}
	}

	private params(itemIndex: number): Params {
		return new Params(this.context, itemIndex, this.work.fields);
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
