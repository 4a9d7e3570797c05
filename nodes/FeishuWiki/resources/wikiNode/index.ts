import { defineResource } from '../../../shared/operation/operationSet';
import { copy } from './copy';
import { create } from './create';
import { createShortcut } from './createShortcut';
import { deletePage } from './delete';
import { ensurePath } from './ensurePath';
import { get } from './get';
import { getContent } from './getContent';
import { getMany } from './getMany';
import { move } from './move';
import { moveIn } from './moveIn';
import { moveOut } from './moveOut';
import { rename } from './rename';
import { search } from './search';

export const wikiNode = defineResource({
	value: 'wikiNode',
	name: 'Page',
	operations: [
		copy,
		create,
		createShortcut,
		deletePage,
		ensurePath,
		get,
		getContent,
		getMany,
		move,
		moveIn,
		moveOut,
		rename,
		search,
	],
	defaultOperation: get.value,
});
