import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteTabs } from './delete';
import { getMany } from './getMany';
import { sort } from './sort';
import { update } from './update';

export const tab = defineResource({
	value: 'tab',
	name: 'Tab',
	operations: [create, deleteTabs, getMany, sort, update],
	defaultOperation: getMany.value,
});
