import { defineResource } from '../../../shared/operation/operationSet';
import { copy } from './copy';
import { create } from './create';
import { deleteBase } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const base = defineResource({
	value: 'base',
	name: 'Base',
	operations: [copy, create, deleteBase, get, getMany, update],
	defaultOperation: create.value,
});
