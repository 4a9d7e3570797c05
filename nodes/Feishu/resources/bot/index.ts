import { defineResource } from '../../../shared/operation/operationSet';
import { getInfo } from './getInfo';

export const bot = defineResource({
	value: 'bot',
	name: 'Bot',
	operations: [getInfo],
	defaultOperation: getInfo.value,
});
