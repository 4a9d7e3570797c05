import { randomUUID } from 'node:crypto';

import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { FeishuClient } from '../client/client';
import { requestOptions } from '../fields/requestOptions';
import { runItems } from './runItems';
import type { Operation } from './operation';
import type { OperationSet } from './operationSet';

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
	const { itemsAtOnce, client } = requestOptions(context);
	const feishu = new FeishuClient(context, client);
	return await runItems(context, {
		fields: operation.fields,
		atOnce: itemsAtOnce,
		orderBy: (param) => operation.orderBy?.(param),
		serve: async ({ param, itemIndex, about }) => {
			about.scopes = operation.scopes;
			return await operation.run({
				param,
				feishu,
				context,
				itemIndex,
				uuid: randomUUID(),
				needs: (needed) => {
					about.scopes = needed;
				},
				note: (words) => {
					about.notes = [words];
				},
			});
		},
		about: async () => ({ consoleUrl: await consoleUrlOf(feishu) }),
	});
}

async function consoleUrlOf(feishu: FeishuClient): Promise<string | undefined> {
	try {
		return await feishu.consoleUrl();
	} catch {
		return undefined;
	}
}
