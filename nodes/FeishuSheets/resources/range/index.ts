import { defineResource } from '../../../shared/operation/operationSet';
import { append } from './append';
import { clear } from './clear';
import { insertAbove } from './insertAbove';
import { read } from './read';
import { write } from './write';
import { writeSeveral } from './writeSeveral';

export const range = defineResource({
	value: 'range',
	name: 'Range',
	operations: [append, clear, insertAbove, read, write, writeSeveral],
	defaultOperation: read.value,
});
