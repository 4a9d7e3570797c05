import { isZone } from '../../../feishu/zones';
import type { Calendar } from '../../../feishu/base/filterHere';
import { text } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';
import { tell } from '../operation/tell';
import type { OperationContext } from '../operation/operation';
import type { Asking } from '../client/asking';
import { GET_BASE } from './contents';

/** Zones by bases, each read once in an execution; empty where it could not be. */
const kept = new WeakMap<object, Map<string, Promise<string>>>();

async function zoneOf(feishu: FeishuClient, app_token: string): Promise<string> {
	return await feishu.call<{ app?: { time_zone?: unknown } }>(GET_BASE, { path: { app_token }, idempotent: true }).then(
		({ app }) => text(app?.time_zone),
		() => '',
	);
}

/**
 * The days of a base, which count in its own zone. Where that may not be read they are days of the workflow's zone, and a
 * hint beside the output says so.
 */
export async function calendarOf(
	{ feishu, context, panel }: Asking & Pick<OperationContext, 'context' | 'panel'>,
	app_token: string,
): Promise<Calendar> {
	const now = Date.now();
	const zones = kept.get(context) ?? new Map<string, Promise<string>>();
	kept.set(context, zones);
	const asked = zones.get(app_token) ?? zoneOf(feishu, app_token);
	zones.set(app_token, asked);
	const zone = await asked;
	if (isZone(zone)) return { timeZone: zone, now };
	tell(context, [
		`The time zone of the base could not be read: days are those of the workflow (${panel.timeZone}). Reading it takes the scope base:app:read.`,
	]);
	return { timeZone: panel.timeZone, now };
}
