import { defineResource } from '../../../shared/operation/operationSet';
import { create, deleteSection, get, getMany, update } from './operations';

export const section = defineResource({
	value: 'section',
	name: 'Section',
	operations: [create, deleteSection, get, getMany, update],
	defaultOperation: getMany.value,
});
