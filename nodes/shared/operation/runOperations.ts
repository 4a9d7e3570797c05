import { randomUUID } from 'node:crypto';

import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import type { FeishuClient } from '../client/client';
import { inPanel, toNodeError, type ErrorContext } from '../client/errors';
import { assertMayAct } from '../client/mayAct';
import { requestOptionsField } from '../fields/requestOptions';
import { Clients } from './clients';
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
	const clients = new Clients(context, client);
	const { run, orderBy, prepare, batch, runAll, scopes } = operation;
	await assertMayRun(context, operation, clients.ofItem(0));
	const shared = {
		atOnce: itemsAtOnce,
		errorContext: async () => ({
			scopes,
			caller: clients.authentication,
			consoleUrl: await consoleUrlOf(clients.ofItem(0)),
		}),
	};
	const contextOf = (turn: ItemTurn): OperationContext => ({
		...readerOf(operation.fields, turn.panel),
		feishu: clients.ofItem(turn.panel.itemIndex),
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
	return await runBatches<OfTenant>(context, {
		...shared,
		most: batch.most,
		// What goes to one tenant can't go to another in the same request.
		by: ({ tenant, value }) => `${tenant} ${batch.by(value)}`,
		prepare: async (turn) => ({
			tenant: clients.tenantOf(turn.panel.itemIndex),
			value: await prepare.call(operation, contextOf(turn)),
		}),
		serveAll: async (prepared, errorContext) =>
			await runAll.call(
				operation,
				prepared.map(({ value }) => value),
				{ feishu: clients.for(prepared[0]?.tenant ?? ''), context, uuid: randomUUID(), errorContext },
			),
	});
}

/** What was prepared for an item, and in whose name it goes. */
interface OfTenant {
	tenant: string;
	value: unknown;
}

/** @throws the node's error when the operation does not take the identity that the node has */
async function assertMayRun(context: IExecuteFunctions, operation: Operation, feishu: FeishuClient): Promise<void> {
	const { identity, action } = operation;
	if (identity !== 'app' && identity !== 'user') return;
	try {
		assertMayAct(identity, await feishu.tokenKinds(), `'${action}'`);
	} catch (error) {
		throw inPanel(toNodeError(context.getNode(), error));
	}
}

async function consoleUrlOf(feishu: FeishuClient): Promise<ErrorContext['consoleUrl']> {
	try {
		return await feishu.consoleUrl();
	} catch {
		return undefined;
	}
}
