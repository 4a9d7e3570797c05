import type { INodePropertyOptions } from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';

import { EVENTS } from '../../../../../../feishu/events/eventTypes';
import { EVENTS_SUBTITLE } from '../../../../../../nodes/shared/triggers/events/eventsSubtitle';
import { ANY_EVENT, eventChoiceFields } from '../../../../../../nodes/shared/triggers/events/triggerFields';

const options = () => (eventChoiceFields()[0]?.options ?? []) as INodePropertyOptions[];
const values = () => options().map(({ value }) => value);
const chosen = (type: string) => options().find(({ value }) => value === type);

it('offers any event and each of the catalog once, what people use most first', () => {
	expect(values().slice(0, 3)).toEqual([ANY_EVENT, 'im.message.receive_v1', 'card.action.trigger']);
	expect([...values()].sort()).toEqual([ANY_EVENT, ...EVENTS.map(({ type }) => type)].sort());
});

it('has the rest in the order of the names', () => {
	const names = options()
		.slice(12)
		.map(({ name }) => name);
	expect(names).toEqual([...names].sort());
});

it('lists each in the node panel as people read it, without its type', () => {
	expect(chosen('im.message.receive_v1')?.action).toBe('On message received 接收消息');
	expect(chosen('corehr.job.updated_v1')?.action).toBe('On core HR job updated 更新职务');
	const typed = options().filter(({ action = '' }) => !action.startsWith('On ') || /[a-z][._][a-z]/.test(action));
	expect(typed).toEqual([]);
	const actions = options().map(({ action }) => action);
	expect(new Set(actions).size).toBe(actions.length);
});

it('describes an event only where there is something to know', () => {
	expect(chosen('im.message.receive_v1')).not.toHaveProperty('description');
	expect(chosen('approval_instance')?.description).toBe('Needs Subscribe to Resources');
	expect(chosen('card.action.trigger')?.description).toContain('Answer Callbacks');
	expect(
		options().filter(({ description = '' }) => /version \d|^Event of|^$/.test(description) && description !== ''),
	).toEqual([]);
});

describe('the subtitle', () => {
	const subtitle = async (events: string[]) => {
		const type = { description: { properties: eventChoiceFields() } };
		const nodeTypes = { getByNameAndVersion: () => type, getByName: () => type, getKnownTypes: () => ({}) };
		const node = {
			id: '1',
			name: 'Trigger',
			type: 'trigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: { events },
		};
		const workflow = new Workflow({
			nodes: [node],
			connections: {},
			active: false,
			nodeTypes,
		} as unknown as ConstructorParameters<typeof Workflow>[0]);
		const [start] = Object.values(workflow.nodes);
		if (!start) throw new Error('The workflow has no node');
		return workflow.expression.getSimpleParameterValue(start, EVENTS_SUBTITLE, 'internal', {});
	};

	it.each([
		[['*'], 'Any Event'],
		[['im.message.receive_v1'], 'Message Received'],
		[['card.action.trigger', 'approval_task'], 'Card Action (Button, Form, Select), Approval Task Status Changed (v1)'],
		[['im.message.receive_v1', 'im.chat.updated_v1', 'p2p_chat_create'], 'Message Received, Chat Updated +1'],
		[['corehr.job.updated_v1'], 'Core HR Job Updated'],
		[[], ''],
	])('%j is %s', async (events, expected) => {
		expect(await subtitle(events)).toBe(expected);
	});

	it('shows no type of any event', async () => {
		const shown = await Promise.all(EVENTS.map(async ({ type }) => String(await subtitle([type]))));
		expect(shown.filter((words) => words === '' || /[._]|\bv\d+$/i.test(words))).toEqual([]);
	});
});

// n8n refuses to publish what lacks a required field, before the trigger is asked.
it('lets events be entered by their types alone', () => {
	const [events] = eventChoiceFields();
	const parameters = { events: [] };
	const node = {
		id: '1',
		name: 'Trigger',
		type: 'feishuTrigger',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
	};
	const issues = events && NodeHelpers.getParameterIssues(events, parameters, '', node, null);
	expect([events?.name, issues]).toEqual(['events', {}]);
});
