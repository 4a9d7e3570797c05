import type { IBinaryData, IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import type { ErrorContext } from '../../../nodes/shared/client/errors';
import type { Operation } from '../../../nodes/shared/operation/operation';
import { Panel } from '../../../nodes/shared/operation/panel';
import { readerOf } from '../../../nodes/shared/operation/field';
import { recordingClient } from './calls';
import { execution } from './execution';

type Answers = Parameters<typeof recordingClient>[0];

/** Runs an operation for one item, with what the platform answers. @param data the item's file */
export async function runOperation(
	operation: Operation,
	parameters: object,
	answers: Answers = {},
	data: IBinaryData = { data: 'YWJj', mimeType: 'image/png', fileName: 'a.png' },
) {
	const hints: NodeExecutionHint[] = [];
	const context = Object.assign(execution({ parameters, items: [{ json: {}, binary: { data } }] }), {
		addExecutionHints: (...more: NodeExecutionHint[]) => hints.push(...more),
	}) as unknown as IExecuteFunctions;
	const { feishu, calls } = recordingClient(answers);
	const errorContext: ErrorContext = {};
	const readers = readerOf(operation.fields, new Panel(context, 0));
	if (!operation.run) throw new Error('Operations that work on many items at once are run by the engine');
	const output = operation.run({
		...readers,
		errorContext,
		feishu,
		context,
		itemIndex: 0,
		uuid: 'uuid-1',
	});
	return {
		output: await output.catch((error: unknown) => ({ error })),
		calls,
		hints,
		errorContext,
		key: () => operation.orderBy?.(readers),
	};
}
