import type { INodeProperties } from 'n8n-workflow';

import { triggerFields } from '../shared/triggers/events/triggerFields';
import { setupNotices } from './webhookNotices';

export function properties(): INodeProperties[] {
	return triggerFields(setupNotices(), [signatureWindow]);
}

const signatureWindow: INodeProperties = {
	displayName: 'Signature Window',
	name: 'signatureWindow',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 480 },
	default: 60,
	description:
		'How many minutes the time of a signed post may differ from the clock of this server. Older posts are refused as replays.',
};
