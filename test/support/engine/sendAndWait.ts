/** A chat with an app whose clicks reach a trigger, and executions that wait. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import type { IDataObject, IHttpRequestOptions, INodeParameters } from 'n8n-workflow';

import { readApp } from '../../../feishu/api/app';
import { readPost } from '../../../feishu/events/readPost';
import type { HttpPost } from '../../../feishu/longConnection';
import { answerDecision, type DecisionCall } from '../../../nodes/shared/im/sendAndWait/clickedDecision';
import type { CardAction, ClickOutcome } from '../../../simulator';
import { keepBinaries, list, only, type Platform } from '.';
import { NODE, WaitingExecutions } from './waiting';
import { witness } from './witness';

type Json = Record<string, unknown>;

export const post: HttpPost = async (url, body, headers) => {
	const response = await fetch(url, { method: 'POST', body, headers });
	return { status: response.status, body: await response.text() };
};

/** A failure of the network as n8n's HTTP client has it. */
export const broken = (code: string) => Object.assign(new Error(code), { code });

/** What a trigger brings along, with what it logs, and how long it lets n8n take for an answer. */
export class Surroundings {
	readonly warnings: string[] = [];

	readonly timeouts: Array<number | undefined> = [];

	readonly logger = {
		warn: (words: string, details: object = {}) => {
			witness(words, details);
			this.warnings.push(`${words} ${JSON.stringify(details)}`);
		},
	};

	readonly helpers: DecisionCall['context']['helpers'];

	constructor(send: HttpPost = post) {
		const httpRequest = async ({ url, body, headers, timeout }: IHttpRequestOptions) => {
			this.timeouts.push(timeout);
			const { status, body: text } = await send(url, String(body), headers as Record<string, string>);
			return { statusCode: status, headers: {}, body: text };
		};
		this.helpers = { httpRequest };
	}
}

/** Decides about clicks as the triggers do. */
export class Decider {
	/** What the last click was answered. */
	answers: unknown[] = [];

	answer = answerDecision;

	answerWithinMs: number | undefined;

	context = new Surroundings();

	private readonly server = createServer((request, response) => {
		void buffer(request).then(async (raw) => {
			const { simulator } = this.platform;
			const secrets = { encryptKey: simulator.encryptKey, verificationToken: simulator.verificationToken };
			const posted = readPost(raw, request.headers, secrets, Date.now());
			if (posted.kind !== 'event') throw new Error('The simulator pushes events');
			const { credential } = this.platform;
			const answer = await this.answer({
				app: readApp(credential.helper.stored(credential.id)),
				envelope: posted.envelope,
				context: this.context,
				now: Date.now(),
				answerWithinMs: this.answerWithinMs,
			});
			this.answers.push(answer);
			response.end(JSON.stringify(answer ?? {}));
		});
	});

	constructor(private readonly platform: Platform) {}

	async start(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		for (const app of this.platform.store.apps.values())
			app.event_url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}

export function useWaiting(platform: Platform): { waiting: WaitingExecutions; decider: Decider } {
	const waiting = new WaitingExecutions();
	const decider = new Decider(platform);
	beforeAll(async () => {
		await keepBinaries('memory');
		await waiting.start();
		await decider.start();
	});
	beforeEach(() => {
		decider.answers = [];
		decider.answer = answerDecision;
		decider.answerWithinMs = undefined;
		decider.context = new Surroundings();
		waiting.latencyMs = 0;
		waiting.meet(1);
	});
	afterAll(async () => {
		await decider.stop();
		await waiting.stop();
	});
	return { waiting, decider };
}

export interface Asked {
	/** Of the execution. */
	id: string;
	messageId: string;
}

export const DOUBLE: INodeParameters = {
	approvalOptions: { values: { approvalType: 'double', approveLabel: 'Yes', disapproveLabel: 'No' } },
};

export function question(platform: Platform, changes: INodeParameters = {}): INodeParameters {
	return {
		resource: 'message',
		operation: 'sendAndWait',
		chat: list(platform.chat.chat_id),
		subject: 'Holidays',
		message: '**Anna** wants 3 days off',
		...changes,
	};
}

/** Asks, and waits. */
export async function ask(
	platform: Platform,
	waiting: WaitingExecutions,
	changes: INodeParameters = {},
): Promise<Asked> {
	const { id, run } = await waiting.begin(question(platform, changes), platform.credential);
	const [task] = run.data.resultData.runData[NODE] ?? [];
	if (task?.error) throw new Error('Asking failed', { cause: task.error });
	return { id, messageId: String(only(task?.data?.main?.[0] ?? []).json.message_id) };
}

/** All elements of a card with this tag, wherever they stand. */
function elements(value: unknown, tag: string): Json[] {
	if (typeof value !== 'object' || value === null) return [];
	const own = (value as Json).tag === tag ? [value as Json] : [];
	return [...own, ...Object.values(value).flatMap((inner) => elements(inner, tag))];
}

export function buttonsOf(platform: Platform, messageId: string): Json[] {
	return elements(platform.message(messageId).card, 'button');
}

interface Behavior {
	type: string;
	value?: Json;
	default_url?: string;
}

export const behaviorOf = (button: Json | undefined): Behavior => only((button?.behaviors ?? []) as Behavior[]);

export function buttonNamed(platform: Platform, messageId: string, label: string): Json {
	const found = buttonsOf(platform, messageId).find(({ text }) => (text as Json).content === label);
	if (!found) throw new Error(`The card has no button ${label}`);
	return found;
}

/** Somebody clicks a button of the card, with what stands in its form. */
export async function click(
	platform: Platform,
	messageId: string,
	label: string,
	{ who = platform.chat.members[0] ?? '', form }: { who?: string; form?: Json } = {},
): Promise<ClickOutcome> {
	const { value } = behaviorOf(buttonNamed(platform, messageId, label));
	return await clickWith(platform, messageId, value, { who, form });
}

export async function clickWith(
	platform: Platform,
	messageId: string,
	value: unknown,
	{ who = platform.chat.members[0] ?? '', form }: { who?: string; form?: Json } = {},
): Promise<ClickOutcome> {
	const action: CardAction = { tag: 'button', value, ...(form && { form_value: form }) };
	return await platform.simulator.clickCard({ message_id: messageId, open_id: who, action });
}

/** A click as a trigger gets it, also from a client that still shows buttons that are gone. */
export function callOf(platform: Platform, messageId: string, value: unknown, send?: HttpPost) {
	const { credential } = platform;
	return {
		app: readApp(credential.helper.stored(credential.id)),
		envelope: {
			schema: '2.0' as const,
			event_type: 'card.action.trigger',
			event_id: `again-${messageId}`,
			create_time: null,
			app_id: platform.simulator.appId,
			tenant_key: '',
			event: {
				operator: { open_id: platform.chat.members[0] ?? '' },
				action: { tag: 'button', value },
				context: { open_message_id: messageId },
			} as Record<string, unknown>,
		},
		context: new Surroundings(send),
		now: Date.now(),
	};
}

export const cardText = (platform: Platform, messageId: string) => JSON.stringify(platform.message(messageId).card);

export const data = (waiting: WaitingExecutions, id: string) => only(waiting.output(id)).json.data as IDataObject;
