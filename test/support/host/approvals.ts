/** Questions in the chat and clicks on their cards, in whichever n8n is under test. */
import type { IDataObject, INode } from 'n8n-workflow';

import type { SavedWorkflow } from '../../../demo/api';
import { fetchAnew } from '../../../demo/fetchAnew';
import { byId, feishuStep, type HostContext } from './context';
import { eventually } from './eventually';

type Json = Record<string, unknown>;

export interface Outcome {
	toast?: { type: string; content: string };
	updated: boolean;
	error?: { code: number; msg: string };
}

const link = (from: string, to: string) => ({ [from]: { main: [[{ node: to, type: 'main' as const, index: 0 }]] } });

/** A workflow that a post to `/webhook/<path>` starts, and that asks; it goes on with what it is answered. */
export async function askingWorkflow(
	context: HostContext,
	path: string,
	parameters: INode['parameters'],
): Promise<SavedWorkflow> {
	const chat = await context.feishu.chat(true);
	const ask = feishuStep(context, 'Ask', {
		resource: 'message',
		operation: 'sendAndWait',
		sendTo: 'chat',
		chat: byId(chat.chat_id),
		subject: 'Holiday request',
		message: '={{ $json.body.words }}',
		approvalOptions: { values: { approvalType: 'double' } },
		...parameters,
	} as INode['parameters']);
	const place = { typeVersion: 1, position: [0, 0] as [number, number] };
	const workflow = await context.api.createWorkflow({
		name: `Asks: ${path}`,
		nodes: [
			{
				...place,
				id: `${path}-start`,
				name: 'Start',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: path,
				parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
			},
			{ ...place, id: `${path}-ask`, ...ask },
			{ ...place, id: `${path}-after`, name: 'After', type: 'n8n-nodes-base.noOp', parameters: {} },
		],
		connections: { ...link('Start', 'Ask'), ...link('Ask', 'After') },
		settings: { executionOrder: 'v1' },
	});
	await context.api.activate(workflow);
	return workflow;
}

/** A workflow whose trigger gets the clicks. @param type feishuTrigger or feishuWebhookTrigger */
export async function listeningWorkflow(context: HostContext, type: string): Promise<SavedWorkflow> {
	const id = `listener-${type.toLowerCase()}`;
	const workflow = await context.api.createWorkflow({
		name: `Listens: ${type}`,
		nodes: [
			{
				id,
				name: 'Clicks',
				type: `n8n-nodes-feishu-openapi.${type}`,
				typeVersion: 1,
				position: [0, 0],
				parameters: { events: ['im.message.reaction.created_v1'] },
				credentials: { feishuApi: context.credential },
				...(type === 'feishuWebhookTrigger' && { webhookId: id }),
			},
		],
		connections: {},
		settings: { executionOrder: 'v1' },
	});
	await context.api.activate(workflow);
	return workflow;
}

export interface Question {
	executionId: string;
	messageId: string;
}

/** Starts the workflow, and waits until its card is there and the execution waits. */
export async function ask(context: HostContext, workflow: SavedWorkflow, words: string): Promise<Question> {
	const path = String(workflow.nodes[0]?.parameters.path);
	await fetchAnew(`${context.editor}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ words }),
	});
	const message = await eventually(`the question "${words}"`, async () =>
		(await context.feishu.state()).messages.find(({ content }) => JSON.stringify(content).includes(words)),
	);
	const executionId = await eventually(
		'the execution to wait',
		async () => (await context.api.executions(workflow.id)).find(({ status }) => status === 'waiting')?.id,
	);
	return { executionId, messageId: message.message_id };
}

function elements(value: unknown, tag: string): Json[] {
	if (typeof value !== 'object' || value === null) return [];
	const own = (value as Json).tag === tag ? [value as Json] : [];
	return [...own, ...Object.values(value).flatMap((inner) => elements(inner, tag))];
}

interface Behavior {
	value?: Json;
	default_url?: string;
}

/** The buttons of a card by their words. */
export async function buttons(context: HostContext, messageId: string): Promise<Record<string, Behavior>> {
	const { content } = await context.feishu.message(messageId);
	return Object.fromEntries(
		elements(content, 'button').map(({ text, behaviors }) => [
			String((text as Json).content),
			(behaviors as Behavior[])[0] ?? {},
		]),
	);
}

/** Somebody clicks. */
export async function click(
	context: HostContext,
	messageId: string,
	value: Json | undefined,
	{ who, form }: { who: string; form?: Json },
): Promise<Outcome> {
	const action = { tag: 'button', value, ...(form && { form_value: form }) };
	return await context.feishu.request('POST', `/messages/${messageId}/card-actions`, { open_id: who, action });
}

/**
 * Clicks until the refusal comes in time: on a slow machine n8n's answer comes after the platform's 3 s, and people are
 * told that theirs is on its way.
 */
export async function clickRefused(...[context, messageId, value, by]: Parameters<typeof click>): Promise<Outcome> {
	return await eventually('the refusal of a click', async () => {
		const outcome = await click(context, messageId, value, by);
		return !['info', 'late'].includes(shown(outcome) ?? '') && outcome;
	});
}

const LATE = 200341;

/** The kind of toast that somebody saw, or `late` where a busy n8n did not answer before the platform gave up. */
export const shown = ({ toast, error }: Outcome): string | undefined => (error?.code === LATE ? 'late' : toast?.type);

/** Waits until the card shows who decided, in the answer to the click or after it. */
export async function buttonsGone(context: HostContext, messageId: string): Promise<void> {
	await eventually('the end of the buttons', async () => Object.keys(await buttons(context, messageId)).length === 0);
}

/** What the node after the question got. */
export function answer(items: readonly IDataObject[]): IDataObject {
	const [item] = items;
	if (!item) throw new Error('Nothing came');
	return item;
}
