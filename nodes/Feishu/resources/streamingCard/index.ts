import { defineResource } from '../../../shared/operation/operationSet';
import { finish } from './finish';
import { start } from './start';
import { streamText } from './streamText';
import { update } from './update';

export const streamingCard = defineResource({
	value: 'streamingCard',
	name: 'Streaming Card',
	operations: [streamText, start, update, finish],
	defaultOperation: 'start',
});
