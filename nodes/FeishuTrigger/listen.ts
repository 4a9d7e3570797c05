import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { memoryScope, nodeKey } from '../shared/triggers/events/memory';
import { assertEventSettings } from '../shared/triggers/events/assertEventSettings';
import { readEventSettings, readSubscriptionSettings } from '../shared/triggers/events/eventSettings';
import { Executions } from '../shared/triggers/longConnection/executions';
import { holdPlace } from '../shared/triggers/longConnection/holdPlace';
import { Listener } from '../shared/triggers/longConnection/listener';
import { Acknowledger } from './acknowledge';
import { knowBot } from './knowBot';

/** Listens for events until n8n closes the trigger. @throws NodeOperationError in words that say what to mend */
export async function listen(this: ITriggerFunctions): Promise<ITriggerResponse> {
	assertEventSettings(this);
	const scope = memoryScope(this);
	const settings = readEventSettings(this);
	const subscriptions = readSubscriptionSettings(this);
	const listener: Listener = new Listener(this, nodeKey(this), (event, appId) =>
		acknowledger.acknowledge(event, appId),
	);
	const executions = new Executions(this, { scope, deduplicate: settings.deduplicate, listener });
	const acknowledger = new Acknowledger(this, { settings, scope, listener, executions });
	await knowBot(this, settings, listener.closed);
	return await holdPlace(this, { scope, listener, executions, subscriptions });
}
