import type { IHookFunctions } from 'n8n-workflow';

import { appOf } from '../shared/client/appOf';
import { clickListeners } from '../shared/im/sendAndWait/clickListeners';
import { nodeKey } from '../shared/triggers/events/memory';

type Kind = 'manual' | 'production';

/** A test listens beside production. */
const idOf = (context: IHookFunctions, kind: Kind) => `${nodeKey(context)} webhook ${kind}`;

/** The trigger is made to listen, by a person, or by n8n at each start. */
export async function hearClicks(context: IHookFunctions): Promise<void> {
	const isTest = context.getMode() === 'manual';
	const activation = isTest ? 'manual' : context.getActivationMode();
	clickListeners().join(idOf(context, isTest ? 'manual' : 'production'), { app: await appOf(context), activation });
}

export function hearNoMore(context: IHookFunctions, kind: Kind = 'production'): void {
	clickListeners().leave(idOf(context, kind));
}
