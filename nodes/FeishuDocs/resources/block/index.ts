import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteBlock } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const block = defineResource({
	value: 'block',
	name: 'Block',
	operations: [create, deleteBlock, get, getMany, update],
	defaultOperation: getMany.value,
});
