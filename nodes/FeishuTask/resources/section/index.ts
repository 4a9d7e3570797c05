import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteSection } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const section = defineResource({
	value: 'section',
	name: 'Section',
	operations: [create, deleteSection, get, getMany, update],
	defaultOperation: getMany.value,
});
