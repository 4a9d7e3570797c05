import type { ITriggerFunctions } from 'n8n-workflow';

import { isCancelled } from '../../feishu/api/network';
import { wait } from '../../feishu/api/wait';
import type { EventSettings } from '../shared/triggers/events/eventSettings';
import { BOT_RETRY_MS, needsBot, withBot } from '../shared/triggers/events/lookUp';

/**
 * Looks up the app's bot where the filters need it, and puts it into the settings. What can't be had now
 * is asked for again, until the trigger is closed.
 */
export async function knowBot(context: ITriggerFunctions, settings: EventSettings, closed: AbortSignal): Promise<void> {
	settings.filters = await withBot(context, settings.filters);
	if (needsBot(settings.filters) && settings.filters.botOpenId === undefined) void later(context, settings, closed);
}

async function later(context: ITriggerFunctions, settings: EventSettings, closed: AbortSignal): Promise<void> {
	try {
		await wait(BOT_RETRY_MS, closed);
		await knowBot(context, settings, closed);
	} catch (error) {
		if (!isCancelled(error)) context.logger.warn(`The bot of the app could not be looked up: ${String(error)}`);
	}
}
