import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { downloadAll } from './downloadAll';
import { ensurePath } from './ensurePath';
import { getRoot } from './getRoot';

export const folder = defineResource({
	value: 'folder',
	name: 'Folder',
	operations: [create, downloadAll, ensurePath, getRoot],
	defaultOperation: create.value,
});
