import { defineResource } from '../../../shared/operation/operationSet';
import { send } from './send';
import { update } from './update';

export const approvalMessage = defineResource({
	value: 'approvalMessage',
	name: 'Bot Message',
	operations: [send, update],
	defaultOperation: send.value,
});
