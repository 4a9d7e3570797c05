import { defineResource } from '../../../shared/operation/operationSet';
import { addElements } from './addElements';
import { deleteElement } from './deleteElement';
import { finish } from './finish';
import { start } from './start';
import { streamText } from './streamText';
import { update } from './update';

export const streamingCard = defineResource({
	value: 'streamingCard',
	name: 'Streaming Card',
	operations: [streamText, start, update, finish, addElements, deleteElement],
	defaultOperation: 'start',
});
