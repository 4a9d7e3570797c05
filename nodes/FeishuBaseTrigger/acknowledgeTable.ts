import type { ITriggerFunctions } from 'n8n-workflow';

import { tableEvent } from '../../feishu/base/tableEvents';
import { CARD_ACTION } from '../../feishu/events/callback';
import type { EventEnvelope } from '../../feishu/events/eventEnvelope';
import { isOfOtherApp } from '../../feishu/events/readPost';
import { NotNow, type CallbackAnswer, type ConnectionEvent } from '../../feishu/longConnection';
import { appOf } from '../shared/client/appOf';
import { answerDecision } from '../shared/im/sendAndWait/clickedDecision';
import { isFirstDelivery, type MemoryScope } from '../shared/triggers/events/memory';
import type { Executions } from '../shared/triggers/longConnection/executions';
import type { Answering, Listener } from '../shared/triggers/longConnection/listener';
import { tellWaiting } from '../shared/triggers/tellWaiting';
import { Queues } from '../shared/triggers/longConnection/queues';
import type { TableWatch } from './tableWatch';

export interface TableAcknowledgerOptions {
	watch: TableWatch;
	scope: MemoryScope;
	/** It is told of work that should be done before n8n stops. */
	listener: Pick<Listener, 'track'>;
	executions: Executions;
}

/** What the trigger says to each event of the connection; those of its table start the workflow, one after the other. */
export class TableAcknowledger {
	private readonly queues = new Queues();

	constructor(
		private readonly context: ITriggerFunctions,
		private readonly options: TableAcknowledgerOptions,
	) {}

	/**
	 * Events are acknowledged by returning; the records are read after that.
	 * @throws NotNow while it is not known where the table is: the event comes again
	 */
	acknowledge({ envelope }: ConnectionEvent, appId: string): Answering {
		if (!envelope || isOfOtherApp(envelope, appId)) return undefined;
		// The connection is the app's: a click in a card comes to whoever holds it, and so does a decision.
		tellWaiting(this.context, envelope);
		if (envelope.event_type === CARD_ACTION) return this.decide(envelope);
		const event = tableEvent(envelope);
		if (!event) return undefined;
		const { watch, scope, listener, executions } = this.options;
		if (!watch.path) throw new NotNow('The table is being looked for: the event comes again');
		if (!watch.concerns(event) || !isFirstDelivery(scope, envelope, Date.now())) return undefined;
		listener.track(async (hurry) => {
			await this.queues.add(event.table_id, async () => {
				const items = await watch.items(event, hurry);
				if (items.length > 0) executions.start(envelope, items);
			});
		});
		return undefined;
	}

	/** A click that belongs to a workflow which waits for it. */
	private async decide(envelope: EventEnvelope): Promise<CallbackAnswer | undefined> {
		const app = await appOf(this.context);
		const body = await answerDecision({ app, envelope, context: this.context, now: Date.now() });
		return body && { body };
	}
}
