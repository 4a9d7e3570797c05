import { defineResource } from '../../../shared/operation/operationSet';
import { add } from './add';
import { deletePin } from './delete';
import { getMany } from './getMany';

export const pin = defineResource({
	value: 'pin',
	name: 'Pin',
	operations: [add, deletePin, getMany],
	defaultOperation: add.value,
});
