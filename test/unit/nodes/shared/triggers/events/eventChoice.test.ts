import type { INodePropertyOptions } from 'n8n-workflow';

import { EVENTS } from '../../../../../../feishu/events/eventTypes';
import { ANY_EVENT, eventChoiceFields } from '../../../../../../nodes/shared/triggers/events/triggerFields';

const values = () => ((eventChoiceFields()[0]?.options ?? []) as INodePropertyOptions[]).map(({ value }) => value);

it('offers any event and each of the catalog once, what people use most first', () => {
	expect(values().slice(0, 3)).toEqual([ANY_EVENT, 'im.message.receive_v1', 'card.action.trigger']);
	expect([...values()].sort()).toEqual([ANY_EVENT, ...EVENTS.map(({ type }) => type)].sort());
});

it('has the rest in the order of the names', () => {
	const names = ((eventChoiceFields()[0]?.options ?? []) as INodePropertyOptions[]).slice(12).map(({ name }) => name);
	expect(names).toEqual([...names].sort());
});
