import { shootMessage } from '../lib/shootMessage';
import { fileOf, took, type Studio } from './picture';

const WINDOW = { viewport: { width: 1080, height: 900 }, deviceScaleFactor: 2 };

interface StateMessage {
	message_id: string;
	chat_id: string;
	content: { header?: unknown };
}

/** A question in the chat, before and after somebody clicked. */
export async function approval({ page, api, platform, workflows }: Studio): Promise<void> {
	const workflow = workflows.approval;
	await api.request('POST', `/rest/workflows/${workflow.id}/run`, {
		triggerToStartFrom: { name: 'When clicking Execute workflow' },
	});
	const asked = await question(platform.origin);
	const window = await page.context().browser()?.newPage(WINDOW);
	if (!window) throw new Error('The browser is gone');
	const shoot = async (name: string) =>
		took(name, await shootMessage(window, platform.origin, asked.chat_id, asked.message_id, fileOf(name)));
	await shoot('approval-before');
	const card = window.locator(`[data-test-id="message-${asked.message_id}"]`);
	await card.getByRole('button', { name: 'Approve' }).click();
	await card.getByRole('button', { name: 'Decline' }).waitFor({ state: 'detached' });
	await shoot('approval-after');
	await window.close();
}

async function question(origin: string): Promise<StateMessage> {
	for (let tries = 0; tries < 100; tries++) {
		const { messages } = (await (await fetch(`${origin}/_sim/state`)).json()) as { messages: StateMessage[] };
		const found = messages.find(({ content }) => JSON.stringify(content.header ?? '').includes('Holiday request'));
		if (found) return found;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('Nobody was asked');
}
