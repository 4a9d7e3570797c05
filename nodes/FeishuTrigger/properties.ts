import type { INodeProperties } from 'n8n-workflow';

import {
	callbackFields,
	eventChoiceFields,
	filterFields,
	optionFields,
	simplifyField,
	subscriptionFields,
} from '../shared/events/fields';
import { setupNotices } from './notices';

export function properties(): INodeProperties[] {
	return [
		...setupNotices(),
		...eventChoiceFields(),
		...callbackFields(),
		simplifyField(),
		...filterFields(),
		...subscriptionFields(),
		optionFields(),
	];
}
