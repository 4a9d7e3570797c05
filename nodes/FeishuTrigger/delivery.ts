import { createHash } from 'node:crypto';

import type { IExecuteResponsePromiseData, INodeExecutionData, IRun, ITriggerFunctions } from 'n8n-workflow';

import { CARD_ACTION } from '../../feishu/events/callback';
import { dedupKey } from '../../feishu/events/dedup';
import type { EventEnvelope } from '../../feishu/events/envelope';
import { accept } from '../../feishu/events/receive';
import { subjectOf } from '../../feishu/events/subject';
import type { JsonObject } from '../../feishu/json';
import { CREDENTIAL } from '../shared/credential';
import { hasAttachments, withAttachments } from '../shared/events/attachments';
import { answerOfWorkflow, planCallback, type CallbackPlan } from '../shared/events/callbacks';
import { answerDecision } from '../shared/events/decisions';
import { isWanted } from '../shared/events/filters';
import { toItem } from '../shared/events/items';
import { withBot } from '../shared/events/lookUp';
import { isFirstDelivery, type MemoryScope } from '../shared/events/memory';
import type { EventSettings } from '../shared/events/settings';
import { httpPost } from '../shared/longConnection/connect';
import { Queues } from './queues';

/** What the workflow answers, through Callback → Respond. */
type Response = Parameters<ITriggerFunctions['emit']>[1];

export interface DeliveryOptions {
	appId: string;
	settings: EventSettings;
	scope: MemoryScope;
	/** Work that should be done before n8n stops. */
	track(task: Promise<unknown>): void;
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
	receive(body: JsonObject): Promise<JsonObject | undefined> | JsonObject | undefined {
		const received = accept(body, { appId: this.options.appId });
		if (received.kind !== 'event') return undefined;
		const { envelope, raw } = received;
		if (envelope.event_type !== CARD_ACTION) return this.run(envelope, raw);
		return this.decide(envelope).then(async (answer) => answer ?? (await this.run(envelope, raw)));
	}

	/** A click that belongs to a workflow which waits for it starts no other. */
	private async decide(envelope: EventEnvelope): Promise<JsonObject | undefined> {
		const credentials = await this.context.getCredentials(CREDENTIAL);
		return await answerDecision({ credentials, envelope, post: httpPost(this.context), now: Date.now() });
	}

	private run(envelope: EventEnvelope, raw: JsonObject): Promise<JsonObject> | JsonObject | undefined {
		const { appId, settings, scope } = this.options;
		const now = Date.now();
		if (!isWanted(envelope, settings.filters, appId, now)) return undefined;
		if (settings.deduplicate) {
			const staticData = this.context.getWorkflowStaticData('node');
			if (!isFirstDelivery(scope, envelope, staticData, now)) return undefined;
		}
		const item = toItem(envelope, raw, settings);
		const plan = planCallback(envelope, settings.callbacks);
		if (plan) return this.answer(envelope, item, plan);
		this.inOrder(envelope, item);
		return undefined;
	}

	/** Looks up what the filters need; an event does not wait for it. */
	async prepare(): Promise<void> {
		this.options.settings.filters = await withBot(this.context, this.options.settings.filters);
	}

	private answer(
		envelope: EventEnvelope,
		item: INodeExecutionData,
		plan: CallbackPlan,
	): Promise<JsonObject> | JsonObject | undefined {
		if (plan.by === 'trigger') {
			this.start(envelope, item);
			// Nothing to say: another trigger of the app may have.
			return Object.keys(plan.answer).length === 0 ? undefined : plan.answer;
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
		const task = this.queues.add(chat_id, async () => {
			this.start(envelope, needsFiles ? await withAttachments(this.context, item, envelope) : item);
		});
		this.options.track(task);
	}

	private start(envelope: EventEnvelope, item: INodeExecutionData, response?: Response): void {
		const start = () => this.emit(envelope, item, response);
		if (this.early) this.early.push(start);
		else start();
	}

	private emit(envelope: EventEnvelope, item: INodeExecutionData, response?: Response): void {
		const { scope, settings, track } = this.options;
		if (scope.manual) return this.context.emit([[item]], response);
		const done = this.context.helpers.createDeferredPromise<IRun>();
		track(done.promise);
		this.context.emit([[item]], response, done, settings.deduplicate ? executionKey(scope, envelope) : undefined);
	}
}

/**
 * By this key n8n itself refuses to start the same execution again, which covers the moment in which an event has
 * started the workflow and n8n is killed before it has written down the memory of seen events.
 */
function executionKey({ workflowId, nodeId }: MemoryScope, envelope: EventEnvelope): string {
	const hash = createHash('sha256').update(`${workflowId} ${nodeId} ${dedupKey(envelope)}`, 'utf8');
	return `feishu-${hash.digest('base64url')}`;
}
