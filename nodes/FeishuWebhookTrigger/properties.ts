import type { INodeProperties } from 'n8n-workflow';

import { authenticationField } from '../shared/client/authentication';
import { triggerFields } from '../shared/triggers/events/triggerFields';
import { setupNotices } from './webhookNotices';

export function properties(): INodeProperties[] {
	// Of a store app, each event says which organization it is from.
	return [authenticationField(['app', 'storeApp']), ...triggerFields(setupNotices(), [signatureWindow])];
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
