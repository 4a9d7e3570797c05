import { defineResource } from '../../../shared/operation/operationSet';
import { getProgress } from './getProgress';
import { getReadCounts } from './getReadCounts';
import { recall } from './recall';
import { send } from './send';

export const batchMessage = defineResource({
	value: 'batchMessage',
	name: 'Message to Many',
	operations: [getProgress, getReadCounts, recall, send],
	defaultOperation: 'sendBatch',
});
