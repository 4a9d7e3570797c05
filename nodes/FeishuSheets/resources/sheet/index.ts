import { defineResource } from '../../../shared/operation/operationSet';
import { add } from './add';
import { copy } from './copy';
import { deleteSheet } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const sheet = defineResource({
	value: 'sheet',
	name: 'Sheet',
	operations: [add, copy, deleteSheet, get, getMany, update],
	defaultOperation: getMany.value,
});
