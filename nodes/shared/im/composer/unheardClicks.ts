import type { IExecuteFunctions } from 'n8n-workflow';

import { wantsClicks } from '../../../../feishu/im/card';
import { appOf } from '../../client/appOf';
import { authenticationOf } from '../../client/sessions';
import { clickListeners } from '../sendAndWait/clickListeners';
import { tell } from '../../operation/tell';
import type { Composed } from './kind';

const UNHEARD =
	'Nobody hears the clicks in this card: no trigger of this app is active in this n8n. Publish a workflow with a Feishu Trigger (or Feishu Webhook Trigger) that uses this credential, with the callback card.action.trigger, unless another system hears them.';

/**
 * Says beside the output that nobody hears the clicks in a card, where this process can know. The card is sent all the
 * same: nothing waits for a click, it can be heard once a trigger is published, and whoever builds a card sends it often
 * before that.
 */
export async function tellUnheardClicks(context: IExecuteFunctions, messages: readonly Composed[]): Promise<void> {
	if (!clickListeners().knows || !messages.some(isClickable)) return;
	// Whose app it is, and so who hears, is not known.
	if (authenticationOf(context) === 'accessToken') return;
	if (clickListeners().hears(await appOf(context)) !== false) return;
	tell(context, [UNHEARD], 'warning');
}

const isClickable = ({ msg_type, content }: Composed): boolean => msg_type === 'interactive' && wantsClicks(content);
