import type { Page } from 'playwright-core';

import { itemsOf, type Execution, type N8nApi, type WorkflowFile } from '../../demo/api';
import { shootMessage } from '../lib/shootMessage';
import { FURTHER, GALLERY, wholeGallery } from './kinds';
import { fileOf, took, type Studio } from './picture';

/** A narrow chat page, drawn twice as fine: the pictures stand in the text at half their size. */
const WINDOW = { viewport: { width: 1080, height: 900 }, deviceScaleFactor: 2 };

interface SentMessage {
	message_id: string;
	chat_id: string;
}

async function chatWindow({ page }: Studio): Promise<Page> {
	const browser = page.context().browser();
	if (!browser) throw new Error('The browser is gone');
	return await browser.newPage(WINDOW);
}

async function shoot({ platform }: Studio, window: Page, { chat_id, message_id }: SentMessage, name: string) {
	took(name, await shootMessage(window, platform.origin, chat_id, message_id, fileOf(name)));
}

async function runToEnd(api: N8nApi, workflow: WorkflowFile): Promise<Execution> {
	const execution = await api.run(await api.createWorkflow(workflow));
	if (execution.status !== 'success')
		throw new Error(`"${workflow.name}": ${execution.error?.message} (${execution.error?.description})`);
	return execution;
}

function sentBy(execution: Execution, step: string): SentMessage {
	const [item] = itemsOf(execution, step);
	if (!item) throw new Error(`"${step}" sent nothing`);
	return { message_id: String(item.message_id), chat_id: String(item.chat_id) };
}

/** One message of each kind, as the chat page draws it, and what a custom bot sends. */
export async function messages(studio: Studio): Promise<void> {
	const { api, workflows } = studio;
	const { name, nodes, connections, settings } = workflows['message-gallery'];
	const execution = await runToEnd(api, wholeGallery({ name, nodes, connections, settings }));
	const window = await chatWindow(studio);
	for (const [step, kind] of Object.entries(GALLERY))
		await shoot(studio, window, sentBy(execution, step), `message-${kind}`);
	for (const kind of Object.keys(FURTHER)) await shoot(studio, window, sentBy(execution, kind), `message-${kind}`);
	await api.run(workflows['custom-bot']);
	await shoot(studio, window, await newestMessage(studio), 'message-custom-bot');
	await window.close();
}

interface StateMessage extends SentMessage {
	content: { config?: { streaming_mode?: boolean } };
}

async function stateMessages({ platform }: Studio): Promise<StateMessage[]> {
	return ((await (await fetch(`${platform.origin}/_sim/state`)).json()) as { messages: StateMessage[] }).messages;
}

async function newestMessage(studio: Studio): Promise<SentMessage> {
	const newest = (await stateMessages(studio)).at(-1);
	if (!newest) throw new Error('There are no messages');
	return newest;
}

const ANSWER = [
	'A **streaming card** shows an answer while it is being written.',
	'',
	'- The card is there at once and says Thinking…',
	'- Each update brings the whole text so far; what is new is typed on',
	'- In the end the card is a card like any other, with tables and code',
	'',
	'| | Message | Streaming card |',
	'| --- | --- | --- |',
	'| First words | after the answer | at once |',
	'| Can be quoted | yes | yes |',
].join('\n');

/** A text that grows in a card: half of it, and the end. */
export async function streaming(studio: Studio): Promise<void> {
	const { api, workflows } = studio;
	const example = workflows['ai-reply-streamed'];
	const wanted = ['When clicking Execute workflow', 'A Question', 'Chats of the Bot'];
	const nodes = example.nodes.filter(({ name }) => wanted.includes(name));
	const stream = example.nodes.find(({ name }) => name === 'Stream the Answer');
	if (!stream) throw new Error('The example streams no answer');
	// The answer is at hand here: no model is asked.
	const parameters = {
		resource: 'streamingCard',
		operation: 'streamText',
		sendTo: 'chat',
		chat: { __rl: true, mode: 'id', value: '={{ $json.chat_id }}' },
		streamedText: ANSWER,
		cardTitle: 'What is a streaming card?',
		cardColor: 'blue',
		typingSpeed: 'normal',
		fallback: 'message',
		streamOptions: { note: 'Written by AI; it may be wrong' },
	};
	const connections = Object.fromEntries(
		Object.entries(example.connections).filter(([name]) => wanted.slice(0, -1).includes(name)),
	);
	connections['Chats of the Bot'] = { main: [[{ node: stream.name, type: 'main', index: 0 }]] };
	const workflow = { name: 'Streamed for the picture', nodes: [...nodes, { ...stream, parameters }], connections };
	const window = await chatWindow(studio);
	const ended = runToEnd(api, workflow);
	const early = ended.then(() => Promise.reject(new Error('The text was whole before it was seen growing')));
	const card = await Promise.race([growing(studio, 'In the end'), early]);
	early.catch(() => undefined);
	await shoot(studio, window, card, 'message-streaming');
	await ended;
	await shoot(studio, window, card, 'message-streamed');
	await window.close();
}

/** The card that streams, once it shows these words. */
async function growing(studio: Studio, words: string): Promise<SentMessage> {
	const deadline = Date.now() + 60_000;
	for (;;) {
		const messages = await stateMessages(studio);
		const card = messages.find(
			({ content }) => content.config?.streaming_mode && JSON.stringify(content).includes(words),
		);
		if (card) return card;
		if (Date.now() > deadline) throw new Error('No card has grown');
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}
