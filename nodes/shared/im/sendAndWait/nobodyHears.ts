import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { App } from '../../../../feishu/api/app';
import type { FeishuClient } from '../../client/client';
import { clickListeners } from './clickListeners';

/** How many long connections an app has anywhere. @see https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-v1/connection/get */
export const CONNECTIONS = 'GET /open-apis/event/v1/connection';

/** n8n says that a workflow is published a moment before its trigger listens. */
const PUBLISHED_MS = 2_000;

const STEP_MS = 250;

/**
 * Whether it is certain that a click would be heard by nobody. This process knows its own triggers; whether others listen,
 * on another main or in another system, the platform tells for long connections.
 */
export async function nobodyHears(
	{ context, feishu }: { context: IExecuteFunctions; feishu: FeishuClient },
	app: App,
): Promise<boolean> {
	if (isTestOfLost(context, app)) return !(await comesBack(app)) && !(await isOnline(feishu, true));
	if (clickListeners().hears(app) === undefined) return isTestOfNobody(context, app) && !(await isOnline(feishu, true));
	for (let waited = 0; clickListeners().hears(app) === false; waited += STEP_MS) {
		if (waited >= PUBLISHED_MS) return !(await isOnline(feishu, false));
		await sleep(STEP_MS);
	}
	return false;
}

/**
 * For half a minute after the last trigger of an app has left, nothing is certain: n8n may be ending, and production goes on
 * when it is back. A test by hand ends with n8n, so that of an app whose workflow was unpublished may be refused.
 */
const isTestOfLost = (context: IExecuteFunctions, app: App) =>
	context.getMode() === 'manual' && clickListeners().hears(app) === undefined && clickListeners().hasLost(app);

/** n8n publishes a workflow anew by stopping and starting its triggers. */
const ANEW_MS = 4_000;

async function comesBack(app: App): Promise<boolean> {
	for (let waited = 0; waited < ANEW_MS; waited += STEP_MS) {
		if (clickListeners().hears(app)) return true;
		await sleep(STEP_MS);
	}
	return clickListeners().hears(app) === true;
}

/**
 * Where n8n has started no trigger, as in a worker or for a newcomer, a test by hand may be refused: production goes on
 * when a trigger that is just being restarted comes back. Posts reach no app that has nothing to check them by.
 */
function isTestOfNobody(context: IExecuteFunctions, { encryptKey, verificationToken }: App): boolean {
	return context.getMode() === 'manual' && !clickListeners().knows && encryptKey === '' && verificationToken === '';
}

/** @param otherwise when the platform does not tell */
async function isOnline(feishu: FeishuClient, otherwise: boolean): Promise<boolean> {
	try {
		const { online_instance_cnt: count } = await feishu.call<{ online_instance_cnt?: number }>(CONNECTIONS);
		return typeof count === 'number' ? count > 0 : otherwise;
	} catch {
		return otherwise;
	}
}
