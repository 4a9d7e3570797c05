import { defineResource } from '../../../shared/operation/operationSet';
import { getMany } from './getMany';
import { disable, enable } from './switch';

export const automation = defineResource({
	value: 'automation',
	name: 'Automation',
	operations: [disable, enable, getMany],
	defaultOperation: getMany.value,
});
