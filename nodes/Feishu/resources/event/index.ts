import { defineResource } from '../../../shared/operation/operationSet';
import { parse } from './parse';

export const event = defineResource({
	value: 'event',
	name: 'Event',
	operations: [parse],
	defaultOperation: parse.value,
});
