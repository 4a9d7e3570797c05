import { createHash } from 'node:crypto';

import type { INodeExecutionData, IRun, ITriggerFunctions } from 'n8n-workflow';

import { dedupKey } from '../../../../feishu/events/dedup';
import type { EventEnvelope } from '../../../../feishu/events/eventEnvelope';
import type { MemoryScope } from '../events/memory';
import type { Listener } from './listener';

/** What the workflow answers, through Callback → Respond. */
export type Response = Parameters<ITriggerFunctions['emit']>[1];

export interface ExecutionOptions {
	scope: MemoryScope;
	/** n8n is to start an execution for the same event once. */
	deduplicate: boolean;
	/** It is told of each execution, for the end of n8n. */
	listener: Pick<Listener, 'started'>;
}

/** Starts executions of the workflow. */
export class Executions {
	/** In a test run n8n takes events only once `trigger` has returned. */
	private early: Array<() => void> | undefined;

	constructor(
		private readonly context: ITriggerFunctions,
		private readonly options: ExecutionOptions,
	) {
		if (options.scope.manual) this.early = [];
	}

	/** n8n takes events from now on. */
	begin(): void {
		const waiting = this.early ?? [];
		this.early = undefined;
		for (const start of waiting) start();
	}

	/** One execution for the event, whatever the number of its items. */
	start(envelope: EventEnvelope, items: INodeExecutionData[], response?: Response): void {
		const start = () => this.emit(envelope, items, response);
		if (this.early) this.early.push(start);
		else start();
	}

	private emit(envelope: EventEnvelope, items: INodeExecutionData[], response?: Response): void {
		const { scope, deduplicate, listener } = this.options;
		if (scope.manual) return this.context.emit([items], response);
		const done = this.context.helpers.createDeferredPromise<IRun>();
		listener.started(done.promise);
		const key = deduplicate ? executionKey(scope, envelope) : undefined;
		// n8n's new engine starts nothing for a trigger that wants to know of the end.
		const isNewEngine = this.context.getWorkflowSettings().engineType === 'v2';
		this.context.emit([items], response, isNewEngine ? undefined : done, key);
	}
}

/**
 * By this key n8n itself refuses to start the same execution again, as long as it keeps the first one: the memory of
 * seen events beyond a restart.
 */
function executionKey({ workflowId, nodeId }: MemoryScope, envelope: EventEnvelope): string {
	const hash = createHash('sha256').update(`${workflowId} ${nodeId} ${dedupKey(envelope)}`, 'utf8');
	return `feishu-${hash.digest('base64url')}`;
}
