import type { IHookFunctions, ITriggerFunctions } from 'n8n-workflow';

import type { App } from '../../../../feishu/api/app';

/** A trigger that hears clicks, whatever its events are: each one answers the buttons of Send and Wait. */
export interface ClickListener {
	/** Of its app. */
	app: AppKey;
	/** As n8n starts it; `manual` is a test in the editor. */
	activation: ReturnType<(IHookFunctions | ITriggerFunctions)['getActivationMode']>;
}

/** Its address tells no more: a private deployment may be reached at several. */
export type AppKey = Pick<App, 'appId'>;

/** n8n starts its workflows one after the other: until no more come, those of an app may still be to come. */
const STARTING_MS = 60_000;

/** n8n also stops a trigger to publish its workflow anew, and stops all before it ends, for which it takes 30 s. */
const LEFT_MS = 30_000;

/**
 * Which apps have a trigger in this process. Only the process where n8n starts triggers can say that an app has none; a
 * worker never starts one, and knows nothing.
 */
export class ClickListeners {
	/** Each trigger, by what tells it from all others. */
	private readonly triggers = new Map<string, { appId: string; isTest: boolean }>();

	/** Apps of which a trigger in production has left, and none has come since. */
	private readonly left = new Set<string>();

	/** Milliseconds since 1970 until which nothing is certain; undefined in a process that has started no trigger yet. */
	private unsureUntil: number | undefined;

	constructor(private readonly now: () => number = Date.now) {}

	/** @param id of the trigger; one that is there already may have another app now */
	join(id: string, { app, activation }: ClickListener): void {
		const isTest = activation === 'manual';
		this.triggers.set(id, { appId: app.appId, isTest });
		if (isTest) return;
		this.left.delete(app.appId);
		// Where several mains take over from one another, what was left here goes on in another.
		if (activation === 'leadershipChange') this.wait(Number.POSITIVE_INFINITY);
		else this.wait(activation === 'init' ? STARTING_MS : 0);
	}

	leave(id: string): void {
		const trigger = this.triggers.get(id);
		this.triggers.delete(id);
		// A test that has ended does not come back by itself.
		if (!trigger || trigger.isTest || this.unsureUntil === undefined) return;
		this.left.add(trigger.appId);
		this.wait(LEFT_MS);
	}

	/** Whether n8n starts triggers in this process. */
	get knows(): boolean {
		return this.unsureUntil !== undefined;
	}

	/** Whether the app had a trigger here, and has none now: it was unpublished, or is just being published anew. */
	hasLost({ appId }: AppKey): boolean {
		return this.left.has(appId) && ![...this.triggers.values()].some((trigger) => trigger.appId === appId);
	}

	/** Whether a trigger of the app listens here; undefined when that does not say that none listens at all. */
	hears(app: AppKey): boolean | undefined {
		if ([...this.triggers.values()].some(({ appId }) => appId === app.appId)) return true;
		return this.unsureUntil !== undefined && this.now() >= this.unsureUntil ? false : undefined;
	}

	private wait(ms: number): void {
		this.unsureUntil = Math.max(this.unsureUntil ?? 0, this.now() + ms);
	}
}

/** As for the long connections: the number is that of the interface, and all copies of this module find it. */
const SHARED = Symbol.for('n8n-nodes-feishu-openapi.click-listeners.3');

/** Those of the process, which several copies of this module may share. */
export function clickListeners(): Pick<ClickListeners, 'join' | 'leave' | 'hears' | 'hasLost' | 'knows'> {
	const home = Map as MapConstructor & { [SHARED]?: ClickListeners };
	const known = home[SHARED];
	if (known) return known;
	const made = new ClickListeners();
	Object.defineProperty(home, SHARED, { value: made, configurable: true });
	return made;
}
