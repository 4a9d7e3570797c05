import type { IHookFunctions, IPollFunctions, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { App } from '../../../../feishu/api/app';
import type { EventEnvelope } from '../../../../feishu/events/eventEnvelope';
import { actorKind } from '../../../../feishu/events/subject';
import { appOf } from '../../client/appOf';
import { authenticationOf, sessionOf } from '../../client/sessions';
import { DEFAULT_CLIENT_OPTIONS, FeishuClient } from '../../client/client';
import type { EventFilters } from './filters';
import { ANY_EVENT } from './triggerFields';

/** The contexts in which triggers work. */
export type TriggerContext = IHookFunctions | IPollFunctions | ITriggerFunctions | IWebhookFunctions;

const MESSAGE = 'im.message.receive_v1';
const BOT_INFO = 'GET /open-apis/bot/v3/info';

/** The answer to the platform waits meanwhile. */
const HASTY = { ...DEFAULT_CLIENT_OPTIONS, maxAttempts: 1, longestWaitMs: 0, timeoutMs: 1_500 };

/** Milliseconds after which what could not be looked up is tried again. */
export const BOT_RETRY_MS = 60_000;

interface Known {
	openId?: string;
	/** Milliseconds since 1970. */
	at: number;
}

/** By credential, for all nodes of the process. */
const bots = new Map<string, Known>();

/**
 * Whether the filters must know the app's own bot: for mentions, and to tell its messages from those of other bots.
 * @param envelope the event in hand; without it, any that the filters let pass may come
 */
export function needsBot({ mention, ignoreOwn, types }: EventFilters, envelope?: EventEnvelope): boolean {
	if (envelope) return mention !== '' ? isMessage(envelope) : ignoreOwn && actorKind(envelope) === 'bot';
	return (mention !== '' || ignoreOwn) && types.some((type) => type === ANY_EVENT || type === MESSAGE);
}

const isMessage = ({ event_type: type }: EventEnvelope) => type === MESSAGE;

/**
 * The filters with the open_id of the app's bot, where they need it. The platform is asked once; when it can't be had,
 * any bot that is mentioned counts and each bot as the own one, a log line says so, and a later call asks again.
 * The event in hand and the app, where it was read already, may be given along.
 */
export async function withBot(
	context: TriggerContext,
	filters: EventFilters,
	{ envelope, app }: { envelope?: EventEnvelope; app?: App } = {},
): Promise<EventFilters> {
	if (!needsBot(filters, envelope)) return filters;
	const botOpenId = await botOpenIdOf(context, app ?? (await appOf(context)), envelope?.tenant_key);
	return botOpenId === undefined ? filters : { ...filters, botOpenId };
}

/**
 * The open_id of the app's bot. The platform is asked once; where it can't be had, a log line says so, and after a minute
 * a later call asks again.
 * @param tenant of a store app: in whose name to ask
 */
export async function botOpenIdOf(
	context: TriggerContext,
	{ appId, baseUrl, region }: App,
	tenant = '',
): Promise<string | undefined> {
	const key = JSON.stringify([region, baseUrl, appId, authenticationOf(context) === 'storeApp' ? tenant : '']);
	const known = bots.get(key);
	if (known?.openId !== undefined || (known && Date.now() - known.at < BOT_RETRY_MS)) return known.openId;
	const openId = await ask(context, tenant);
	bots.set(key, { openId, at: Date.now() });
	return openId;
}

async function ask(context: TriggerContext, tenant: string): Promise<string | undefined> {
	try {
		const { bot } = await new FeishuClient(context, HASTY, sessionOf(context, tenant)).call<{
			bot?: { open_id?: string };
		}>(BOT_INFO);
		return bot?.open_id || undefined;
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		context.logger.warn(
			`The bot of the app could not be looked up, so nothing tells it from other bots, nor what it did from what others did: ${why}`,
		);
		return undefined;
	}
}
