import { defineResource } from '../../../shared/operation/operationSet';
import { delayedUpdate } from './delayedUpdate';
import { deleteEphemeral } from './deleteEphemeral';
import { sendEphemeral } from './sendEphemeral';
import { update } from './update';

export const card = defineResource({
	value: 'card',
	name: 'Card',
	operations: [update, delayedUpdate, sendEphemeral, deleteEphemeral],
	defaultOperation: 'update',
});
