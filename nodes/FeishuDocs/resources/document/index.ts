import { defineResource } from '../../../shared/operation/operationSet';
import { append } from './append';
import { copy } from './copy';
import { create } from './create';
import { deleteDocument } from './delete';
import { get } from './get';
import { getInfo } from './getInfo';
import { getMany } from './getMany';
import { insert } from './insert';
import { rename } from './rename';
import { replaceContent } from './replaceContent';
import { replaceSection } from './replaceSection';
import { replaceText } from './replaceText';

export const document = defineResource({
	value: 'document',
	name: 'Document',
	operations: [
		append,
		copy,
		create,
		deleteDocument,
		get,
		getInfo,
		getMany,
		insert,
		rename,
		replaceContent,
		replaceSection,
		replaceText,
	],
	defaultOperation: create.value,
});
