import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';

export const folder = defineResource({
	value: 'folder',
	name: 'Folder',
	operations: [create],
	defaultOperation: create.value,
});
