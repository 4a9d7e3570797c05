import { createHash } from 'node:crypto';

import type { IExecuteResponsePromiseData, INodeExecutionData, IRun, ITriggerFunctions } from 'n8n-workflow';

import { CARD_ACTION } from '../../feishu/events/callback';
import { dedupKey } from '../../feishu/events/dedup';
import type { EventEnvelope } from '../../feishu/events/eventEnvelope';
import { accept } from '../../feishu/events/receiveRequest';
import { REFUSALS } from '../../feishu/events/refusals';
import { subjectOf } from '../../feishu/events/subject';
import type { JsonObject } from '../../feishu/json';
import type { CallbackAnswer } from '../../feishu/longConnection';
import { isCancelled } from '../../feishu/api/network';
import { wait } from '../../feishu/api/wait';
import { appOf } from '../shared/client/appOf';
import { hasAttachments, withAttachments } from '../shared/triggers/events/withAttachments';
import { answerOfWorkflow, byDefault, planCallback, type CallbackPlan } from '../shared/triggers/events/callbacks';
import { answerDecision } from '../shared/im/sendAndWait/clickedDecision';
import { isWanted } from '../shared/triggers/events/filters';
import { toItem } from '../shared/triggers/events/eventItem';
import { BOT_RETRY_MS, withBot } from '../shared/triggers/events/lookUp';
import { isFirstDelivery, type MemoryScope } from '../shared/triggers/events/memory';
import type { EventSettings } from '../shared/triggers/events/eventSettings';
import type { Answering, Listener } from '../shared/triggers/longConnection/listener';
import { Queues } from './queues';

/** What the workflow answers, through Callback → Respond. */
type Response = Parameters<ITriggerFunctions['emit']>[1];

export interface DeliveryOptions {
	settings: EventSettings;
	scope: MemoryScope;
	/** What happens is told to it, for the end of n8n. */
	listener: Pick<Listener, 'track' | 'started' | 'closed'>;
}

interface Arrival {
	envelope: EventEnvelope;
	raw: JsonObject;
	appId: string;
	/** Milliseconds since 1970. */
	at: number;
}

/** From what the connection brings to what starts the workflow. */
export class Delivery {
	private readonly queues = new Queues();

	/** In a test run n8n takes events only once `trigger` has returned. */
	private early: Array<() => void> | undefined;

	constructor(
		private readonly context: ITriggerFunctions,
		private readonly options: DeliveryOptions,
	) {
		if (options.scope.manual) this.early = [];
	}

	/** n8n takes events from now on. */
	begin(): void {
		const waiting = this.early ?? [];
		this.early = undefined;
		for (const start of waiting) start();
	}

	/**
	 * Starts the workflow if the event is wanted and new.
	 * @returns what a callback is answered, if this trigger has something to say to it
	 */
	receive(body: JsonObject, appId: string): Answering {
		const received = accept(body, { appId });
		if (received.kind === 'refused') {
			const node = this.context.getNode().name;
			this.context.logger.warn(`Feishu Trigger refused an event: ${REFUSALS[received.reason]}`, { node });
		}
		if (received.kind !== 'event') return undefined;
		const { envelope, raw } = received;
		const arrival: Arrival = { envelope, raw, appId, at: Date.now() };
		if (envelope.event_type !== CARD_ACTION) return this.run(arrival);
		return this.decide(arrival).then(async (answer) => answer ?? (await this.run(arrival)));
	}

	/** A click that belongs to a workflow which waits for it starts no other. */
	private async decide({ envelope, at }: Arrival): Promise<CallbackAnswer | undefined> {
		const app = await appOf(this.context);
		const body = await answerDecision({ app, envelope, context: this.context, now: at });
		return body && { body };
	}

	private run({ envelope, raw, appId, at }: Arrival): Answering {
		const { settings, scope } = this.options;
		if (!isWanted(envelope, settings.filters, appId, at)) return undefined;
		if (settings.deduplicate && !isFirstDelivery(scope, envelope, at)) return undefined;
		const item = toItem(envelope, raw, settings);
		const plan = planCallback(envelope, settings.callbacks, at);
		if (plan) return this.answer(envelope, item, plan);
		this.inOrder(envelope, item);
		return undefined;
	}

	/** Looks up what the filters need; what can't be had now is asked for again, until the trigger is closed. */
	async prepare(): Promise<void> {
		const { settings } = this.options;
		settings.filters = await withBot(this.context, settings.filters);
		if (settings.filters.mention !== '' && settings.filters.botOpenId === undefined) void this.prepareLater();
	}

	private async prepareLater(): Promise<void> {
		try {
			await wait(BOT_RETRY_MS, this.options.listener.closed);
			await this.prepare();
		} catch (error) {
			if (!isCancelled(error)) this.context.logger.warn(`The bot of the app could not be looked up: ${String(error)}`);
		}
	}

	private answer(envelope: EventEnvelope, item: INodeExecutionData, plan: CallbackPlan): Answering {
		if (plan.by === 'trigger') {
			this.start(envelope, item);
			return byDefault(plan.answer);
		}
		const response = this.context.helpers.createDeferredPromise<IExecuteResponsePromiseData>();
		this.start(envelope, item, response);
		return answerOfWorkflow(plan, response.promise);
	}

	/** Events of one chat start the workflow in the order in which they came, also where downloads take their time. */
	private inOrder(envelope: EventEnvelope, item: INodeExecutionData): void {
		const { chat_id } = subjectOf(envelope);
		const needsFiles = this.options.settings.downloadAttachments && hasAttachments(envelope);
		if (!needsFiles && !this.queues.isBusy(chat_id)) return this.start(envelope, item);
		this.options.listener.track(async (hurry) => {
			await this.queues.add(chat_id, async () => {
				this.start(envelope, needsFiles ? await withAttachments(this.context, item, envelope, hurry) : item);
			});
		});
	}

	private start(envelope: EventEnvelope, item: INodeExecutionData, response?: Response): void {
		const start = () => this.emit(envelope, item, response);
		if (this.early) this.early.push(start);
		else start();
	}

	private emit(envelope: EventEnvelope, item: INodeExecutionData, response?: Response): void {
		const { scope, settings, listener } = this.options;
		if (scope.manual) return this.context.emit([[item]], response);
		const done = this.context.helpers.createDeferredPromise<IRun>();
		listener.started(done.promise);
		const key = settings.deduplicate ? executionKey(scope, envelope) : undefined;
		// n8n's new engine starts nothing for a trigger that wants to know of the end.
		const isNewEngine = this.context.getWorkflowSettings().engineType === 'v2';
		this.context.emit([[item]], response, isNewEngine ? undefined : done, key);
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
