import { defineResource } from '../../../shared/operation/operationSet';
import { append } from './append';
import { create } from './create';
import { deleteDocument } from './delete';
import { get } from './get';
import { getInfo } from './getInfo';
import { getMany } from './getMany';
import { rename } from './rename';
import { replaceContent } from './replaceContent';

export const document = defineResource({
	value: 'document',
	name: 'Document',
	operations: [append, create, deleteDocument, get, getInfo, getMany, rename, replaceContent],
	defaultOperation: create.value,
});
