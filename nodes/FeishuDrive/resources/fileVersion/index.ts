import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteVersion } from './delete';
import { download } from './download';
import { get } from './get';
import { getMany } from './getMany';
import { restore } from './restore';

export const fileVersion = defineResource({
	value: 'fileVersion',
	name: 'Version',
	operations: [create, deleteVersion, download, get, getMany, restore],
	defaultOperation: getMany.value,
});
