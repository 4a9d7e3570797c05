import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { isCancelled } from '../../feishu/api/network';
import { wait } from '../../feishu/api/wait';
import { Panel } from '../shared/operation/panel';
import { toNodeError } from '../shared/client/errors';
import { memoryScope, nodeKey } from '../shared/triggers/events/memory';
import { Executions } from '../shared/triggers/longConnection/executions';
import { holdPlace } from '../shared/triggers/longConnection/holdPlace';
import { activationOf, Listener } from '../shared/triggers/longConnection/listener';
import { TableAcknowledger } from './acknowledgeTable';
import { TableWatch } from './tableWatch';
import { watchSettings, type WatchSettings } from './watchSettings';

/** Milliseconds after which a table that could not be found is looked for again. */
const RETRY_MS = 10_000;

/** Listens for what happens in a table until n8n closes the trigger. @throws NodeError in words that say what to mend */
export async function listenToTable(this: ITriggerFunctions): Promise<ITriggerResponse> {
	const settings = read(this);
	const scope = memoryScope(this);
	const watch = new TableWatch(this, settings);
	const listener: Listener = new Listener(this, nodeKey(this), (event, appId) =>
		acknowledger.acknowledge(event, appId),
	);
	const executions = new Executions(this, { scope, deduplicate: true, listener });
	const acknowledger = new TableAcknowledger(this, { watch, scope, listener, executions });
	await findTable(this, watch, listener.closed);
	const file = watch.path?.app_token;
	const resources = file === undefined ? [] : [{ type: 'file', file, fileType: 'bitable' }];
	const subscriptions = { resources, removes: settings.removeSubscriptions };
	return await holdPlace(this, { scope, listener, executions, subscriptions });
}

function read(context: ITriggerFunctions): WatchSettings {
	try {
		return watchSettings.read(new Panel(context, 0));
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

/** What a person starts must be right; what n8n starts again was, and is looked for until it can be had. */
async function findTable(context: ITriggerFunctions, watch: TableWatch, closed: AbortSignal): Promise<void> {
	const failure = await watch.find().then(
		() => undefined,
		(error: unknown) => error,
	);
	if (failure === undefined) return;
	if (activationOf(context) === 'new') throw failure;
	context.logger.warn(`The table could not be found yet: ${String(failure)}`, { node: context.getNode().name });
	// Where the table is stands in its address mostly; the rest is asked for with the first event.
	if (!watch.path) void later(context, watch, closed);
}

async function later(context: ITriggerFunctions, watch: TableWatch, closed: AbortSignal): Promise<void> {
	try {
		await wait(RETRY_MS, closed);
		await findTable(context, watch, closed);
	} catch (error) {
		if (!isCancelled(error)) context.logger.warn(`The table could not be found: ${String(error)}`);
	}
}
