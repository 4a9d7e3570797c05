import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteSpace } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const space = defineResource({
	value: 'space',
	name: 'Wiki',
	operations: [create, deleteSpace, get, getMany, update],
	defaultOperation: getMany.value,
});
