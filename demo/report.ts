import type { IDataObject } from 'n8n-workflow';

import { itemsOf, type Execution, type SavedWorkflow } from './api';

type Names = (chatId: unknown) => string;

/** What to say of a step, by `resource.operation`. */
const SUMMARIES: Record<string, (items: IDataObject[], chatName: Names) => string> = {
	'media.uploadImage': ([first]) => String(first?.image_key),
	'chat.getAll': (items) =>
		`${items.length} chat${items.length === 1 ? '' : 's'}: ${items.map((item) => String(item.name)).join(', ')}`,
	'member.getAll': (items) => items.map((item) => String(item.name)).join(', '),
	'user.get': ([first]) => String(first?.name),
	'message.send': ([first], chatName) => `${String(first?.message_id)} → ${chatName(first?.chat_id)}`,
	'message.recall': ([first]) => `${String(first?.message_id)} recalled`,
};

const isOurs = ({ type }: SavedWorkflow['nodes'][number]) => /\.feishu\w*$/.test(type);

/** One line for each Feishu node of a run, in the order of the workflow; steps that did not run are left out. */
export function reportRun(workflow: SavedWorkflow, execution: Execution): string[] {
	const steps = workflow.nodes.filter((node) => isOurs(node) && execution.runData[node.name]);
	const width = Math.max(0, ...steps.map((node) => node.name.length));
	const chats = itemsOf(execution, 'List Chats');
	const chatName: Names = (id) => String(chats.find((chat) => chat.chat_id === id)?.name ?? id);
	return steps.map((node) => {
		const items = itemsOf(execution, node.name);
		const name = node.name.padEnd(width);
		if (items.length === 0) return `  ✗ ${name}  nothing came out`;
		const summary = SUMMARIES[`${String(node.parameters.resource)}.${String(node.parameters.operation)}`];
		return `  ✓ ${name}  ${summary?.(items, chatName) ?? `${items.length} items`}`;
	});
}

/** Why a run did not do what it should, or undefined when it did: every step must have put out an item. */
export function problemOf(workflow: SavedWorkflow, execution: Execution): string | undefined {
	if (execution.status !== 'success') {
		const { message, description, node } = execution.error ?? { message: `it ended as "${execution.status}"` };
		return [node?.name ? `"${node.name}": ${message}` : message, description ?? ''].filter(Boolean).join('\n    ');
	}
	if (itemsOf(execution, 'List Chats').length === 0) {
		return "the app's bot is in no chat yet. Add it to a group (group settings → Bots → Add) and start again.";
	}
	const silent = workflow.nodes.find((node) => isOurs(node) && itemsOf(execution, node.name).length === 0);
	return silent && `"${silent.name}" put out nothing`;
}
