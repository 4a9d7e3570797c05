import { defineResource } from '../../../shared/operation/operationSet';
import { add } from './add';
import { getMany } from './getMany';
import { remove } from './remove';
import { replace } from './replace';

export const attendee = defineResource({
	value: 'attendee',
	name: 'Attendee',
	operations: [add, getMany, remove, replace],
	defaultOperation: getMany.value,
});
