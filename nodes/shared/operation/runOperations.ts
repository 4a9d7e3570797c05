import { randomUUID } from 'node:crypto';

import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { FeishuClient } from '../client/client';
import type { ErrorContext } from '../client/errors';
import { requestOptionsField } from '../fields/requestOptions';
import { readerOf } from './field';
import type { Operation, OperationContext } from './operation';
import type { OperationSet } from './operationSet';
import { Panel } from './panel';
import { runBatches, runItems, type ItemTurn } from './runItems';

/** Executes the chosen operation for all items. Outputs keep the order of the inputs. */
export async function runOperations(
	context: IExecuteFunctions,
	operations: OperationSet,
): Promise<INodeExecutionData[][]> {
	const resource = context.getNodeParameter('resource', 0) as string;
	const name = context.getNodeParameter('operation', 0) as string;
	const operation = operations.find(resource, name);
	if (!operation) {
		throw new NodeOperationError(context.getNode(), `The operation '${name}' of '${resource}' does not exist`, {
			description: 'Choose the operation again; the workflow may come from another version of the node',
		});
	}
	return [await runOperation(context, operation)];
}

async function runOperation(context: IExecuteFunctions, operation: Operation): Promise<INodeExecutionData[]> {
	const { itemsAtOnce, client } = requestOptionsField.read(new Panel(context, 0));
	const feishu = new FeishuClient(context, client);
	const { run, orderBy, prepare, batch, runAll, scopes } = operation;
	const shared = {
		atOnce: itemsAtOnce,
		errorContext: async () => ({ scopes, consoleUrl: await consoleUrlOf(feishu) }),
	};
	const contextOf = (turn: ItemTurn): OperationContext => ({
		...readerOf(operation.fields, turn.panel),
		feishu,
		context,
		itemIndex: turn.panel.itemIndex,
		uuid: randomUUID(),
		errorContext: turn.errorContext,
	});
	if (run)
		return await runItems(context, {
			...shared,
			once: operation.once,
			orderBy: (panel) => orderBy?.call(operation, readerOf(operation.fields, panel)),
			serve: async (turn) => await run.call(operation, contextOf(turn)),
		});
	if (!prepare || !batch || !runAll) throw new Error(`The operation '${operation.value}' does nothing`);
	return await runBatches(context, {
		...shared,
		...batch,
		prepare: async (turn) => await prepare.call(operation, contextOf(turn)),
		serveAll: async (prepared, errorContext) =>
			await runAll.call(operation, prepared, { feishu, context, uuid: randomUUID(), errorContext }),
	});
}

async function consoleUrlOf(feishu: FeishuClient): Promise<ErrorContext['consoleUrl']> {
	try {
		return await feishu.consoleUrl();
	} catch {
		return undefined;
	}
}
