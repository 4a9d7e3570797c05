import { defineResource } from '../../../shared/operation/operationSet';
import { getInfo } from './getInfo';

export const document = defineResource({
	value: 'document',
	name: 'Document',
	operations: [getInfo],
	defaultOperation: getInfo.value,
});
