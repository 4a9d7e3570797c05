import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteView } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const filterView = defineResource({
	value: 'filterView',
	name: 'Filter View',
	operations: [create, deleteView, get, getMany, update],
	defaultOperation: getMany.value,
});
