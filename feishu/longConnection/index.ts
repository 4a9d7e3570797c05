/**
 * Events over a connection that this side opens: no public address is needed.
 * For self-built apps, at most 50 connections each. The platform gives each event to one of an app's connections, which it
 * picks at random: so all of a process share one.
 * @see https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/request-url-configuration-case
 */
import type { ConnectionKey } from './connectionTarget';
import { sharedRegistry, type SubscribeOptions, type Subscriber, type Subscription } from './registry';

export type { ConnectionState } from './connection';
export { NotNow, type CallbackAnswer, type ConnectionEvent, type Handler } from './eventDelivery';
export type { ConnectionKey, HttpPost } from './connectionTarget';
export { isLongConnectionError, LongConnectionError } from './connectionErrors';
export type { SubscribeOptions, Subscriber, Subscription } from './registry';

/**
 * Joins the process's connection of the app, or opens it.
 * @returns when it is up
 * @throws LongConnectionError when the first attempt fails; lost later, the connection comes back by itself
 */
export async function subscribe(
	key: ConnectionKey,
	subscriber: Subscriber,
	options: SubscribeOptions,
): Promise<Subscription> {
	return await sharedRegistry().subscribe(key, subscriber, options);
}
