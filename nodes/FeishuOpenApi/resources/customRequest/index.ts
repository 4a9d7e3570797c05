import { defineResource } from '../../../shared/operation/operationSet';
import { send } from './send';

export const customRequest = defineResource({
	value: 'customRequest',
	name: 'Custom Request',
	operations: [send],
	defaultOperation: send.value,
});
