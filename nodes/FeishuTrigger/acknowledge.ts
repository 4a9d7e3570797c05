import type { IExecuteResponsePromiseData, ITriggerFunctions } from 'n8n-workflow';

import { CARD_ACTION } from '../../feishu/events/callback';
import { isOfOtherApp } from '../../feishu/events/readPost';
import { REFUSALS, type RefusalReason } from '../../feishu/events/eventRefusals';
import { subjectOf } from '../../feishu/events/subject';
import type { CallbackAnswer, ConnectionEvent } from '../../feishu/longConnection';
import { appOf } from '../shared/client/appOf';
import { answerDecision } from '../shared/im/sendAndWait/clickedDecision';
import { admit, type Admitted, type Arrival } from '../shared/triggers/admit';
import { tellWaiting } from '../shared/triggers/tellWaiting';
import { answerOfWorkflow, byDefault, type CallbackPlan } from '../shared/triggers/events/callbacks';
import type { EventSettings } from '../shared/triggers/events/eventSettings';
import { isFirstDelivery, type MemoryScope } from '../shared/triggers/events/memory';
import type { Executions } from '../shared/triggers/longConnection/executions';
import type { Answering, Listener } from '../shared/triggers/longConnection/listener';
import { Queues } from '../shared/triggers/longConnection/queues';

export interface AcknowledgeOptions {
	/** Those of the moment: what filters need may be looked up later. */
	settings: EventSettings;
	scope: MemoryScope;
	/** It is told of work that should be done before n8n stops. */
	listener: Pick<Listener, 'track'>;
	executions: Executions;
}

/** What the trigger says to each event of the connection; what is admitted starts the workflow. */
export class Acknowledger {
	private readonly queues = new Queues();

	constructor(
		private readonly context: ITriggerFunctions,
		private readonly options: AcknowledgeOptions,
	) {}

	/**
	 * Events are acknowledged by returning, in the same turn in which they come.
	 * @returns what a callback is answered, if this trigger has something to say to it
	 */
	acknowledge({ envelope, raw }: ConnectionEvent, appId: string): Answering {
		if (!envelope) return this.refuse('malformed');
		if (isOfOtherApp(envelope, appId)) return this.refuse('other_app');
		const arrival: Arrival = { envelope, raw, at: Date.now() };
		tellWaiting(this.context, envelope, arrival.at);
		if (envelope.event_type !== CARD_ACTION) return this.run(arrival, appId);
		return this.decide(arrival).then(async (answer) => answer ?? (await this.run(arrival, appId)));
	}

	private refuse(reason: RefusalReason): undefined {
		const node = this.context.getNode().name;
		this.context.logger.warn(`Feishu Trigger refused an event: ${REFUSALS[reason]}`, { node });
	}

	/** A click that belongs to a workflow which waits for it starts no other. */
	private async decide({ envelope, at }: Arrival): Promise<CallbackAnswer | undefined> {
		const body = await answerDecision({ app: await appOf(this.context), envelope, context: this.context, now: at });
		return body && { body };
	}

	private run(arrival: Arrival, appId: string): Answering {
		const { settings, scope } = this.options;
		const isNew = () => isFirstDelivery(scope, arrival.envelope, arrival.at);
		const admitted = admit(arrival, { settings, appId, isNew });
		if (admitted?.plan) return this.answer(admitted, admitted.plan);
		if (admitted) this.startInTurn(admitted);
		return undefined;
	}

	private answer({ envelope, item }: Admitted, plan: CallbackPlan): Answering {
		const { executions } = this.options;
		if (plan.by === 'trigger') {
			executions.start(envelope, [item]);
			return byDefault(plan.answer);
		}
		const response = this.context.helpers.createDeferredPromise<IExecuteResponsePromiseData>();
		executions.start(envelope, [item], response);
		return answerOfWorkflow(plan, response.promise);
	}

	/** Events of one chat, and those of one approval, start the workflow as they came, also where fetching takes its time. */
	private startInTurn({ envelope, item, bring }: Admitted): void {
		const { executions, listener } = this.options;
		const { chat_id, instance_code } = subjectOf(envelope);
		const key = chat_id || instance_code;
		if (!bring && !this.queues.isBusy(key)) return executions.start(envelope, [item]);
		listener.track(async (hurry) => {
			await this.queues.add(key, async () => {
				executions.start(envelope, [bring ? await bring(this.context, item, envelope, hurry) : item]);
			});
		});
	}
}
