import { defineResource } from '../../../shared/resource';
import { getInfo } from './getInfo';

export const bot = defineResource({
	value: 'bot',
	name: 'Bot',
	operations: [getInfo],
	defaultOperation: getInfo.value,
});
