import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { createFromItems } from './createFromItems';
import { deleteTables } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const table = defineResource({
	value: 'table',
	name: 'Table',
	operations: [create, createFromItems, deleteTables, get, getMany, update],
	defaultOperation: getMany.value,
});
