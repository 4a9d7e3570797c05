import { defineResource } from '../../../shared/operation/operationSet';
import { ask } from './ask';

export const ailyAssistant = defineResource({
	value: 'ailyAssistant',
	name: 'Assistant',
	operations: [ask],
	defaultOperation: ask.value,
});
